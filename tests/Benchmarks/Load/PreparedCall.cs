using Federation.Domain.Authority;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.Host.Demo;
using Federation.V1;
using Grpc.Core;

namespace Federation.Benchmarks.Load;

/// <summary>A filing ready to be sent, made before the time is taken: what a client's machine does beforehand is not the server's work.</summary>
internal sealed record PreparedCall(SubmitReportRequest Request, Metadata Clerk, Metadata Approver)
{
    /// <summary>Filings of a period, each with the tokens of its own clerk and approver.</summary>
    public static PreparedCall[] Of(IEnumerable<SentFiling> filings, PeriodId period, SubjectTokens tokens) =>
        [.. filings.Select(filing => new PreparedCall(
            Surge.RequestOf(filing, period),
            HeadersOf(tokens, new Subject("clerk", filing.Unit, [Role.Clerk])),
            HeadersOf(tokens, new Subject("leader", filing.Unit, [Role.Approver]))))];

    /// <summary>Hands in and seals.</summary>
    public async Task File(Reports.ReportsClient client, CancellationToken ct)
    {
        var handedIn = await client.SubmitReportAsync(Request, Clerk, cancellationToken: ct);
        await client.ApproveReportAsync(Surge.ApprovalOf(handedIn), Approver, cancellationToken: ct);
    }

    /// <summary>The header that says who calls.</summary>
    public static Metadata HeadersOf(SubjectTokens tokens, Subject subject) =>
        new() { { "authorization", "Bearer " + tokens.Issue(subject, TimeSpan.FromHours(8)) } };
}
