using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Reports.Prose;
using Federation.Domain.Time;
using Federation.Grains.Journals;

namespace Federation.Grains.Reports;

/// <summary>How a report is read, and what its rules look at.</summary>
public sealed partial class ReportGrain
{
    /// <inheritdoc />
    public async Task<Reply<ReportView>> Get(Subject by)
    {
        if (await Misplaced(by, Permission.ReadReports) is { } finding)
            return Reply.Refuse<ReportView>(finding);
        var context = await Context(Report.Draft is not null);
        return Reply.Of(View(Report.Current is { } shown ? ReportCheck.Check(shown, context) : [], context));
    }

    /// <inheritdoc />
    public async Task<Reply<ReportView>> Check(Subject by, ReportContent content)
    {
        if (await Misplaced(by, Permission.FileReports) is { } finding)
            return Reply.Refuse<ReportView>(finding);
        var context = await Context();
        var judged = Report.Submit(content, Report.Version, "-", _ => [], c => ReportCheck.Check(c, context), Act(by)).Findings;
        if (judged.IsEmpty)
            judged = ReportCheck.Check(content, context); // what stands already is judged all the same
        ImmutableArray<Finding> all = [.. judged, .. await Unusual(content.Figures)];
        return Reply.Of(View(all, context), all);
    }

    /// <inheritdoc />
    public async Task<Reply<ReportView>> Begin(Subject by)
    {
        if (await Misplaced(by, Permission.ReadReports) is { } finding)
            return Reply.Refuse<ReportView>(finding);
        var context = await Context();
        var start = Report.Current ?? Prefill.Of(roster!.Form, period, context.LastYear, context.Register, context.Parts);
        return Reply.Of(View([], context) with { Draft = start });
    }

    /// <inheritdoc />
    public async Task<Reply<ReportView>> DraftProse(Subject by, Figures? figures)
    {
        if (await Misplaced(by, Permission.ReadReports) is { } finding)
            return Reply.Refuse<ReportView>(finding);
        var context = await Context();
        var from = figures ?? (Report.Current ?? Prefill.Of(roster!.Form, period, context.LastYear, context.Register, context.Parts)).Figures;
        if (!FigureCheck.CanSum(from))
            return Reply.Refuse<ReportView>(FigureCheck.Check(from, Listed!.Tier, period));
        var texts = period.Kind == PeriodKind.Annual ? OverviewDraft.Write(from, context.LastYear, Listed!.Name, period.Year) : ImmutableSortedDictionary<string, string>.Empty;
        return Reply.Of(View([], context) with { Draft = new ReportContent(from, texts, []) });
    }

    /// <inheritdoc />
    public async Task<Reply<SealView>> Version(Subject by, long version, DateTimeOffset? asOf)
    {
        if (await Misplaced(by, Permission.ReadReports) is { } finding)
            return Reply.Refuse<SealView>(finding);
        var report = Report.Blank;
        SealView? found = null;
        for (var at = 0; at < journal.Acts.Count && (asOf is null || journal.Acts[at].At <= asOf); at++)
        {
            var act = journal.Acts[at];
            report = report.Apply(act.Event, act.At, act.Actor, act.Hash);
            if (act.Event is ReportSealed or ReportFiled && (version == 0 || report.LastVersion == version))
                found = Sealed(report, at);
        }
        if (asOf is not null && version == 0 && report.Filed is { } counting)
            return await Version(by, counting.Version, asOf); // what counted at that moment, which a returned filing did not
        return found is null || (asOf is not null && report.Filed is null)
            ? Reply.Refuse<SealView>(ReportRules.NothingFiled.At("version", "没有这一版报告", "there is no such version"))
            : Reply.Of(found);
    }

    private SealView Sealed(Report report, int at)
    {
        var (act, encoded) = (journal.Acts[at], ReportEventJson.Write(journal.Acts[at].Event));
        return new SealView(
            unit, Listed!.Name, period, scope, FilingOf(report.Filed!, report), this.GetPrimaryKeyString(), at + 1, act.Position,
            at == 0 ? [.. EventHash.Origin.Span] : journal.Acts[at - 1].Hash, act.Key, encoded.Kind, encoded.KindVersion, [.. encoded.Payload.Span], act.Hash);
    }

    private async Task<CheckContext> Context(bool drafting = false) =>
        new(Listed!.Tier, period, clock.Today(), await LastYear(), Report.Register, scope == ReportScope.Whole ? await Parts() : null)
        {
            UnitName = Listed.Name,
            Drafting = drafting,
            Limits = localRules?.ProseOf(Above(Listed), period.Year),
        };

    private IEnumerable<UnitId> Above(RosterRow row)
    {
        for (var at = row; ; at = roster!.Rows[at.Parent])
        {
            yield return at.Unit;
            if (at.Parent < 0)
                yield break;
        }
    }

    private async Task<ImmutableArray<Finding>> Gate(ReportContent content) =>
        [.. (await Parts()) is { } parts ? Reconciliation.Check(content.Figures, parts) : []];

    private async Task<TerritoryParts> Parts()
    {
        var view = (await GrainFactory.GetGrain<IRollUpGrain>(GrainKeys.RollUp(unit, period)).Parts())!;
        return new TerritoryParts(view.Own, view.Agencies, view.Children, view.Expected, view.Filed, view.Version);
    }

    // Whose filings make up last year's figures follows from the two lists. The figures are read anew each time: a sealed year is still corrected,
    // most of all by whoever was refused for it here.
    private async ValueTask<Figures?> LastYear()
    {
        if (period.Previous is not { } before || await rosters.Find(before) is not { } then)
            return null;
        if (!ReferenceEquals(past.Now, roster) || !ReferenceEquals(past.Then, then))
            past = (roster, then, [.. PartsOfLastYear(roster!, then)]);
        var sums = new long[then.Form.Cells.Length];
        var found = false;
        foreach (var (of, kept, leaves) in past.Parts)
        {
            if (await readModels.Contribution(of, kept, before.ToString(), CancellationToken.None) is not { Filed: > 0 } sealedThen)
                continue;
            var tally = Tally.Decode(sealedThen.Figures.Span);
            if (leaves)
                tally.TakeFrom(sums);
            else
                tally.AddTo(sums);
            found |= !leaves;
        }
        return found ? Figures.Of(then.Form, Tally.Of(sums)) : null;
    }

    private IEnumerable<(UnitId Unit, ContributionScope Kept, bool Leaves)> PartsOfLastYear(Roster now, Roster then)
    {
        var known = lineage ?? Lineage.None;
        if (scope == ReportScope.Own)
            return known.PredecessorsOf(unit, period.FirstDay, period.LastDay).Append(unit).Select(u => (u, ContributionScope.Own, false));
        var members = TerritoryPast.Of(unit, now, then, known);
        var whole = then.Find(unit) is { } row ? new[] { (unit, row.Last == row.Ord ? ContributionScope.Own : ContributionScope.Total, false) } : [];
        return [.. whole, .. members.Joined.Select(u => (u, ContributionScope.Own, false)), .. members.Left.Select(u => (u, ContributionScope.Own, true))];
    }

    private async Task<IEnumerable<Finding>> Unusual(Figures figures)
    {
        var leaf = Listed!.Last == Listed.Ord;
        if (!FigureCheck.CanSum(figures) || unit.IsAgency || (scope == ReportScope.Own && !leaf))
            return []; // agencies differ by trade, and offices of governments are counted with their territory: neither has peers here
        var kept = scope == ReportScope.Own ? ContributionScope.Own : ContributionScope.Total;
        var peers = await readModels.Parts(period.ToString(), roster!.Rows[Listed.Parent].Unit, CancellationToken.None);
        return Outliers.Check(figures.WithSums(), await LastYear(),
            [.. peers.Where(p => p.Scope == kept && p.Unit != unit && !p.Unit.IsAgency && p.Filed > 0).Select(p => Tally.Decode(p.Figures.Span))]);
    }

    // no act: nothing was to be changed in a report that nobody has touched yet
    private ReceiptView Receipt(Act<ReportEvent>? act) => new(
        unit, period, Report.Pending?.Version ?? Report.Version, Report.Revision, Report.State, Report.Pending?.ContentHash ?? Report.Filed?.ContentHash ?? [],
        act?.Hash ?? [], act?.Position ?? 0, act?.At ?? clock.GetUtcNow(), Report.Filed?.Late ?? false, scope);

    private ReportView View(ImmutableArray<Finding> findings, CheckContext context) => new(
        unit, Listed!.Name, period, scope, Report.Revision, Report.State, Report.Version,
        Report.Filed is { } filed ? FilingOf(filed, Report) : null,
        Report.Pending is { } p ? new FilingView(p.Version, p.Content, p.ContentHash, p.By, p.At, "", false, p.Correction, p.Correction.Length > 0 ? Report.Filed?.Version ?? 0 : 0) : null,
        Report.Draft,
        Report.Rejected is { } r ? new RejectionView(r.Version, r.Reasons, r.By, r.At, r.Version > Report.LastVersion) : null,
        journal.Acts.Count == 0 ? [] : journal.Acts[^1].Hash,
        Listed.Due!.Value, Listed.Locks, Chasing(),
        [.. Report.Publications.Select(x => new PublicationView(x.Version, x.Where, x.On))],
        Report.Filed is not null && context.Parts is not null
            ? [.. Reconciliation.Since(Report.Filed.Content.Figures, context.Parts).Select(d => new CellDifferenceView(d.Cell, d.Before, d.After))]
            : [],
        findings, [.. journal.Acts.Select(ActViews.Of)],
        context.LastYear is null ? [] : [.. ContinuityCheck.CarriedOver(roster!.Form, context.LastYear).Keys.Select(c => roster.Form.Cells[c].Id)]);

    private static FilingView FilingOf(Filing f, Report of) =>
        new(f.Version, f.Content, f.ContentHash, f.Author, f.At, f.By, f.Late, f.Correction, of.Corrected?.Version ?? 0);

    private ChasingView Chasing() => new(
        Report.Exception?.Until, Report.Exception?.Reason ?? "", Report.Exception?.By ?? "",
        Report.Urged.Length, Report.Urged.IsEmpty ? null : Report.Urged[^1].At, Report.Urged.IsEmpty ? "" : Report.Urged[^1].Text);
}
