using Federation.Documents;
using Federation.Documents.Layouts;
using Federation.Domain.Reports;
using Federation.Web.Reports.Annual;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Filed;

/// <summary>政府信息公开工作年度报告: a report in full, section by section as the form prints it.</summary>
public sealed partial class FiledReport : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public ReportDocument Model { get; set; } = null!;

    private IReadOnlyList<ChartItem> Outcomes =>
        [.. FormCharts.OutcomeGroups(Model.Form).Select(g => new ChartItem(g.Text.Zh, g.Rows.Sum(row => Value($"t3.{row}.total"))))];

    private IReadOnlyList<ChartItem> Applicants =>
        [.. FormCharts.ApplicantKinds(Model.Form).Select(a => new ChartItem(a.Text.Zh, Value($"t3.new.{a.Id}")))];

    private long Value(string cell) => Model.Content.Figures[Model.Form[cell].Index].Value;

    private string Printed(string cell)
    {
        var known = Model.Form[cell];
        var value = Model.Content.Figures[known.Index];
        return value.State switch
        {
            CellState.Missing => "",
            CellState.NotApplicable or CellState.NotDue => "/",
            _ => Numbers.Printed(known, value.Value),
        };
    }

    private string[] Paragraphs(string section) =>
        Model.Content.Texts.GetValueOrDefault(section, "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private TableLayout LayoutOf(string table) => FormLayouts.Of(Model.Form).Single(l => l.Table == table);
}
