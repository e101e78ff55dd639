using Federation.Contracts.Reports;
using Federation.Domain.Reports;

namespace Federation.Web.Reports.Annual;

/// <summary>What the annual report document of a unit is made from.</summary>
/// <param name="FullName">Official name with everything above it.</param>
/// <param name="Whole">全辖区: other units are in it. False: the own filing of a unit with nothing below.</param>
/// <param name="Period">Report year.</param>
/// <param name="Form">Form of the period.</param>
/// <param name="Total">The total.</param>
/// <param name="Parts">How many parts one level down are in it.</param>
/// <param name="GeneratedAt">Moment of making.</param>
public sealed record AnnualReportModel(
    string FullName, bool Whole, PeriodId Period, ReportForm Form, TotalView Total, int Parts, DateTimeOffset GeneratedAt)
{
    /// <summary>True when nothing has been filed: then no cell has a figure.</summary>
    public bool NothingFiled => Total.Coverage.Counts.Filed == 0;

    /// <summary>A cell as printed.</summary>
    public string Cell(string cell) => NothingFiled ? Numbers.None : Numbers.Printed(Form[cell], Total.Tally[Form[cell].Index]);

    /// <summary>Sum of some cells.</summary>
    public long Sum(IEnumerable<string> cells) => cells.Sum(cell => Total.Tally[Form[cell].Index]);
}
