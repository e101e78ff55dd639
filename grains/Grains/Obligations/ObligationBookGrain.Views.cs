using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Domain.Authority;
using Federation.Domain.Ledger;
using Federation.Domain.Obligations;
using Federation.Domain.Reports;
using Federation.Domain.Time;

namespace Federation.Grains.Obligations;

/// <summary>A book of duties as it is read.</summary>
public sealed partial class ObligationBookGrain
{
    /// <inheritdoc />
    public Task<Reply<DutyBookView>> Get(Subject by) => Read(by, BookViewOf);

    /// <inheritdoc />
    public Task<Reply<DigestView>> Digest(Subject by) =>
        Read(by, () => new DigestView(unit, clock.Today(), [.. Watch(Book).Digest().Select(DutyViewsOf.Line)]));

    /// <inheritdoc />
    public Task<Reply<BurdenView>> Burden(Subject by) => Read(by, () => new BurdenView(unit, year,
    [
        .. Domain.Obligations.Burden.Of(Book, unit, year, clock.GetUtcNow(), days)
            .Select(m => new MonthBurdenView(m.Month, m.Minutes, [.. m.Lines.Select(l => new BurdenLineView(l.Duty, l.Issuer, l.Times, l.Minutes))])),
    ]));

    /// <inheritdoc />
    public async Task<Reply<AppraisalView>> Appraise(Subject by)
    {
        if (Permissions.Check(by, Permission.ReadDuties, unit, divisions.Today) is { } denied)
            return Reply.Refuse<AppraisalView>(denied);
        var filings = await Filings();
        var formula = await FormulaViews.InForce(GrainFactory, divisions.Today, unit, year);
        return await Read(by, () => DutyViewsOf.Appraisal(Appraisal.Of(Watch(Book), filings, FormulaViews.Formula(formula)), formula));
    }

    /// <inheritdoc />
    public async Task<Reply<FormulaView>> Formula(Subject by) => Permissions.Check(by, Permission.ReadDuties, unit, divisions.Today) is { } denied
        ? Reply.Refuse<FormulaView>(denied)
        : Reply.Of(await FormulaViews.InForce(GrainFactory, divisions.Today, unit, year));

    private Task<Reply<T>> Read<T>(Subject by, Func<T> view)
        where T : class =>
        Task.FromResult(Permissions.Check(by, Permission.ReadDuties, unit, divisions.Today) is { } denied ? Reply.Refuse<T>(denied) : Reply.Of(view()));

    private DutyBookView BookViewOf()
    {
        var watch = Watch(Book);
        return new(
            unit, year, Book.Revision, watch.Now,
            [.. Book.Plans.Values.Select(p => new PlanArrivalView(p.Plan, p.Version, p.Issuer, p.Title, p.IssuedAt, p.DeliveredAt, p.OpenedAt)
            {
                Rules = p.Rules is { } r ? new EscalationRulesView(r.UnacceptedAfter, r.LateAfter, r.SoonWithin, r.Basis) : null,
            })],
            [.. Book.Records.Values.Select(r => DutyViewsOf.Duty(r, watch.StatusOf(r)))],
            [.. watch.Escalations().Select(e => new EscalationView(e.Duty, DutyViewsOf.Word(e.Cause), e.Slot, e.On, e.To, e.Reached))],
            new EscalationRulesView(Rules.UnacceptedAfter, Rules.LateAfter, Rules.SoonWithin, Rules.Basis),
            [.. Book.Moves.Select(m => new MovedDateView(m.Date.Duty, m.Date.Slot, m.Date.Was, m.Date.Now, m.Notice, m.On))]);
    }

    // Reports whose last day falls into the year of the book.
    private async Task<ImmutableArray<FilingFact>> Filings()
    {
        var filed = (await readModels.FilingsOf(unit, CancellationToken.None)).Where(f => f.Scope == ContributionScope.Own).ToDictionary(f => f.Period);
        var facts = ImmutableArray.CreateBuilder<FilingFact>();
        foreach (var period in await readModels.Periods(CancellationToken.None))
        {
            if (await rosters.Find(PeriodId.Parse(period.Period)) is { } roster && roster.Find(unit)?.Due is { } due && due.Year == year)
                facts.Add(new FilingFact(period.Period, due, filed.GetValueOrDefault(period.Period) is { Filed: > 0 } row ? FiledOn(row, due) : null));
        }
        return facts.ToImmutable();
    }

    // The row tells the moment of its last change and whether the first filing was late: a later correction does not make it so.
    private static DateOnly FiledOn(ContributionRow row, DateOnly due)
    {
        var on = BeijingTime.DateOf(row.At);
        return row.Late > 0 ? (on > due ? on : due.AddDays(1)) : on < due ? on : due;
    }

    private async Task<decimal?> FigureOf(string reference)
    {
        return HeldSource.TryParse($"report:{reference.Trim()}", out var source)
            && await readModels.Contribution(unit, ContributionScope.Own, source.Period.ToString(), CancellationToken.None) is { Filed: > 0 } row
            && await rosters.Find(source.Period) is { } roster
                ? source.Figure(roster.Form, Tally.Decode(row.Figures.Span))
                : null;
    }

    // What the system holds answers by itself: asked at every act, and whenever a date wakes the book.
    private async Task FillIn()
    {
        foreach (var record in Book.Asked.Where(r => r.Closed is null).ToList())
        {
            if (HeldNumbers.SourceOf(record) is { } source && await FigureOf(source.Reference) is { } figure && !HeldNumbers.IsAnswered(record, source, figure))
                await Record(System, "", book => book.FillIn(record.Duty.Id, source, figure, clock.GetUtcNow()), _ => false);
        }
    }

    // Null: there is somewhere to look, and it is not there.
    private async Task<EvidenceCheck?> CheckOf(EvidenceKind kind, string reference)
    {
        if (kind == EvidenceKind.ReportCell)
            return EvidenceCheck.Verified; // its figure has just been read
        if (lookups.FirstOrDefault(l => l.Kind == kind) is not { } lookup)
            return EvidenceCheck.Unchecked;
        return await lookup.Holds(unit, reference, CancellationToken.None) ? EvidenceCheck.Verified : null;
    }
}
