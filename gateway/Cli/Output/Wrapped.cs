using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Federation.Cli.Output;

/// <summary>
/// Plain text broken as Chinese is: between any two characters, but never before a closing or after an opening mark; Latin words and numbers
/// stay whole where they can. The library's own text never ends when a wide character meets a column of one cell.
/// </summary>
/// <param name="text">The text; \n begins a new line.</param>
/// <param name="style">How it looks; null: as the rest.</param>
internal sealed class Wrapped(string text, Style? style = null) : Renderable
{
    private const string NeverFirst = ",。、;:?!)〕》」』”’…·,.;:?!)]}%*";
    private const string NeverLast = "(〔《「『“‘([{";

    /// <summary>Cells that a text takes on a terminal.</summary>
    public static int WidthOf(string text) => new Segment(text).CellCount();

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var longest = text.Split('\n').Max(WidthOf);
        return new Measurement(Math.Min(longest, 2), longest);
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var first = true;
        foreach (var line in text.Split('\n').SelectMany(l => Lines(l, maxWidth)))
        {
            if (!first)
                yield return Segment.LineBreak;
            first = false;
            var space = options.Justification == Justify.Right ? maxWidth - WidthOf(line) : 0;
            yield return new Segment(new string(' ', Math.Max(0, space)));
            yield return new Segment(line, style ?? Style.Plain);
        }
    }

    /// <summary>Breaks one line into lines of at most so many cells; each holds at least one character.</summary>
    internal static IEnumerable<string> Lines(string line, int width)
    {
        var runes = line.EnumerateRunes().ToList();
        if (runes.Count == 0)
            yield return "";
        for (var start = 0; start < runes.Count;)
        {
            var end = Fitting(runes, start, width);
            var at = end;
            if (end < runes.Count)
            {
                while (at > start && !MayBreak(runes[at - 1], runes[at]))
                    at--;
                at = at == start ? end : at;
            }
            yield return Join(runes, start, at).TrimEnd();
            start = at;
            while (start < runes.Count && runes[start].Value == ' ')
                start++;
        }
    }

    private static int Fitting(List<Rune> runes, int start, int width)
    {
        var (end, cells) = (start, 0);
        while (end < runes.Count && (end == start || cells + CellsOf(runes[end]) <= width))
            cells += CellsOf(runes[end++]);
        return end;
    }

    private static bool MayBreak(Rune before, Rune after) =>
        !NeverFirst.Contains(after.ToString(), StringComparison.Ordinal)
        && !NeverLast.Contains(before.ToString(), StringComparison.Ordinal)
        && (before.Value is ' ' or '.' or '/' || after.Value == ' ' || CellsOf(before) > 1 || CellsOf(after) > 1);

    private static int CellsOf(Rune rune) => WidthOf(rune.ToString());

    private static string Join(List<Rune> runes, int from, int to)
    {
        var joined = new StringBuilder();
        foreach (var rune in runes[from..to])
            joined.Append(rune.ToString());
        return joined.ToString();
    }
}
