using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Time;

namespace Federation.Domain.Obligations;

/// <summary>What an item of an appraisal counts.</summary>
public enum AppraisalCount
{
    /// <summary>按期完成率: share of what fell due that was done in time; done late counts half.</summary>
    DoneInTime,

    /// <summary>按期签收率: share of duties accepted or objected to within the working days for it.</summary>
    AcceptedInTime,

    /// <summary>按期报送率: share of reports filed in time.</summary>
    FiledInTime,

    /// <summary>佐证退回: points taken off for each piece of evidence returned.</summary>
    EvidenceReturned,

    /// <summary>例外: points taken off for each exception.</summary>
    Exceptions,
}

/// <summary>One item of the formula.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">What it counts.</param>
/// <param name="Points">Points of a unit without fault: the cap of the item.</param>
/// <param name="Off">Points off for each case; for the counts of cases only.</param>
public sealed record AppraisalItem(string Name, AppraisalCount Count, decimal Points, decimal Off = 0);

/// <summary>考核办法: the formula, public to the appraised.</summary>
/// <param name="Name">Its title.</param>
/// <param name="Basis">The notice that sets it.</param>
/// <param name="Weight">Weight of disclosure work in the whole appraisal of the unit, 0.04 for 4%.</param>
/// <param name="Items">Its items; their points add up to 100.</param>
public sealed record AppraisalFormula(string Name, string Basis, decimal Weight, ImmutableArray<AppraisalItem> Items)
{
    private const decimal Full = 100;
    private const decimal LeastWeight = 0.04m;

    /// <summary>The one that holds where no notice sets another.</summary>
    public static AppraisalFormula Default { get; } = new("政务公开工作考核", "本系统规则", LeastWeight,
    [
        new("按期完成", AppraisalCount.DoneInTime, 60),
        new("按期签收", AppraisalCount.AcceptedInTime, 10),
        new("年报按期报送", AppraisalCount.FiledInTime, 20),
        new("佐证质量", AppraisalCount.EvidenceReturned, 5, 1),
        new("例外", AppraisalCount.Exceptions, 5, 1),
    ]);

    /// <summary>Equal in content.</summary>
    public bool SameAs(AppraisalFormula other) => this with { Items = [] } == other with { Items = [] } && Items.SequenceEqual(other.Items);

    /// <summary>Judges the formula itself.</summary>
    /// <returns>OB-201 to OB-203; empty when it may be used.</returns>
    public ImmutableArray<Finding> Check()
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (Weight is < LeastWeight or > 1)
            findings.Add(ObligationRules.WeightTooLow.At("weight", $"权重为 {Weight:0.##%},不得低于 4%", $"the weight is {Weight:0.##%}, at least 4% is required"));
        if (Items.Sum(i => i.Points) != Full)
            findings.Add(ObligationRules.WeightsDiffer.At("items", $"各项满分之和为 {Items.Sum(i => i.Points)}", $"the points add up to {Items.Sum(i => i.Points)}"));
        foreach (var bad in Items.GroupBy(i => i.Name).Where(g => g.Count() > 1 || string.IsNullOrWhiteSpace(g.Key) || g.Any(i => i.Points < 0 || i.Off < 0)))
            findings.Add(ObligationRules.BadItem.At(bad.Key));
        return findings.ToImmutable();
    }
}

/// <summary>A report of a unit as an appraisal sees it.</summary>
/// <param name="Report">Name, for example 2025 annual report.</param>
/// <param name="Due">Last day in time.</param>
/// <param name="FiledOn">Beijing date of the first sealed version; null: none.</param>
public sealed record FilingFact(string Report, DateOnly Due, DateOnly? FiledOn);

/// <summary>A point of an appraisal: what it was given or taken for.</summary>
/// <param name="Duty">The duty; null for a report.</param>
/// <param name="Slot">Slot or report.</param>
/// <param name="Credit">1 in full, 0.5 half, 0 none; for cases, how many.</param>
/// <param name="Evidence">Numbers of the evidence that counted.</param>
/// <param name="Text">Why.</param>
public sealed record AppraisalPoint(DutyId? Duty, string Slot, decimal Credit, ImmutableArray<int> Evidence, Because Text);

/// <summary>One item as scored.</summary>
/// <param name="Item">The item.</param>
/// <param name="Points">Points given, two places.</param>
/// <param name="Because">Every case that counted, for or against.</param>
public sealed record AppraisalScore(AppraisalItem Item, decimal Points, ImmutableArray<AppraisalPoint> Because);

/// <summary>考核结果: the points of one unit, each explained down to its evidence.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="On">Beijing date.</param>
/// <param name="Formula">By which formula.</param>
/// <param name="Scores">Item by item.</param>
/// <param name="Late">What was late and not done on that day.</param>
public sealed record Appraisal(UnitId Unit, DateOnly On, AppraisalFormula Formula, ImmutableArray<AppraisalScore> Scores, ImmutableArray<DigestLine> Late)
{
    /// <summary>All points, out of 100.</summary>
    public decimal Points => Scores.Sum(s => s.Points);

    /// <summary>What they add to the unit's whole appraisal of 100 points.</summary>
    public decimal Weighted => decimal.Round(Points * Formula.Weight, 2, MidpointRounding.AwayFromZero);

    /// <summary>Scores a unit. What has not fallen due, and what is waived, counts neither way; where nothing fell due, the points are given in full.</summary>
    /// <param name="watch">The book on the day.</param>
    /// <param name="filings">Reports that fell due.</param>
    /// <param name="formula">The formula; judged before.</param>
    public static Appraisal Of(DutyWatch watch, ImmutableArray<FilingFact> filings, AppraisalFormula formula)
    {
        var today = BeijingTime.DateOf(watch.Now);
        ImmutableArray<AppraisalScore> scores = [.. formula.Items.Select(item => Score(item, Cases(item.Count, watch, filings, today)))];
        return new(watch.Unit, today, formula, scores, [.. watch.Digest().Where(l => l.Light == DutyLight.Late)]);
    }

    private static AppraisalScore Score(AppraisalItem item, IEnumerable<AppraisalPoint> cases)
    {
        ImmutableArray<AppraisalPoint> all = [.. cases];
        var points = item.Count is AppraisalCount.EvidenceReturned or AppraisalCount.Exceptions ? Math.Max(0, item.Points - (item.Off * all.Sum(c => c.Credit)))
            : all.IsEmpty ? item.Points
            : item.Points * all.Sum(c => c.Credit) / all.Length;
        return new(item, decimal.Round(points, 2, MidpointRounding.AwayFromZero), all);
    }

    private static IEnumerable<AppraisalPoint> Cases(AppraisalCount count, DutyWatch watch, ImmutableArray<FilingFact> filings, DateOnly today) => count switch
    {
        AppraisalCount.DoneInTime => watch.Book.Asked.SelectMany(r => watch.StatusOf(r).Slots.Select(s => Done(r, s)).OfType<AppraisalPoint>()),
        AppraisalCount.AcceptedInTime => watch.Book.Asked.Select(r => Accepted(r, watch, today)).OfType<AppraisalPoint>(),
        AppraisalCount.FiledInTime => filings.Where(f => f.FiledOn is not null || f.Due < today).Select(Filed),
        AppraisalCount.EvidenceReturned => watch.Book.Asked.SelectMany(r => r.Evidence.Where(e => !e.Counts).Select(e => new AppraisalPoint(r.Duty.Id, "", 1, [e.Number],
            Obligations.Because.Say($"佐证 {e.Number} 被退回:{e.Reason}", $"evidence {e.Number} was returned: {e.Reason}")))),
        AppraisalCount.Exceptions => watch.Book.Asked.SelectMany(r => r.Exceptions.Select(e => new AppraisalPoint(r.Duty.Id, "", 1, [],
            Obligations.Because.Say($"例外至 {e.Until:yyyy-MM-dd}:{e.Reason}", $"an exception until {e.Until:yyyy-MM-dd}: {e.Reason}")))),
        _ => throw new ArgumentOutOfRangeException(nameof(count)),
    };

    private static AppraisalPoint? Done(DutyRecord record, Slot slot) => slot.Light switch
    {
        DutyLight.Done when slot.IsClaimed => new(record.Duty.Id, slot.Frame.Name, 0, slot.Counted, slot.Why[^1]),
        DutyLight.Done => new(record.Duty.Id, slot.Frame.Name, slot.DoneLate ? 0.5m : 1, slot.Counted, slot.Why[^1]),
        DutyLight.Late => new(record.Duty.Id, slot.Frame.Name, 0, slot.Counted, Obligations.Because.Say($"{slot.Due:yyyy-MM-dd} 到期,未完成", $"due on {slot.Due:yyyy-MM-dd}, not done")),
        _ => null,
    };

    private static AppraisalPoint? Accepted(DutyRecord record, DutyWatch watch, DateOnly today)
    {
        if (watch.RulesOf(record).UnacceptedAfter is not (> 0 and var within))
            return null; // no answer was asked for
        var due = watch.Days.AddWorkingDays(watch.Unit, record.ToAcceptSince, within);
        var answered = (record.Accepted?.At ?? record.Objection?.At) is { } at ? BeijingTime.DateOf(at) : (DateOnly?)null;
        if (answered is null && today <= due)
            return null;
        return answered is { } on
            ? new(record.Duty.Id, "", on <= due ? 1 : 0, [], Obligations.Because.Say($"{on:yyyy-MM-dd} 答复,限 {due:yyyy-MM-dd}", $"answered on {on:yyyy-MM-dd}, by {due:yyyy-MM-dd}"))
            : new(record.Duty.Id, "", 0, [], Obligations.Because.Say($"限 {due:yyyy-MM-dd} 签收,至今未答复", $"not answered, by {due:yyyy-MM-dd}"));
    }

    private static AppraisalPoint Filed(FilingFact filing) => filing.FiledOn is { } on
        ? new(null, filing.Report, on <= filing.Due ? 1 : 0, [], Obligations.Because.Say($"{filing.Report} {on:yyyy-MM-dd} 报送,限 {filing.Due:yyyy-MM-dd}", $"{filing.Report} filed on {on:yyyy-MM-dd}, by {filing.Due:yyyy-MM-dd}"))
        : new(null, filing.Report, 0, [], Obligations.Because.Say($"{filing.Report} 限 {filing.Due:yyyy-MM-dd},至今未报", $"{filing.Report} not filed, by {filing.Due:yyyy-MM-dd}"));
}
