using System.Globalization;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Sheets;

/// <summary>A bar of a chart.</summary>
/// <param name="Label">What it counts.</param>
/// <param name="Value">How many; not negative.</param>
public sealed record ChartItem(string Label, long Value);

/// <summary>Lying bars with their values written out, and the same as a sentence for readers that cannot see.</summary>
public sealed partial class BarChart : ComponentBase
{
    private const int LabelEnd = 112, BarStart = 118, BarHeight = 16, RowHeight = 26, LongestBar = 250, FirstRow = 30;

    /// <summary>Unique on the page.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Title.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Bars, from the top.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChartItem> Items { get; set; } = [];

    private int Bottom => FirstRow + (Items.Count * RowHeight);

    private string Size => $"440 {Bottom + 6}";

    private string Alternative => ReportWords.ChartAlternative(Items.Select(i => ReportWords.ChartItem(i.Label, Written(i.Value))));

    private IEnumerable<(ChartItem Item, int Top, int Baseline, int Width, int ValueStart)> Rows
    {
        get
        {
            var most = Math.Max(1, Items.Max(i => i.Value));
            return Items.Select((item, index) =>
            {
                var (top, width) = (FirstRow + (index * RowHeight), (int)Math.Ceiling((double)item.Value / most * LongestBar));
                return (item, top, top + 13, width, BarStart + width + 6);
            });
        }
    }

    private static string Written(long value) => value.ToString(CultureInfo.InvariantCulture);
}
