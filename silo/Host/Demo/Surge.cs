using System.Threading.Channels;
using Federation.Domain.Authority;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Federation.Host.Demo;

/// <summary>
/// Files many reports through the public gRPC interface, many at a time: for each unit a clerk hands in and an approver seals, each with a token of
/// their own.
/// </summary>
public sealed class Surge(Uri server, SubjectTokens tokens, PeriodId period)
{
    private const int Callers = 96;
    private const int Connections = 4;
    private const int Tries = 5;

    /// <summary>Sends every filing.</summary>
    /// <param name="filings">What to send.</param>
    /// <param name="sent">Called after each acknowledgement, from many threads.</param>
    /// <param name="ct">Ends the surge.</param>
    /// <exception cref="RpcException">A filing was refused, or the server stayed unavailable.</exception>
    public async Task Send(IReadOnlyCollection<SentFiling> filings, Action sent, CancellationToken ct)
    {
        var channels = Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(server)).ToArray();
        var queue = Channel.CreateBounded<FilingCall>(Callers * 4);
        try
        {
            var callers = Enumerable.Range(0, Callers).Select(n => Call(new Reports.ReportsClient(channels[n % Connections]), queue.Reader, sent, ct)).ToArray();
            foreach (var filing in filings)
            {
                if (Array.Exists(callers, c => c.IsFaulted))
                    break;
                await queue.Writer.WriteAsync(Prepare(filing), ct);
            }
            queue.Writer.Complete();
            await Task.WhenAll(callers);
        }
        finally
        {
            foreach (var channel in channels)
                channel.Dispose();
        }
    }

    /// <summary>The request of one filing.</summary>
    public static SubmitReportRequest RequestOf(SentFiling filing, PeriodId period)
    {
        var request = new SubmitReportRequest
        {
            Unit = filing.Unit.Value,
            Period = period.ToString(),
            RequestId = $"demo-{filing.Unit}-{period}",
            Figures = new V1.Figures { Unlisted = V1.Figures.Types.Unlisted.Nil },
        };
        foreach (var (cell, value) in filing.Cells)
        {
            if (cell == "t2.fees.amount")
                request.Figures.Amounts.Add(cell, FigureReader.WriteAmount(value));
            else
                request.Figures.Counts.Add(cell, value);
        }
        return request;
    }

    private FilingCall Prepare(SentFiling filing)
    {
        Metadata TokenOf(string person, Role role) =>
            new() { { "authorization", "Bearer " + tokens.Issue(new Subject(person, filing.Unit, [role]), TimeSpan.FromHours(1)) } };
        return new FilingCall(RequestOf(filing, period), TokenOf("clerk", Role.Clerk), TokenOf("leader", Role.Approver));
    }

    private static async Task Call(Reports.ReportsClient client, ChannelReader<FilingCall> queue, Action sent, CancellationToken ct)
    {
        await foreach (var call in queue.ReadAllAsync(ct))
        {
            var handedIn = await WithRetries(() => client.SubmitReportAsync(call.Request, call.Clerk, cancellationToken: ct).ResponseAsync, ct);
            await WithRetries(() => client.ApproveReportAsync(ApprovalOf(handedIn), call.Approver, cancellationToken: ct).ResponseAsync, ct);
            sent();
        }
    }

    /// <summary>The approval of what a receipt says was handed in.</summary>
    public static ApproveReportRequest ApprovalOf(Receipt handedIn) => new()
    {
        Unit = handedIn.Unit,
        Period = handedIn.Period,
        Version = handedIn.Version,
        ContentHash = handedIn.ContentHash,
        RequestId = $"demo-{handedIn.Unit}-{handedIn.Period}-{handedIn.Version}-seal",
    };

    private static async Task<Receipt> WithRetries(Func<Task<Receipt>> call, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable && attempt < Tries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), ct);
            }
        }
    }

    private sealed record FilingCall(SubmitReportRequest Request, Metadata Clerk, Metadata Approver);
}
