using System.Collections.Immutable;
using Federation.Documents.Layouts;
using Federation.Documents.Trends;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Web.Reports.Sheets;

/// <summary>A year on a trend.</summary>
/// <param name="Year">Report year.</param>
/// <param name="Value">Its figure; null when there is no report of it, which is not a zero.</param>
public sealed record TrendPoint(int Year, long? Value);

/// <summary>What a figure was over the years.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Title">What it counts.</param>
/// <param name="Points">Oldest first, every year of the span.</param>
public sealed record TrendLine(string Id, Printed Title, ImmutableArray<TrendPoint> Points);

/// <summary>Five years of one unit as lines to draw.</summary>
internal sealed class Trends(TrendReader reader)
{
    private const int Years = 5;

    /// <summary>Lines that end with a year whose figures are at hand.</summary>
    /// <param name="unit">Unit.</param>
    /// <param name="period">The last year; another kind of period has no trend.</param>
    /// <param name="scope">Own reports or the whole territory.</param>
    /// <param name="form">Form of that year.</param>
    /// <param name="now">Its figures; null when nothing is filed.</param>
    /// <param name="ct">Ends the read.</param>
    public async Task<ImmutableArray<TrendLine>> Of(UnitId unit, PeriodId period, ReportScope scope, ReportForm form, Tally? now, CancellationToken ct)
    {
        if (period.Kind != PeriodKind.Annual)
            return [];
        var years = new List<(int Year, ReportForm Form, Tally? Tally)>();
        for (var year = period.Year - Years + 1; year < period.Year; year++)
        {
            var past = await reader.Year(unit, scope, PeriodId.Annual(year), ct);
            years.Add((year, past?.Roster.Form ?? form, past?.Tally));
        }
        years.Add((period.Year, form, now));
        return
        [
            Line("trend-received", FormCharts.Received, FormCharts.ReceivedCells, years),
            Line("trend-proactive", FormCharts.Decisions, FormCharts.DecisionCells, years),
        ];
    }

    private static TrendLine Line(string id, Printed title, Func<ReportForm, ImmutableArray<int>> cells, List<(int Year, ReportForm Form, Tally? Tally)> years) =>
        new(id, title, [.. years.Select(y => new TrendPoint(y.Year, y.Tally is { } t && cells(y.Form) is { IsEmpty: false } found ? found.Sum(c => t[c]) : null))]);
}
