using Federation.Domain.Authority;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.Host.Demo;
using Federation.V1;
using Grpc.Core;

namespace Federation.Benchmarks.Load;

/// <summary>A filing ready to be sent, made before the time is taken: what a client's machine does beforehand is not the server's work.</summary>
internal sealed record PreparedCall(SubmitReportRequest Request, Metadata Headers)
{
    /// <summary>Filings of a period, each with the token of its own clerk.</summary>
    public static PreparedCall[] Of(IEnumerable<SentFiling> filings, PeriodId period, SubjectTokens tokens) =>
        [.. filings.Select(filing => new PreparedCall(Surge.RequestOf(filing, period), HeadersOf(tokens, new Subject("clerk", filing.Unit, [Role.Clerk]))))];

    /// <summary>The header that says who calls.</summary>
    public static Metadata HeadersOf(SubjectTokens tokens, Subject subject) =>
        new() { { "authorization", "Bearer " + tokens.Issue(subject, TimeSpan.FromHours(8)) } };
}
