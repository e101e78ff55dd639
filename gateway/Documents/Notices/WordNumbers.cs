using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Federation.Documents.Import;

namespace Federation.Documents.Notices;

/// <summary>自动编号: numbers that the program counts and that stand nowhere in the text, such as 一、 and (一).</summary>
/// <remarks>ECMA-376 part 1, 17.9.</remarks>
internal sealed partial class WordNumbers
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private readonly Dictionary<(string Id, int Level), (string Format, string Text, int Start)> levels = [];
    private readonly Dictionary<string, string> lists = [];
    private readonly Dictionary<(string List, int Level), int> counts = [];

    /// <summary>List of the paragraph being read; null when it has none.</summary>
    public string? Id { get; set; }

    /// <summary>Level of the paragraph being read, from 0.</summary>
    public string? Level { get; set; }

    /// <summary>Reads the numbering of a document.</summary>
    public static WordNumbers Of(BoundedZip zip)
    {
        var numbers = new WordNumbers();
        using var xml = zip.Xml("word/numbering.xml");
        if (xml is null)
            return numbers;
        var root = XDocument.Load(xml).Root!;
        foreach (var num in root.Elements(Main + "num"))
            numbers.lists[Value(num, "numId") ?? num.Attribute(Main + "numId")?.Value ?? ""] = Value(num, "abstractNumId") ?? "";
        foreach (var list in root.Elements(Main + "abstractNum"))
        {
            foreach (var level in list.Elements(Main + "lvl"))
            {
                if (int.TryParse(level.Attribute(Main + "ilvl")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var depth))
                {
                    numbers.levels[(list.Attribute(Main + "abstractNumId")?.Value ?? "", depth)] =
                        (Value(level, "numFmt") ?? "decimal", Value(level, "lvlText") ?? "", int.TryParse(Value(level, "start"), out var start) ? start : 1);
                }
            }
        }
        return numbers;
    }

    /// <summary>The number of the paragraph whose text begins; empty when it has none or was given.</summary>
    public string Take()
    {
        var (id, depth) = (Id, int.TryParse(Level, out var d) ? d : 0);
        (Id, Level) = (null, null);
        if (id is null || !lists.TryGetValue(id, out var list) || !levels.TryGetValue((list, depth), out var level))
            return "";
        counts[(list, depth)] = counts.TryGetValue((list, depth), out var count) ? count + 1 : level.Start;
        foreach (var deeper in counts.Keys.Where(k => k.List == list && k.Level > depth).ToList())
            counts.Remove(deeper);
        return Place().Replace(level.Text, match =>
        {
            var at = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) - 1;
            var format = levels.TryGetValue((list, at), out var other) ? other.Format : "decimal";
            return Written(counts.GetValueOrDefault((list, at), 1), format);
        });
    }

    private static string Written(int number, string format)
    {
        if (!format.Contains("hinese", StringComparison.Ordinal) && format is not "japaneseCounting" and not "ideographTraditional" and not "taiwaneseCounting")
            return format == "bullet" ? "" : number.ToString(CultureInfo.InvariantCulture);
        const string digits = "〇一二三四五六七八九";
        var (tens, units) = (number / 10, number % 10);
        return number is <= 0 or > 99 ? $"{number}" : (tens > 1 ? $"{digits[tens]}" : "") + (tens > 0 ? "十" : "") + (units > 0 ? $"{digits[units]}" : "");
    }

    private static string? Value(XElement parent, string name) => parent.Element(Main + name)?.Attribute(Main + "val")?.Value;

    [GeneratedRegex(@"%(\d)")]
    private static partial Regex Place();
}
