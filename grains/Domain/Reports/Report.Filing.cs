using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>What the unit itself does: write, hand in, approve, publish.</summary>
public sealed partial record Report
{
    /// <summary>Keeps a whole draft. What it breaks is shown beside the cells and refuses nothing.</summary>
    /// <param name="content">Content, complete or not.</param>
    /// <param name="expectedRevision">Revision the editor started from; a draft kept meanwhile by another is not overwritten (AR-104).</param>
    /// <param name="check">Runs the rules.</param>
    /// <param name="act">Who and when.</param>
    /// <returns>One <see cref="ReportDraftSaved"/>; nothing when exactly this draft is kept already.</returns>
    public Decision<ReportEvent> SaveDraft(ReportContent content, long expectedRevision, Func<ReportContent, ImmutableArray<Finding>> check, ReportAct act)
    {
        var errors = Misplaced(content, act).ToList();
        if (expectedRevision != Revision)
            errors.Add(ReportRules.StaleVersion.At("expected_revision", $"草稿已由他人改到第 {Revision} 次修订,您依据的是第 {expectedRevision} 次", $"the report is at revision {Revision}, you started from {expectedRevision}"));
        return errors.Count > 0 ? Decision<ReportEvent>.Refuse(errors) : Keep(Signed(content, act), check);
    }

    /// <summary>Changes single places of the draft. Many can edit at once: only two who change the same place meet a conflict, and see both sides.</summary>
    /// <param name="edits">Places with what the editor saw and what is to stand there.</param>
    /// <param name="check">Runs the rules.</param>
    /// <param name="act">Who and when.</param>
    /// <returns>One <see cref="ReportDraftSaved"/>; nothing when every place says so already; AR-114 at every place that somebody else has changed meanwhile, and then nothing is kept.</returns>
    public Decision<ReportEvent> Edit(DraftEdits edits, Func<ReportContent, ImmutableArray<Finding>> check, ReportAct act)
    {
        var start = Current ?? ReportContent.Of(Figures.Blank(act.Form));
        List<Finding> errors = [.. Misplaced(start, act), .. edits.Faults(start)];
        if (errors.Count > 0)
            return Decision<ReportEvent>.Refuse(errors);
        var edited = edits.Apply(start);
        return edited.Equals(start) ? Decision<ReportEvent>.Nothing : Keep(edited, check);
    }

    /// <summary>报送: the author hands the report to the approver of the unit.</summary>
    /// <param name="content">Content as entered; sums may be left out.</param>
    /// <param name="expectedVersion">Version the sender believes sealed last; anything else is AR-104.</param>
    /// <param name="correction">Why an accepted report is changed; must be given exactly then (AR-116), else ignored.</param>
    /// <param name="hash">See <see cref="ContentJson.Hash"/>.</param>
    /// <param name="check">Runs the rules.</param>
    /// <param name="act">Who and when.</param>
    /// <returns>One <see cref="ReportSubmitted"/>; nothing when exactly this content waits with this reason, or counts already, and no draft is newer; refusal with all findings.</returns>
    public Decision<ReportEvent> Submit(
        ReportContent content,
        long expectedVersion,
        string correction,
        Func<ReportContent, ImmutableArray<byte>> hash,
        Func<ReportContent, ImmutableArray<Finding>> check,
        ReportAct act)
    {
        List<Finding> findings = [.. Misplaced(content, act)];
        if (expectedVersion != Version)
            findings.Add(StaleVersion(Version, expectedVersion));
        if (findings.Count > 0)
            return Decision<ReportEvent>.Refuse(findings);

        var signed = Signed(content, act);
        var complete = FigureCheck.CanSum(signed.Figures) ? signed.WithSums() : signed;
        if (Draft is null && complete.Equals(Pending?.Content ?? Filed?.Content) && (Pending is null || (Pending.Correction == Reason(correction) && !LacksReason)))
            return Decision<ReportEvent>.Nothing;
        if (IsSettled && string.IsNullOrWhiteSpace(correction))
            findings.Add(ReportRules.NoCorrectionReason.At("correction"));
        findings.AddRange(check(signed));
        return findings.Any(f => f.Blocks)
            ? Decision<ReportEvent>.Refuse(findings)
            : Decision<ReportEvent>.Record(new ReportSubmitted(Version + 1, complete, hash(complete), Reason(correction)), [.. findings]);
    }

    /// <summary>签发: another person of the unit approves what was handed in and seals it.</summary>
    /// <param name="version">Version that was read.</param>
    /// <param name="contentHash">Hash of what was read: what was handed in meanwhile is not sealed unread (AR-104).</param>
    /// <param name="gate">Findings that must not block at this moment, such as a total that has moved.</param>
    /// <param name="act">Who and when.</param>
    /// <returns>One <see cref="ReportSealed"/>; nothing when exactly this is sealed already.</returns>
    public Decision<ReportEvent> Approve(long version, ImmutableArray<byte> contentHash, ImmutableArray<Finding> gate, ReportAct act)
    {
        if (Pending is null && Filed is not null && Filed.Version == version && Filed.ContentHash.SequenceEqual(contentHash))
            return Decision<ReportEvent>.Nothing;
        List<Finding> findings = [.. Pending is null ? [ReportRules.NothingSubmitted.At("")] : Unapprovable(Pending, version, act), .. gate];
        if (Pending is not null && Pending.Version == version && !Pending.ContentHash.SequenceEqual(contentHash))
            findings.Add(ReportRules.StaleVersion.At("content_hash", "待签发的内容已变,请重新阅看后再签发", "what waits has changed since you read it"));
        if (LacksReason)
            findings.Add(ReportRules.NoCorrectionReason.At("correction"));
        if (findings.Any(f => f.Blocks))
            return Decision<ReportEvent>.Refuse(findings);
        return Decision<ReportEvent>.Record(new ReportSealed(version, contentHash, IsLate(act)), [.. findings]);
    }

    /// <summary>退改: the approver hands it back to the author, with reasons.</summary>
    public Decision<ReportEvent> SendBack(long version, ImmutableArray<ReturnReason> reasons, ReportAct act)
    {
        List<Finding> errors = [.. Pending is null ? [ReportRules.NothingSubmitted.At("")] : Unapprovable(Pending, version, act), .. BadReasons(reasons, act)];
        return errors.Count > 0 ? Decision<ReportEvent>.Refuse(errors) : Decision<ReportEvent>.Record(new ReportSentBack(version, reasons));
    }

    /// <summary>发布: the unit says where and when it made the accepted version public.</summary>
    /// <param name="version">Version published.</param>
    /// <param name="where">Address or column.</param>
    /// <param name="on">Beijing date, not after today.</param>
    /// <param name="act">Who and when.</param>
    /// <returns>One <see cref="ReportPublished"/>; nothing when this version is published there already.</returns>
    public Decision<ReportEvent> Publish(long version, string where, DateOnly on, ReportAct act)
    {
        if (Publications.Any(p => p.Version == version && p.Where == where.Trim()))
            return Decision<ReportEvent>.Nothing;
        var errors = new List<Finding>();
        if (Filed?.State is not (ReportState.Accepted or ReportState.Published))
            errors.Add(ReportRules.NotAccepted.At(""));
        else if (Filed.Version != version)
            errors.Add(StaleVersion(Filed.Version, version));
        if (string.IsNullOrWhiteSpace(where))
            errors.Add(ReportRules.NoPlace.At("where"));
        if (on > act.Today)
            errors.Add(ReportRules.BadPublication.At("on"));
        return errors.Count > 0 ? Decision<ReportEvent>.Refuse(errors) : Decision<ReportEvent>.Record(new ReportPublished(version, where.Trim(), on));
    }

    /// <summary>台账计数: takes what the unit's applications ledger counts.</summary>
    /// <returns>One <see cref="RegisterCounted"/>; nothing when it says the same as before.</returns>
    public Decision<ReportEvent> Count(RegisterCounted counted, ReportAct act)
    {
        if (Register is not null && Register.System == counted.System && Register.Cells.SequenceEqual(counted.Cells))
            return Decision<ReportEvent>.Nothing;
        List<Finding> errors = [.. counted.Cells.Keys.Where(c => act.Form.Find(c) is null).Select(c => ReportRules.UnknownCell.At(c))];
        errors.AddRange(counted.Cells.Where(c => c.Value < 0).Select(c => ReportRules.Negative.At(c.Key)));
        return errors.Count > 0 ? Decision<ReportEvent>.Refuse(errors) : Decision<ReportEvent>.Record(counted);
    }

    private Decision<ReportEvent> Keep(ReportContent content, Func<ReportContent, ImmutableArray<Finding>> check) =>
        content.Equals(Draft) ? Decision<ReportEvent>.Nothing : Decision<ReportEvent>.Record(new ReportDraftSaved(content), check(content));

    // Handed in before the superior accepted what it changes: by now it is a correction.
    private bool LacksReason => IsSettled && Pending is { Correction: "" };

    private string Reason(string correction) => IsSettled ? correction.Trim() : "";

    private bool IsLate(ReportAct act)
    {
        if (IsSettled)
            return (Corrected ?? Filed!).Late;
        var due = act.Listed!.Due!.Value;
        return act.Today > (Exception is { } e && e.Until > due ? e.Until : due);
    }

    private IEnumerable<Finding> Misplaced(ReportContent content, ReportAct act)
    {
        if (act.Listed?.Due is null)
            yield return ReportRules.NotExpected.At("unit");
        else if (IsLocked(act))
            yield return ReportRules.Locked.At("", $"已过锁定日 {act.Locks:yyyy-MM-dd},须经上级批准例外才能报送", $"locked since {act.Locks:yyyy-MM-dd}; the superior may grant an exception");
        if (content.Figures.Form.Id != act.Form.Id)
            yield return ReportRules.WrongForm.At("figures.form", $"该报告期用 {act.Form.Id},收到的是 {content.Figures.Form.Id}", $"the period takes {act.Form.Id}, not {content.Figures.Form.Id}");
    }

    // By state: only a unit that has never filed is locked out. What was returned, or is corrected, has been filed.
    private bool IsLocked(ReportAct act) =>
        act.Locks is { } locks && act.Today > locks && LastVersion == 0 && (Exception is null || act.Today > Exception.Until);

    private static IEnumerable<Finding> Unapprovable(Submission pending, long version, ReportAct act)
    {
        if (act.Listed?.Due is null)
            yield return ReportRules.NotExpected.At("unit");
        if (pending.Version != version)
            yield return StaleVersion(pending.Version, version);
        if (ReportAct.SamePerson(pending.By, act.Actor))
            yield return ReportRules.OwnApproval.At("");
    }

    // Who disposes of a finding is said by the ledger, not by the message: what stood before keeps its name.
    private ReportContent Signed(ReportContent content, ReportAct act)
    {
        if (content.Dispositions.IsEmpty)
            return content;
        var stood = new[] { Draft, Pending?.Content, Filed?.Content }.Where(c => c is not null).SelectMany(c => c!.Dispositions).ToList();
        return new ReportContent(content.Figures, content.Texts, content.Dispositions.Select(d =>
            stood.Find(s => s with { By = "" } == d with { By = "" }) ?? d with { By = act.Actor }));
    }
}
