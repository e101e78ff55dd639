using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Coverage;

/// <summary>The parts of a territory, one line each, and their sum.</summary>
public sealed partial class CoverageTable : ComponentBase
{
    /// <summary>Language.</summary>
    [Parameter, EditorRequired]
    public Words Words { get; set; } = null!;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public CoverageModel Model { get; set; } = null!;

    /// <summary>Headline figures of the form.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<(string Id, string Label)> Headlines { get; set; } = [];

    private IEnumerable<string> Columns => [CoverageFigures.Late, CoverageFigures.Returned, CoverageFigures.Corrected, CoverageFigures.Accepted, CoverageFigures.Published, .. Headlines.Select(h => h.Id)];

    private static string Plain(LineModel line, string name) => Numbers.Plain(line.Figures[name].Value);
}
