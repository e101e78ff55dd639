using Federation.Documents.Layouts;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Annual;

/// <summary>政府信息公开工作年度报告: the tables of a unit's annual report as one document for reading, printing and keeping.</summary>
public sealed partial class AnnualReportDocument : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public AnnualReportModel Model { get; set; } = null!;

    /// <summary>Address to return to; null when the document stands alone.</summary>
    [Parameter]
    public string? Back { get; set; }

    private string Title => ReportWords.Title(Model.FullName, Model.Period, Model.Form);

    private long Filed => Model.Total.Coverage.Counts.Filed;

    private long Expected => Model.Total.Coverage.Expected;

    private IReadOnlyList<ChartItem> Outcomes =>
        [.. FormCharts.OutcomeGroups(Model.Form).Select(g => new ChartItem(g.Text.Zh, Model.Sum(g.Rows.Select(row => $"t3.{row}.total"))))];

    private IReadOnlyList<ChartItem> Applicants =>
        [.. FormCharts.ApplicantKinds(Model.Form).Select(a => new ChartItem(a.Text.Zh, Model.Sum([$"t3.new.{a.Id}"])))];
}
