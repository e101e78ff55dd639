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
        foreach (var (line, field) in CsvLines.Read(text, Required, DivisionRules.BadLine, findings))
        {
            if (ReadRow(line, field, findings) is { } unit)
                rows.Add((line, unit));
        }
        return (rows.ToImmutable(), findings.ToImmutable());
    }

    /// <summary>How findings name a line.</summary>
    public static string Place(int line) => $"line {line}";

    private static Unit? ReadRow(int line, Func<string, string> field, ImmutableArray<Finding>.Builder findings)
    {
        var before = findings.Count;
        void Fault(Rule rule, string value) => findings.Add(rule.At(Place(line), $"{rule.Title}:{value}", $"{rule.TitleEn}: {value}"));

        if (!UnitId.TryParse(field("code"), out var id))
            Fault(DivisionRules.BadCode, field("code"));
        if (field("name").Length == 0)
            Fault(DivisionRules.NoName, field("code"));
        if (!ReadName<Tier>(field("tier"), out var tier))
            Fault(DivisionRules.BadTier, field("tier"));
        var parent = UnitId.Nation;
        if (field("parent").Length > 0 && !UnitId.TryParse(field("parent"), out parent!))
            Fault(DivisionRules.BadCode, field("parent"));
        var kind = UnitKind.Territory;
        if (field("kind").Length > 0 && !ReadName(field("kind"), out kind))
            Fault(DivisionRules.BadLine, field("kind"));
        if (!ReadDate(field("from"), DateOnly.MinValue, out var from) | !ReadDate(field("to"), DateOnly.MaxValue, out var to) || from >= to)
            Fault(DivisionRules.BadDates, $"{field("from")}..{field("to")}");
        return findings.Count > before ? null : new Unit(id!, field("name"), tier, kind, parent, from, to);
    }

    /// <summary>Reads the name of a value in any case. Enum.TryParse takes numbers too, also those that name nothing.</summary>
    internal static bool ReadName<T>(string text, out T value)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && text.Equals(Enum.GetName(value), StringComparison.OrdinalIgnoreCase);

    private static bool ReadDate(string text, DateOnly whenEmpty, out DateOnly date)
    {
        date = whenEmpty;
        return text.Length == 0 || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }
}
