using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Coverage;

/// <summary>报送情况: how many have filed in a territory and in each unit directly below; keeps itself up to date.</summary>
public sealed partial class CoveragePage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public CoverageModel Model { get; set; } = null!;

    private Words W => Frame.Words;

    private string Title => W.CoverageOf(Model.Place.Row.Name, Model.Place.Roster.Period);

    private IReadOnlyList<(string Id, string Label)> Headlines =>
        [.. Model.Place.Roster.Form.Headlines.Select(h => (h.Id, W.Of(h)))];

    private IEnumerable<(string Figure, string Label, string Kind)> Tiles =>
    [
        (CoverageFigures.Expected, W.Expected, "main"),
        (CoverageFigures.Filed, W.Filed, "main"),
        (CoverageFigures.Missing, W.Missing, "main"),
        (CoverageFigures.Late, W.Late, "bad"),
        (CoverageFigures.Returned, W.Returned, "bad"),
        (CoverageFigures.Corrected, W.Corrected(), "bad"),
        (CoverageFigures.Accepted, W.Accepted, ""),
        (CoverageFigures.Published, W.Published(), ""),
        .. Headlines.Select(h => (h.Id, h.Label, "headline")),
    ];
}
