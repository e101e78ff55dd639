using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>
/// Items of a standard as CSV: <c>id,title,levels,required</c> and fields by id (<c>domain,content,basis,limit,audience</c> ...). Levels are names of
/// tiers with spaces between, empty: all; required is <c>yes</c> or empty. Columns for people (<c>source</c>) are passed over.
/// </summary>
public static class StandardCsv
{
    private const string Id = "id";
    private static readonly string[] Needed = [Id, StandardItem.TitleField, StandardItem.LevelsField, StandardItem.RequiredField];

    private static readonly string[] ForPeople = ["source", "note"];

    /// <summary>Reads items.</summary>
    /// <param name="text">UTF-8, with or without a byte order mark.</param>
    /// <returns>The items in order of the file, and all findings in order of line: CT-312, CT-313, and what <see cref="StandardCheck"/> finds.</returns>
    public static (ImmutableArray<StandardItem> Items, ImmutableArray<Finding> Findings) Read(TextReader text)
    {
        var items = ImmutableArray.CreateBuilder<StandardItem>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var (heading, rest) = Heading(text);
        foreach (var column in heading.Where(c => c.Length > 0 && !Needed.Contains(c) && !ForPeople.Contains(c) && EntryFields.Find(c) is null))
            findings.Add(StandardRules.BadLine.At(DivisionCsv.Place(1), $"没有字段 {column}", $"there is no field {column}"));
        if (findings.Count > 0)
            return ([], findings.ToImmutable());
        foreach (var (line, field) in CsvLines.Read(rest, Needed, StandardRules.BadLine, findings))
        {
            var item = Item(field, heading, line, findings);
            if (item is null)
                continue;
            if (!lines.TryAdd(item.Id, line))
                findings.Add(StandardRules.Twice.At(DivisionCsv.Place(line), $"事项 {item.Id} 已在第 {lines[item.Id]} 行", $"item {item.Id} stands in line {lines[item.Id]} already"));
            findings.AddRange(StandardCheck.Of(item).Select(f => f with { Where = $"{DivisionCsv.Place(line)} {f.Where}" }));
            items.Add(item);
        }
        return (items.ToImmutable(), findings.ToImmutable());
    }

    /// <summary>Writes items so that <see cref="Read"/> gives them back.</summary>
    public static string Write(IEnumerable<StandardItem> items)
    {
        var all = items.ToList();
        string[] fields = [.. EntryFields.All.Select(f => f.Id).Where(f => all.Any(i => i[f].Length > 0))];
        var text = new StringBuilder();
        Line([Id, StandardItem.TitleField, .. fields, StandardItem.LevelsField, StandardItem.RequiredField]);
        foreach (var item in all)
            Line([item.Id, item.Title, .. fields.Select(f => item[f]), item[StandardItem.LevelsField], item[StandardItem.RequiredField]]);
        return text.ToString();

        void Line(IEnumerable<string> cells) => text.Append(CultureInfo.InvariantCulture, $"{string.Join(',', cells.Select(Cell))}\n");
    }

    private static StandardItem? Item(Func<string, string> field, ImmutableArray<string> heading, int line, ImmutableArray<Finding>.Builder findings)
    {
        var before = findings.Count;
        var levels = field(StandardItem.LevelsField).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
        {
            if (!DivisionCsv.ReadName<Tier>(word, out var tier))
                findings.Add(StandardRules.BadLine.At(DivisionCsv.Place(line), $"没有层级 {word}", $"there is no level {word}"));
            return tier;
        }).Distinct().ToImmutableArray();
        if (field(StandardItem.RequiredField) is not ("" or StandardItem.Yes))
            findings.Add(StandardRules.BadLine.At(DivisionCsv.Place(line), $"required 应为 yes 或空,实为“{field(StandardItem.RequiredField)}”", $"required is yes or empty, not '{field(StandardItem.RequiredField)}'"));
        if (findings.Count > before)
            return null;
        var fields = heading.Where(c => EntryFields.Find(c) is not null && field(c).Length > 0).ToImmutableSortedDictionary(c => c, field, StringComparer.Ordinal);
        return new StandardItem(field(Id), field(StandardItem.TitleField), fields, levels, field(StandardItem.RequiredField) == StandardItem.Yes);
    }

    private static (ImmutableArray<string> Columns, TextReader All) Heading(TextReader text)
    {
        var all = text.ReadToEnd();
        var first = all.AsSpan()[..(all.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : all.Length)].ToString();
        return ([.. first.TrimStart('\uFEFF').Split(',').Select(c => c.Trim()).Distinct()], new StringReader(all));
    }

    private static string Cell(string text)
    {
        var line = text.ReplaceLineEndings(" "); // a line of the file is one item
        return line.AsSpan().IndexOfAny(',', '"') < 0 ? line : $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
