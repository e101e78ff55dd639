using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Findings;

namespace Federation.Domain.Divisions;

/// <summary>
/// Reads units from CSV: <c>code,name,tier,parent</c> and, when the heading has them, <c>kind</c> (territory, agency), <c>from</c>
/// and <c>to</c> (YYYY-MM-DD; empty means open). A unit without parent hangs under the nation. Every fault is reported by line.
/// </summary>
public static class DivisionCsv
{
    private static readonly string[] Required = ["code", "name", "tier", "parent"];

    /// <summary>Reads all rows.</summary>
    /// <param name="text">The file, UTF-8, first line the heading; no quoting is needed since names hold no comma.</param>
    /// <returns>The rows that could be read, each with its line number from 1, and all findings, in order of line.</returns>
    public static (ImmutableArray<(int Line, Unit Unit)> Rows, ImmutableArray<Finding> Findings) Read(TextReader text)
    {
        var rows = ImmutableArray.CreateBuilder<(int, Unit)>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var heading = (text.ReadLine() ?? "").TrimStart('\uFEFF').Split(',');
        var columns = heading.Select((name, index) => (name: name.Trim(), index)).ToLookup(c => c.name, c => c.index);
        foreach (var absent in Required.Where(name => !columns.Contains(name)))
            findings.Add(DivisionRules.BadLine.At(Place(1), $"表头缺少列 {absent}", $"the heading lacks the column {absent}"));
        foreach (var twice in columns.Where(c => c.Count() > 1))
            findings.Add(DivisionRules.BadLine.At(Place(1), $"表头有两列 {twice.Key}", $"the heading has the column {twice.Key} twice"));
        if (findings.Count > 0)
            return ([], findings.ToImmutable());
        var places = columns.ToDictionary(c => c.Key, c => c.First());

        for (var line = 2; text.ReadLine() is { } content; line++)
        {
            if (content.Length == 0)
                continue;
            var fields = content.Split(',');
            if (fields.Length != heading.Length)
                findings.Add(DivisionRules.BadLine.At(Place(line), $"应有 {heading.Length} 列,实有 {fields.Length} 列", $"{heading.Length} fields expected, {fields.Length} found"));
            else if (ReadRow(line, fields, places, findings) is { } unit)
                rows.Add((line, unit));
        }
        return (rows.ToImmutable(), findings.ToImmutable());
    }

    /// <summary>How findings name a line.</summary>
    public static string Place(int line) => $"line {line}";

    private static Unit? ReadRow(int line, string[] fields, Dictionary<string, int> places, ImmutableArray<Finding>.Builder findings)
    {
        var before = findings.Count;
        string Field(string name) => places.TryGetValue(name, out var at) ? fields[at].Trim() : "";
        void Fault(Rule rule, string value) => findings.Add(rule.At(Place(line), $"{rule.Title}:{value}", $"{rule.TitleEn}: {value}"));

        if (!UnitId.TryParse(Field("code"), out var id))
            Fault(DivisionRules.BadCode, Field("code"));
        if (Field("name").Length == 0)
            Fault(DivisionRules.NoName, Field("code"));
        if (!ReadName<Tier>(Field("tier"), out var tier))
            Fault(DivisionRules.BadTier, Field("tier"));
        var parent = UnitId.Nation;
        if (Field("parent").Length > 0 && !UnitId.TryParse(Field("parent"), out parent!))
            Fault(DivisionRules.BadCode, Field("parent"));
        var kind = UnitKind.Territory;
        if (Field("kind").Length > 0 && !ReadName(Field("kind"), out kind))
            Fault(DivisionRules.BadLine, Field("kind"));
        if (!ReadDate(Field("from"), DateOnly.MinValue, out var from) | !ReadDate(Field("to"), DateOnly.MaxValue, out var to) || from >= to)
            Fault(DivisionRules.BadDates, $"{Field("from")}..{Field("to")}");
        return findings.Count > before ? null : new Unit(id!, Field("name"), tier, kind, parent, from, to);
    }

    // Enum.TryParse takes numbers too, also those that name nothing.
    private static bool ReadName<T>(string text, out T value)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && text.Equals(Enum.GetName(value), StringComparison.OrdinalIgnoreCase);

    private static bool ReadDate(string text, DateOnly whenEmpty, out DateOnly date)
    {
        date = whenEmpty;
        return text.Length == 0 || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }
}
