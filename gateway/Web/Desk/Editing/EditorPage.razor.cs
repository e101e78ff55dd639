using System.Globalization;
using Federation.Contracts.Reports;
using Federation.Documents.Layouts;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Editing;

/// <summary>填报: the form, table by table and section by section, with what the rules find beside it.</summary>
public sealed partial class EditorPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public EditorModel Model { get; set; } = null!;

    private static readonly string[] Scripts = ["editor.js"];

    private Words W => Frame.Words;

    private DeskWords D => Model.Report.Call.D;

    private OpenReport R => Model.Report;

    private ReportView View => R.View;

    private string Title => D.EditorOf(View.Name, W.Period(View.Period));

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(View.Name + " · " + W.Period(View.Period), null, "zh-CN")];

    private string Unlock => R.At() + (R.At().Contains('?', StringComparison.Ordinal) ? "&unlock=1" : "?unlock=1");

    private List<Finding> Disposable => [.. Model.Findings.Where(EditorModel.MayBeDisposed)];

    private TableLayout LayoutOf(string table) => FormLayouts.Of(R.Form).Single(l => l.Table == table);

    private string? Describes(FormSection section)
    {
        IEnumerable<string> ids =
        [
            .. section.MustCover.IsEmpty ? (string[])[] : ["m-" + section.Id],
            .. Model.Findings.Select((f, at) => (f, at)).Where(x => EditorModel.AnchorOf(R.Form, x.f.Where) == "x-" + section.Id)
                .Select(x => "f-" + x.at.ToString(CultureInfo.InvariantCulture)),
        ];
        return string.Join(' ', ids) is { Length: > 0 } all ? all : null;
    }
}
