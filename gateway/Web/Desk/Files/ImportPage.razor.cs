using Federation.Documents.Exchange;
using Federation.Documents.Import;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Files;

/// <summary>导入: a file, what was found in it place by place, what it means for the totals, and then the choice.</summary>
public sealed partial class ImportPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>Who asks.</summary>
    [Parameter, EditorRequired]
    public DeskCall Call { get; set; } = null!;

    /// <summary>Period the reports must be of; empty: whichever they name.</summary>
    [Parameter]
    public string Period { get; set; } = "";

    /// <summary>What was found or done; null: nothing yet.</summary>
    [Parameter]
    public ImportOutcome? Outcome { get; set; }

    private const int MostFindings = 500;

    private Words W => Frame.Words;

    private DeskWords D => Call.D;

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(D.Import, null)];

    private List<ImportStep> Reports => [.. Outcome!.Steps.Where(s => s.Unit.Length > 0)];

    private int Taken => Reports.Count(s => s.Taken);

    private List<(string Unit, ImportFinding Found)> Findings =>
        [.. Outcome!.Steps.SelectMany(s => s.Findings.Select(f => (Unit: s.Unit.Length > 0 ? s.UnitName : "", Found: f))).OrderByDescending(f => f.Found.Finding.Blocks)];

    private IEnumerable<TotalEffect> Effects => Outcome!.Steps.SelectMany(s => s.Effects.IsDefault ? [] : s.Effects);
}
