using System.Collections.Immutable;
using Federation.Contracts.Reports;
using Federation.Domain.Reports;
using Federation.Web.Reports.Sheets;
using Federation.Web.Text;

namespace Federation.Web.Reports.Annual;

/// <summary>What the document of a total is made from.</summary>
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

    /// <summary>Lines over years.</summary>
    public ImmutableArray<TrendLine> Trends { get; init; } = [];

    /// <summary>A cell as printed.</summary>
    public string Cell(string cell) => NothingFiled ? Numbers.None : Numbers.Printed(Form[cell], Total.Tally[Form[cell].Index]);

    /// <summary>The document: the tables alone, labelled as a total that nobody has sealed.</summary>
    internal Sheet ToSheet()
    {
        var (filed, expected) = (Total.Coverage.Counts.Filed, Total.Coverage.Expected);
        return new Sheet(ReportWords.Title(FullName, Period, Form), ReportWords.Subtitle(Whole), Form, Cell, cell => Total.Tally[Form[cell].Index])
        {
            Facts =
            [
                new(ReportWords.Unit, FullName), new(ReportWords.Code, Total.Unit.Value), new(ReportWords.Span, ReportWords.SpanOf(Period)),
                new(ReportWords.Coverage, ReportWords.CoverageOf(filed, expected)),
            ],
            Cautions =
            [
                .. Whole ? [ReportWords.NotSealed] : ImmutableArray<string>.Empty,
                .. NothingFiled ? [ReportWords.NothingFiled] : filed < expected ? [ReportWords.Incomplete(expected - filed)] : ImmutableArray<string>.Empty,
            ],
            Charts = !NothingFiled,
            Trends = Trends,
            Provenance =
            [
                ReportWords.Basis(Form.Basis), ReportWords.CoverageOf(filed, expected), ReportWords.Parts(Parts), ReportWords.Version(Total.Version),
                ReportWords.Newest(Total.Newest is { } newest ? Numbers.Moment(newest) : null), ReportWords.GeneratedAt(Numbers.Moment(GeneratedAt)),
            ],
        };
    }
}
