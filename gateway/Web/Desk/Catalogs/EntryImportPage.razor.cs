using Federation.Documents.Catalogs.Import;
using Federation.Documents.Import;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Catalogs;

/// <summary>公开目录导入: a table, what it would change entry by entry and column by column, and then the choice.</summary>
public sealed partial class EntryImportPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>Who asks.</summary>
    [Parameter, EditorRequired]
    public DeskCall Call { get; set; } = null!;

    /// <summary>What was found or done; null: nothing yet.</summary>
    [Parameter]
    public EntryOutcomes? Outcome { get; set; }

    private const int Most = 500;

    private Words W => Frame.Words;

    private DeskWords D => Call.D;

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(D.EntryImport, null)];

    private EntrySums? Sums => Outcome!.Steps.LastOrDefault()?.Sums;

    private List<EntryStep> Differences => [.. Outcome!.Steps.Where(s => s.Fate is EntryFate.New or EntryFate.Altered or EntryFate.Removed)];

    private List<ImportFinding> Findings => [.. Outcome!.Steps.SelectMany(s => s.Findings).OrderByDescending(f => f.Finding.Blocks)];
}
