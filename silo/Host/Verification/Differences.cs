using System.Globalization;

namespace Federation.Host.Verification;

/// <summary>Everything that was found to differ: all of it counted, the first of each table kept.</summary>
internal sealed class Differences
{
    /// <summary>So many of each table are kept to be shown.</summary>
    public const int Shown = 20;

    private readonly SortedDictionary<string, (long Count, List<string> First)> tables = new(StringComparer.Ordinal);
    private readonly List<string> notes = [];

    /// <summary>How many there are.</summary>
    public long Count => tables.Values.Sum(t => t.Count);

    /// <summary>The first of each table, and how many more there are.</summary>
    public IEnumerable<string> Sentences => tables.SelectMany(t => t.Value.Count > t.Value.First.Count
        ? t.Value.First.Append(string.Create(CultureInfo.InvariantCulture, $"{t.Key}: 共 {t.Value.Count:N0} 处,以上为前 {Shown} 处 / {t.Value.Count:N0} in all, the first {Shown} are above"))
        : t.Value.First);

    /// <summary>What is as it may be, and yet worth saying.</summary>
    public IReadOnlyCollection<string> Notes => notes;

    /// <summary>A row differs from what follows from the events.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="unit">Whose it is.</param>
    /// <param name="entry">Which entry, place or version; empty: the unit's own row.</param>
    /// <param name="expected">What follows from the events.</param>
    /// <param name="found">What stands there.</param>
    public void Row(string table, string unit, string entry, string expected, string found) =>
        Add(table, $"{table} {unit}{(entry.Length == 0 ? "" : " " + entry)}: 应为 / expected {expected};实为 / found {found}");

    /// <summary>Something is wrong that is no row.</summary>
    /// <param name="group">With which it is counted.</param>
    /// <param name="sentence">In both languages.</param>
    public void Add(string group, string sentence)
    {
        if (!tables.TryGetValue(group, out var table))
            table = (0, []);
        if (table.First.Count < Shown)
            table.First.Add(sentence);
        tables[group] = table with { Count = table.Count + 1 };
    }

    /// <summary>Says something that is no fault.</summary>
    public void Note(string sentence)
    {
        if (notes.Count < Shown)
            notes.Add(sentence);
    }
}
