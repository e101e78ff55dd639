using Federation.Cli.Calls;
using Federation.Cli.Output;
using Federation.V1;
using Grpc.Core;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Federation.Cli.Commands;

/// <summary>
/// The coverage as it changes: redrawn in place on a terminal, one line a change where nothing can be redrawn, one message a line as JSON.
/// A stream that breaks is opened again; Ctrl-C is the way it ends well.
/// </summary>
internal static class CoverageWatch
{
    public static async Task<int> Run(Run run, GetCoverageRequest request, CancellationToken ct)
    {
        try
        {
            if (run.Json)
                await Follow(run, request, c => run.Around.Out.WriteLine(JsonText.WriteLine(c)), ct);
            else if (Terminals.IsLive(run.Around.OutWidth, run.Around))
                await Redraw(run, request, ct);
            else
                await Follow(run, request, c => run.Around.Out.WriteLine(CoverageTable.Summary(c, run.Words)), ct);
        }
        catch (Exception e) when (ct.IsCancellationRequested && e is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
        {
            // Ctrl-C
        }
        return ExitCodes.Ok;
    }

    private static Task Redraw(Run run, GetCoverageRequest request, CancellationToken ct) => run.Out
        .Live(Tables.Cell(""))
        .Overflow(VerticalOverflow.Crop)
        .StartAsync(context => Follow(run, request, coverage => Draw(context, CoverageTable.Draw(run, coverage)), ct));

    private static void Draw(LiveDisplayContext context, IRenderable picture)
    {
        context.UpdateTarget(picture);
        context.Refresh();
    }

    private static async Task Follow(Run run, GetCoverageRequest request, Action<CoverageResponse> show, CancellationToken ct)
    {
        for (var failures = 0; ;)
        {
            try
            {
                using var call = run.Server.Stream(run.Server.Reports.WatchCoverage, request, ct);
                while (await call.ResponseStream.MoveNext(ct))
                {
                    failures = 0;
                    show(call.ResponseStream.Current);
                }
                return;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable && failures < Retries.Most)
            {
                await Task.Delay(Retries.FirstPause * (1 << failures++), run.Server.Clock, ct);
            }
        }
    }
}
