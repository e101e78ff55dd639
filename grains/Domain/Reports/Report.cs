using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>
/// 年度报告: one unit's report of one period and scope, from draft to publication and correction. An accepted filing goes on counting while a
/// correction of it is written, handed in, or returned.
/// </summary>
/// <param name="Revision">Number of acts recorded on it.</param>
/// <param name="Filed">The sealed filing that counts; null when none does.</param>
/// <param name="Corrected">The accepted filing that <paramref name="Filed"/> corrects, while the correction is not yet accepted: it counts again when the correction is returned.</param>
/// <param name="LastVersion">Highest version sealed.</param>
/// <param name="Pending">What waits for the approver.</param>
/// <param name="Draft">A draft newer than what was handed in.</param>
/// <param name="Rejected">What was returned or handed back last and has not been handed in again.</param>
/// <param name="Publications">What was made public, oldest first.</param>
/// <param name="Exception">Later last day.</param>
/// <param name="Urged">Reminders received, oldest first.</param>
/// <param name="Register">Newest counts of the applications ledger.</param>
public sealed partial record Report(
    long Revision,
    Filing? Filed,
    Filing? Corrected,
    long LastVersion,
    Submission? Pending,
    ReportContent? Draft,
    Rejection? Rejected,
    ImmutableArray<Publication> Publications,
    LateException? Exception,
    ImmutableArray<Urging> Urged,
    RegisterCounted? Register)
{
    /// <summary>Nothing has happened yet.</summary>
    public static Report Blank { get; } = new(0, null, null, 0, null, null, null, [], null, [], null);

    /// <summary>Where it stands.</summary>
    public ReportState State =>
        Filed?.State ?? (Pending is not null ? ReportState.Submitted : LastVersion > 0 ? ReportState.Returned : ReportState.NotFiled);

    /// <summary>Version sealed last, returned or not; 0 when none was. The next one is one higher.</summary>
    public long Version => LastVersion;

    /// <summary>What an editor begins with: the draft, or what waits, or what counts.</summary>
    public ReportContent? Current => Draft ?? Pending?.Content ?? Filed?.Content;

    /// <summary>True when an accepted or published filing stands: any change is a correction.</summary>
    public bool IsSettled => Filed is { State: ReportState.Accepted or ReportState.Published } || Corrected is not null;

    /// <summary>The report after an event; replays old events for ever.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="by">Who acted.</param>
    /// <param name="head">Hash of the event.</param>
    public Report Apply(ReportEvent happened, DateTimeOffset at, string by, ImmutableArray<byte> head)
    {
        var next = this with { Revision = Revision + 1 };
        return happened switch
        {
            ReportDraftSaved e => next with { Draft = e.Content },
            ReportSubmitted e => next with { Pending = new Submission(e.Version, e.Content, e.ContentHash, at, by, e.Correction), Draft = null, Rejected = null },
            ReportSentBack e => next with { Draft = Draft ?? Pending?.Content, Pending = null, Rejected = new Rejection(e.Version, e.Reasons, by, at) },
            ReportSealed e => next.Seal(Pending!, at, by, e.Late, head),
            ReportFiled e => next.Seal(new Submission(e.Version, e.Content, e.ContentHash, at, by, ""), at, by, e.Late, head) with { Draft = null },
            ReportAccepted => next with { Filed = Filed! with { State = ReportState.Accepted }, Corrected = null },
            ReportReturned e => next with { Filed = Corrected, Corrected = null, Draft = Draft ?? (Pending is null ? Filed!.Content : null), Rejected = new Rejection(e.Version, e.Reasons, by, at) },
            ReportPublished e => next with { Filed = Filed! with { State = ReportState.Published }, Publications = Publications.Add(new Publication(e.Version, e.Where, e.On)) },
            ExceptionGranted e => next with { Exception = new LateException(e.Until, e.Reason, by) },
            ReportUrged e => next with { Urged = Urged.Add(new Urging(at, by, e.Text)) },
            RegisterCounted e => next with { Register = e },
            _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
        };
    }

    private Report Seal(Submission what, DateTimeOffset at, string by, bool late, ImmutableArray<byte> head) => this with
    {
        Filed = new Filing(what.Version, what.Content, what.ContentHash, what.By, at, by, late, head, what.Correction, ReportState.Sealed),
        Corrected = IsSettled ? Corrected ?? Filed : null,
        LastVersion = what.Version,
        Pending = null,
        Rejected = null,
    };

    private static Finding StaleVersion(long current, long given) =>
        ReportRules.StaleVersion.At("version", $"当前为第 {current} 版,所给为第 {given} 版", $"the current version is {current}, {given} was given");
}
