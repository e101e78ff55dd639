using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Federation.Web.Reports.Coverage;

/// <summary>Sends the coverage of one territory to a browser as it changes, as server-sent events.</summary>
internal sealed class CoverageFeed(IGrainFactory grains, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    /// <summary>Five pictures a second are plenty for people.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task<IResult> Serve(string unit, string period, HttpContext http, Places places, CoverageFeed feed, CancellationToken ct)
    {
        var found = await places.Find(unit, period, ct);
        return found.Place is { } place
            ? TypedResults.ServerSentEvents(feed.Watch(place, ct))
            : Problems.NotFound(PageLanguage.Frame(http), found.Findings);
    }

    /// <summary>
    /// <c>coverage</c> with the whole picture at once and after each change; <c>still</c> every few seconds without one, so that a dead
    /// connection is noticed at both ends.
    /// </summary>
    private async IAsyncEnumerable<SseItem<CoveragePicture?>> Watch(Place place, [EnumeratorCancellation] CancellationToken ct)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        var grain = grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(place.Row.Unit, place.Roster.Period));
        for (var seen = long.MinValue; await Next(grain, seen, until.Token) is { } view;)
        {
            if (view.Version == seen)
            {
                yield return new SseItem<CoveragePicture?>(null, "still");
            }
            else
            {
                seen = view.Version;
                yield return new SseItem<CoveragePicture?>(CoverageFigures.Picture(view, place.Roster.Form, clock.GetUtcNow()), "coverage");
                await Task.Delay(Pause, clock, until.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Null ends the stream; the browser comes back by itself.
    private static async Task<CoverageView?> Next(IRollUpGrain grain, long seen, CancellationToken ct)
    {
        try
        {
            return ct.IsCancellationRequested ? null : await grain.Watch(seen, ct);
        }
        catch (Exception e) when (ct.IsCancellationRequested || e is TimeoutException or OrleansException)
        {
            return null;
        }
    }
}
