using Federation.Contracts.Reports;
using Federation.Documents.Layouts;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Reading;

/// <summary>阅看: a report before a decision on it, with findings and differences.</summary>
public sealed partial class ReadPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public ReadModel Model { get; set; } = null!;

    private static readonly string[] Scripts = [];

    private Words W => Frame.Words;

    private DeskWords D => R.Call.D;

    private OpenReport R => Model.Report;

    private ReportView View => R.View;

    private string Title => D.ReportOf(View.Name, W.Period(View.Period));

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(View.Name + " · " + W.Period(View.Period), null, "zh-CN")];

    private TableLayout LayoutOf(string table) => FormLayouts.Of(R.Form).Single(l => l.Table == table);

    private string Printed(string cell)
    {
        var known = R.Form[cell];
        var value = Model.Content!.Figures[known.Index];
        return value.State switch
        {
            CellState.Missing => "",
            CellState.Number => Numbers.Printed(known, value.Value),
            _ => CellText.Write(known, value),
        };
    }

    private string? ClassOf(string cell)
    {
        var found = View.Findings.Where(f => f.Where == cell).ToList();
        return found.Exists(f => f.Blocks) ? "bad"
            : found.Exists(f => f.Severity == Severity.Warning) ? "warn"
            : Model.SinceVersion.Any(c => c.Cell.Id == cell) ? "moved" : null;
    }
}
