using System.Globalization;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Sheets;

/// <summary>Standing bars, one a year, with their values; a year without a report stays open and says so.</summary>
public sealed partial class TrendChart : ComponentBase
{
    private const int Left = 20, Step = 82, BarWidth = 46, Ground = 156, Tallest = 100, Gap = 30;

    /// <summary>Language.</summary>
    [Parameter, EditorRequired]
    public Words Words { get; set; } = null!;

    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired]
    public TrendLine Line { get; set; } = null!;

    private string Title => Words.IsEnglish ? Line.Title.En : Line.Title.Zh;

    private string Alternative => Words.TrendAlternative([.. Line.Points.Select(p => Words.TrendPoint(p.Year, p.Value))]);

    private IEnumerable<(TrendPoint Point, int X, int Middle, int Top, int Height, int Baseline, string Text)> Bars
    {
        get
        {
            var most = Math.Max(1, Line.Points.Max(p => p.Value ?? 0));
            return Line.Points.Select((point, at) =>
            {
                var x = Left + (at * Step);
                var height = point.Value is { } value ? (int)Math.Ceiling((double)value / most * Tallest) : Gap;
                var baseline = point.Value is null ? Ground - 11 : Ground - height - 6; // a gap says so inside its frame
                return (point, x, x + (BarWidth / 2), Ground - height, height, baseline, point.Value is { } known ? Numbers.Count(known) : Numbers.None);
            });
        }
    }

    private static string Year(TrendPoint point) => point.Year.ToString(CultureInfo.InvariantCulture);
}
