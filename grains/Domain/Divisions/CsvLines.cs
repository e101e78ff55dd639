using System.Collections.Immutable;
using System.Text;
using Federation.Domain.Findings;

namespace Federation.Domain.Divisions;

/// <summary>Lines of a CSV file with a heading, read by the names of its columns. A field with a comma stands in double quotes, a quote in it is doubled.</summary>
internal static class CsvLines
{
    /// <summary>Reads every line that is not empty.</summary>
    /// <param name="text">UTF-8, with or without a byte order mark.</param>
    /// <param name="required">Columns that the heading must have, in any order among others.</param>
    /// <param name="badLine">Rule of a line or heading that cannot be read.</param>
    /// <param name="findings">Takes what is wrong, by line.</param>
    /// <returns>Line number from 1 and the fields of each line of the right length.</returns>
    public static IEnumerable<(int Line, Func<string, string> Field)> Read(
        TextReader text, IReadOnlyList<string> required, Rule badLine, ImmutableArray<Finding>.Builder findings)
    {
        var heading = (text.ReadLine() ?? "").TrimStart('\uFEFF').Split(',');
        var columns = heading.Select((name, index) => (name: name.Trim(), index)).ToLookup(c => c.name, c => c.index);
        foreach (var absent in required.Where(name => !columns.Contains(name)))
            findings.Add(badLine.At(DivisionCsv.Place(1), $"表头缺少列 {absent}", $"the heading lacks the column {absent}"));
        foreach (var twice in columns.Where(c => c.Count() > 1))
            findings.Add(badLine.At(DivisionCsv.Place(1), $"表头有两列 {twice.Key}", $"the heading has the column {twice.Key} twice"));
        if (findings.Count > 0)
            yield break;
        var places = columns.ToDictionary(c => c.Key, c => c.First());

        for (var line = 2; text.ReadLine() is { } content; line++)
        {
            if (content.Length == 0)
                continue;
            var fields = content.Contains('"', StringComparison.Ordinal) ? Quoted(content) : content.Split(',');
            if (fields.Length == heading.Length)
                yield return (line, name => places.TryGetValue(name, out var at) ? fields[at].Trim() : "");
            else
                findings.Add(badLine.At(DivisionCsv.Place(line), $"应有 {heading.Length} 列,实有 {fields.Length} 列", $"{heading.Length} fields expected, {fields.Length} found"));
        }
    }

    private static string[] Quoted(string line)
    {
        var (fields, field, inside) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && inside && at + 1 < line.Length && line[at + 1] == '"')
                field.Append(line[at++]);
            else if (line[at] == '"')
                inside = !inside;
            else if (line[at] == ',' && !inside)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
                field.Append(line[at]);
        }
        return [.. fields, field.ToString()];
    }
}
