using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Documents.Trends;

/// <summary>One year of a trend.</summary>
/// <param name="Period">Annual period.</param>
/// <param name="Form">Its form; a headline of one form may be absent in another.</param>
/// <param name="Name">The unit's name on the list of the period.</param>
/// <param name="State">State of the own report; null for a whole territory, which is many reports.</param>
/// <param name="Expected">How many must file; 1 for an own report.</param>
/// <param name="Filed">How many have.</param>
/// <param name="Values">The headlines of the form, in its order; empty when nothing is filed: no figure is not zero.</param>
public sealed record TrendYear(
    PeriodId Period, ReportForm Form, string Name, ReportState? State, long Expected, long Filed, ImmutableArray<(HeadlineFigure Headline, long Value)> Values);

/// <summary>
/// 历年走势: headline figures over years, for services and pages alike. Read from what is kept for totals, one row a year; no grain is woken.
/// A total is the one written last, up to three seconds behind its grain.
/// </summary>
public sealed class TrendReader(IReadModels readModels, IRosters rosters)
{
    /// <summary>Longest trend.</summary>
    public const int MostYears = 20;

    /// <summary>Reads the years in which an annual period is open and its list holds the unit.</summary>
    /// <param name="unit">Whose figures; by its code of the year: a unit renumbered since has its earlier years under its earlier code.</param>
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
            if (await rosters.Find(period, ct) is { } roster && roster.Find(unit) is { } row)
                read.Add(await Year(roster, row, scope, ct));
        }
        return read.ToImmutable();
    }

    private async ValueTask<TrendYear> Year(Roster roster, RosterRow row, ReportScope scope, CancellationToken ct)
    {
        // the own filing of a unit with nothing below is its total
        var kept = scope == ReportScope.Own || row.Last == row.Ord ? ContributionScope.Own : ContributionScope.Total;
        var found = await readModels.Contribution(row.Unit, kept, roster.Period.ToString(), ct);
        ImmutableArray<(HeadlineFigure, long)> values = [];
        if (found is { Filed: > 0 })
        {
            var tally = Tally.Decode(found.Figures.Span);
            values = [.. roster.Form.Headlines.Select(h => (h, h.Cells.Sum(cell => tally[cell])))];
        }
        return new TrendYear(
            roster.Period, roster.Form, row.Name, scope == ReportScope.Own ? StateOf(found) : null,
            scope == ReportScope.Own ? (row.Due is null ? 0 : 1) : roster.ExpectedIn(row), found?.Filed ?? 0, values);
    }

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
