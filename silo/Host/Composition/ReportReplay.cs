using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Host.Composition;

/// <summary>A report folded anew from its stream, and what is wrong with the stream as a life of a report.</summary>
/// <param name="Report">As its sound events left it.</param>
/// <param name="Head">Hash of the last event that counts; empty when none does.</param>
/// <param name="Faults">What no life of a report can hold; empty for a sound one.</param>
public sealed record ReplayedReport(Report Report, ImmutableArray<byte> Head, ImmutableArray<string> Faults)
{
    /// <summary>What it adds to the totals; null when it never counted.</summary>
    public Contribution? ContributionOf(UnitId unit) => Head.IsEmpty ? null : Contribution.Of(unit, Report, Head);
}

/// <summary>
/// Replays one report and judges every act by what came before it: a rewritten chain may be unbroken, and yet hold a seal of nothing, a seal of other
/// content than was handed in, or one by the author.
/// </summary>
public static class ReportReplay
{
    /// <summary>Replays a stream of either scope.</summary>
    /// <param name="stream">Its name.</param>
    /// <param name="events">Its events, oldest first.</param>
    public static ReplayedReport Run(string stream, IEnumerable<RecordedEvent> events)
    {
        var ((unit, period), scope) = (GrainKeys.UnitAndPeriodOf(stream), GrainKeys.ScopeOf(stream));
        var (report, head, faults) = (Report.Blank, ImmutableArray<byte>.Empty, ImmutableArray.CreateBuilder<string>());
        foreach (var recorded in events)
        {
            if (Read(recorded) is not { } happened)
            {
                faults.Add($"{stream} @{recorded.Position}: 不能读出 / unreadable event {recorded.Kind}");
                break; // what follows would be judged by a state that never was
            }
            if (Fault(happened, report, recorded.Actor) is { } fault)
            {
                faults.Add($"{stream} @{recorded.Position}: {fault}");
                break;
            }
            if (Content(happened) is var (content, hash) && !ContentJson.Hash(unit, period, scope, content).SequenceEqual(hash))
                faults.Add($"{stream} @{recorded.Position}: 内容摘要与内容不符 / the content hash is not that of the content");
            report = report.Apply(happened, recorded.At, recorded.Actor, [.. recorded.Hash.Span]);
            if (happened.Counts)
                head = [.. recorded.Hash.Span];
        }
        return new ReplayedReport(report, head, faults.ToImmutable());
    }

    private static ReportEvent? Read(RecordedEvent recorded)
    {
        try
        {
            return ReportEventJson.Read(recorded);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static (ReportContent Content, ImmutableArray<byte> Hash)? Content(ReportEvent happened) => happened switch
    {
        ReportSubmitted e => (e.Content, e.ContentHash),
        ReportFiled e => (e.Content, e.ContentHash),
        _ => null,
    };

    // Null when the act can follow what came before.
    private static string? Fault(ReportEvent happened, Report before, string actor) => happened switch
    {
        ReportSubmitted e when e.Version != before.Version + 1 => $"报送第 {e.Version} 版,此前为第 {before.Version} 版 / version {e.Version} handed in after {before.Version}",
        ReportSealed or ReportSentBack when before.Pending is null => "没有报送而签发或退改 / sealed or sent back with nothing handed in",
        ReportSealed e when e.Version != before.Pending!.Version || !e.ContentHash.SequenceEqual(before.Pending.ContentHash) => "签发的不是报送的内容 / what was sealed is not what was handed in",
        ReportSealed when ReportAct.SamePerson(before.Pending!.By, actor) => $"报送人自行签发 / sealed by its author {actor}",
        ReportAccepted or ReportReturned or ReportPublished when before.Filed is null => "没有签发而审定、退回或发布 / accepted, returned or published with nothing sealed",
        ReportAccepted e when e.Version != before.Filed!.Version => "审定的不是所报的版本 / another version accepted than was sealed",
        ReportReturned e when e.Version != before.Filed!.Version => "退回的不是所报的版本 / another version returned than was sealed",
        ReportAccepted or ReportReturned when ReportAct.SamePerson(before.Filed!.By, actor) || ReportAct.SamePerson(before.Filed.Author, actor) => $"报送或签发人自行审核 / reviewed by {actor}, who handed in or sealed",
        ReportPublished when !before.IsSettled => "未审定而发布 / published before it was accepted",
        _ => null,
    };
}
