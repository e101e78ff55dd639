using System.Threading.Channels;
using Federation.Domain.Authority;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Federation.Host.Demo;

/// <summary>Files many reports through the public gRPC interface, each as its own unit with its own token, many at a time.</summary>
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
        var queue = Channel.CreateBounded<SubmitCall>(Callers * 4);
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

    private SubmitCall Prepare(SentFiling filing)
    {
        var token = tokens.Issue(new Subject("clerk", filing.Unit, [Role.Clerk]), TimeSpan.FromHours(1));
        return new SubmitCall(RequestOf(filing, period), new Metadata { { "authorization", "Bearer " + token } });
    }

    private static async Task Call(Reports.ReportsClient client, ChannelReader<SubmitCall> queue, Action sent, CancellationToken ct)
    {
        await foreach (var call in queue.ReadAllAsync(ct))
        {
            await SubmitWithRetries(client, call, ct);
            sent();
        }
    }

    private static async Task SubmitWithRetries(Reports.ReportsClient client, SubmitCall call, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await client.SubmitReportAsync(call.Request, call.Headers, cancellationToken: ct);
                return;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable && attempt < Tries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 << attempt), ct);
            }
        }
    }

    private sealed record SubmitCall(SubmitReportRequest Request, Metadata Headers);
}
