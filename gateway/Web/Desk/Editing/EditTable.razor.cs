using System.Globalization;
using Federation.Documents.Layouts;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Web.Desk.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Editing;

/// <summary>A table of a form in its printed layout, to be filled in. Sums and carried-over cells are shown and not typed.</summary>
public sealed partial class EditTable : ComponentBase
{
    /// <summary>The layout.</summary>
    [Parameter, EditorRequired]
    public TableLayout Layout { get; set; } = null!;

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public EditorModel Model { get; set; } = null!;

    /// <summary>Caption.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    private bool English => Model.Report.Call.Frame.Words.IsEnglish;

    private DeskWords D => Model.Report.Call.D;

    private string Say(Printed text) => English ? text.En : text.Zh;

    private string LabelOf(FormCell cell) => English ? cell.LabelEn : cell.Label;

    private string Text(FormCell cell) => Model.Unreadable.GetValueOrDefault(cell.Id) ?? Shown(cell);

    private string Stored(FormCell cell) => CellText.Write(cell, (Model.Report.View.Draft ?? Model.Content).Figures[cell.Index]);

    private string Shown(FormCell cell) => CellText.Write(cell, Model.Content.Figures[cell.Index]);

    private bool Fixed(FormCell cell) => cell.Derived || Model.Locked(cell) || Model.Content.Figures[cell.Index].State == CellState.NotDue;

    private string? Terms(FormCell cell) => cell.Derived ? string.Join(' ', cell.Terms.Select(t => Model.Report.Form.Cells[t].Id)) : null;

    private Finding? Worst(FormCell cell) => Model.Findings.Where(f => f.Where == cell.Id).OrderByDescending(f => f.Severity == Severity.Error).ThenBy(f => f.Severity).FirstOrDefault();

    private string? Describes(FormCell cell)
    {
        IEnumerable<string> ids =
        [
            .. Model.Findings.Select((f, at) => (f, at)).Where(x => x.f.Where == cell.Id).Select(x => "f-" + x.at.ToString(CultureInfo.InvariantCulture)),
            .. Model.Locked(cell) ? ["carried-hint"] : (string[])[],
        ];
        return string.Join(' ', ids) is { Length: > 0 } all ? all : null;
    }

    private string ClassOf(FormCell cell, Finding? found) =>
        (cell.Derived ? "sum" : Model.Locked(cell) ? "carried" : "open") + (found is null ? "" : found.Blocks ? " bad" : found.Severity == Severity.Warning ? " warn" : "");

    private static string? Span(int cells) => cells == 1 ? null : cells.ToString(CultureInfo.InvariantCulture);

    private static string ScopeOf(Heading heading) => heading.Scope switch
    {
        HeadingScope.Col => "col",
        HeadingScope.ColGroup => "colgroup",
        HeadingScope.Row => "row",
        _ => "rowgroup",
    };
}
