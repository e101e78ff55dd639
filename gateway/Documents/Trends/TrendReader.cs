using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Documents.Trends;

/// <summary>One year of a trend.</summary>
/// <param name="Period">Annual period.</param>
/// <param name="Form">Its form; a headline of one form may be absent in another.</param>
/// <param name="Name">The unit's name on the list of the period; with those it has taken over since, joined by 、.</param>
/// <param name="State">State of the own report; null for a whole territory, which is many reports.</param>
/// <param name="Expected">How many must file; 1 for an own report, and 1 more for each predecessor.</param>
/// <param name="Filed">How many have.</param>
/// <param name="Values">The headlines of the form, in its order; empty when nothing is filed: no figure is not zero.</param>
public sealed record TrendYear(
    PeriodId Period, ReportForm Form, string Name, ReportState? State, long Expected, long Filed, ImmutableArray<(HeadlineFigure Headline, long Value)> Values);

/// <summary>All figures of a unit in one year, as far as kept for totals.</summary>
/// <param name="Roster">List of the year.</param>
/// <param name="Names">Names of those whose figures they are, on that list: the unit, and whom it has taken over since.</param>
/// <param name="Expected">How many must file.</param>
/// <param name="Filed">How many have.</param>
/// <param name="Own">The unit's own filing; null when it has none, is not listed, or a total is asked for.</param>
/// <param name="Tally">Their sum; null when nothing is filed.</param>
public sealed record YearFigures(Roster Roster, ImmutableArray<string> Names, long Expected, long Filed, ContributionRow? Own, Tally? Tally);

/// <summary>
/// 历年走势: figures over years, for services, pages and documents alike. Read from what is kept for totals, one row a unit and year; no grain is
/// woken. A total is the one written last, up to three seconds behind its grain. 沿革: years before a unit was renumbered or took over others
/// hold the figures of its predecessors, so that a trend compares like with like.
/// </summary>
/// <param name="readModels">What is kept for totals.</param>
/// <param name="rosters">Lists of the periods.</param>
/// <param name="lineage">Who took over from whom; null: nobody did.</param>
public sealed class TrendReader(IReadModels readModels, IRosters rosters, Lineage? lineage = null)
{
    /// <summary>Longest trend.</summary>
    public const int MostYears = 20;

    /// <summary>Reads the years in which an annual period is open and its list holds the unit or one of its predecessors.</summary>
    /// <param name="unit">Whose figures.</param>
    /// <param name="scope">Own reports, or the whole territory.</param>
    /// <param name="lastYear">Report year with which it ends; null: the newest.</param>
    /// <param name="years">How many years at most, counted from the last.</param>
    /// <param name="ct">Ends the read.</param>
    /// <returns>The oldest first.</returns>
    public async Task<ImmutableArray<TrendYear>> Read(UnitId unit, ReportScope scope, int? lastYear, int years, CancellationToken ct)
    {
        var open = (await readModels.Periods(ct)).Select(p => PeriodId.Parse(p.Period)).Where(p => p.Kind == PeriodKind.Annual && p.Year <= (lastYear ?? int.MaxValue)).ToList();
        if (open.Count == 0)
            return [];
        var first = open.Max(p => p.Year) - Math.Clamp(years, 1, MostYears) + 1;
        var read = ImmutableArray.CreateBuilder<TrendYear>();
        foreach (var period in open.Where(p => p.Year >= first).OrderBy(p => p.Year))
        {
            if (await Year(unit, scope, period, ct) is { } year)
                read.Add(HeadlinesOf(year, scope));
        }
        return read.ToImmutable();
    }

    /// <summary>One year; null when it is not open, or its list holds neither the unit nor a predecessor.</summary>
    public async Task<YearFigures?> Year(UnitId unit, ReportScope scope, PeriodId period, CancellationToken ct)
    {
        if (await rosters.Find(period, ct) is not { } roster)
            return null;
        var before = (lineage ?? Lineage.None).PredecessorsOf(unit, period.FirstDay, DateOnly.MaxValue);
        var rows = before.Insert(0, unit).Select(roster.Find).OfType<RosterRow>().ToList();
        if (rows.Count == 0)
            return null;
        // a total of a territory holds the predecessors that stood within it
        if (scope == ReportScope.Whole)
            rows.RemoveAll(row => rows.Exists(other => other.Ord < row.Ord && row.Ord <= other.Last));
        var sums = new long[roster.Form.Cells.Length];
        var (filed, own) = (0L, (ContributionRow?)null);
        foreach (var row in rows)
        {
            // the own filing of a unit with nothing below is its total
            var kept = scope == ReportScope.Own || row.Last == row.Ord ? ContributionScope.Own : ContributionScope.Total;
            var found = await readModels.Contribution(row.Unit, kept, period.ToString(), ct);
            if (found is { Filed: > 0 })
                Tally.Decode(found.Figures.Span).AddTo(sums);
            filed += found?.Filed ?? 0;
            own = scope == ReportScope.Own && row.Unit == unit ? found : own;
        }
        var expected = rows.Sum(row => scope == ReportScope.Whole ? roster.ExpectedIn(row) : row.Due is null ? 0 : 1);
        return new YearFigures(roster, [.. rows.Select(r => r.Name)], expected, filed, own, filed > 0 ? Tally.Of(sums) : null);
    }

    private static TrendYear HeadlinesOf(YearFigures year, ReportScope scope) => new(
        year.Roster.Period, year.Roster.Form, string.Join('、', year.Names), scope == ReportScope.Own ? StateOf(year.Own) : null, year.Expected, year.Filed,
        year.Tally is { } tally ? [.. year.Roster.Form.Headlines.Select(h => (h, h.Cells.Sum(cell => tally[cell])))] : []);

    private static ReportState StateOf(ContributionRow? row) => row switch
    {
        null => ReportState.NotFiled,
        { Filed: 0, Returned: > 0 } => ReportState.Returned,
        { Filed: 0 } => ReportState.NotFiled,
        { Accepted: > 0, Published: > 0 } => ReportState.Published,
        { Accepted: > 0 } => ReportState.Accepted,
        _ => ReportState.Sealed,
    };
}
