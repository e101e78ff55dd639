using System.Collections.Immutable;
using System.Text.Json;

namespace Federation.Domain.Tests.Notices;

/// <summary>One fact, of a person or of a reader, at its place in the original text.</summary>
/// <param name="Kind">body, deadline, cadence, quota, ratio, limit; register, actor.</param>
/// <param name="Role">lead, support or responsible of a body; empty for the other kinds.</param>
/// <param name="Value">Normalised value, docs/guides/notice-gold.md.</param>
/// <param name="Start">First character in the original text, in UTF-16 units.</param>
/// <param name="End">Behind the last character.</param>
internal sealed record ScoredFact(string Kind, string Role, string Value, int Start, int End);

/// <summary>A labelled fact as its line in the gold file has it.</summary>
/// <param name="Kind">As in <see cref="ScoredFact"/>.</param>
/// <param name="Item">Path of the clause; no part of the match.</param>
/// <param name="Role">As in <see cref="ScoredFact"/>.</param>
/// <param name="Value">As in <see cref="ScoredFact"/>.</param>
/// <param name="Quote">Characters of the file.</param>
/// <param name="Occurrence">The how manieth place of the quote in the file, from 1.</param>
internal sealed record GoldFact(string Kind, string Item, string Role, string Value, string Quote, int Occurrence);

/// <summary>A numbered clause of the notice: its path and where its first characters stand.</summary>
internal sealed record GoldItem(string Path, string Quote, int Occurrence);

/// <summary>What a person read in one notice: a gold file with the text it speaks of.</summary>
/// <param name="Name">File name of the notice.</param>
/// <param name="Text">The notice, undecoded but for UTF-8: every character as it came.</param>
/// <param name="Items">Its numbered clauses; empty where the file names none.</param>
/// <param name="Facts">In the order of the text.</param>
internal sealed record GoldNotice(string Name, string Text, ImmutableArray<GoldItem> Items, ImmutableArray<GoldFact> Facts)
{
    /// <summary>Reads a gold file and the notice it names.</summary>
    /// <param name="goldFile">NAME.gold.json.</param>
    /// <param name="notices">Folder of the texts.</param>
    public static GoldNotice Read(string goldFile, string notices)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(goldFile));
        var gold = file.RootElement;
        var name = gold.GetProperty("notice").GetString()!;
        return new GoldNotice(
            name,
            File.ReadAllText(Path.Combine(notices, name)),
            gold.TryGetProperty("items", out var items)
                ? [.. items.EnumerateArray().Select(i => new GoldItem(Word(i, "path"), Word(i, "quote"), Occurrence(i)))]
                : [],
            [
                .. gold.GetProperty("facts").EnumerateArray().Select(f => new GoldFact(
                    Word(f, "kind"), Word(f, "item"), Word(f, "role"), Word(f, "value"), Word(f, "quote"), Occurrence(f))),
            ]);
    }

    /// <summary>Every gold file of a folder, by name.</summary>
    public static ImmutableArray<GoldNotice> ReadAll(string gold, string notices) =>
        [.. Directory.EnumerateFiles(gold, "*.gold.json").Order(StringComparer.Ordinal).Select(file => Read(file, notices))];

    /// <summary>The facts with their places.</summary>
    /// <exception cref="FormatException">A quote does not stand in the notice as often as said.</exception>
    public ImmutableArray<ScoredFact> Scored() =>
        [
            .. Facts.Select(fact => Place(fact.Quote, fact.Occurrence) is { } start
                ? new ScoredFact(fact.Kind, fact.Role, fact.Value, start, start + fact.Quote.Length)
                : throw new FormatException($"{Name}: no place {fact.Occurrence} of {fact.Quote}")),
        ];

    /// <summary>Where a quote stands for the how manieth time.</summary>
    /// <returns>Index of its first character, or null when the text has fewer.</returns>
    public int? Place(string quote, int occurrence)
    {
        var at = -1;
        for (var n = 0; n < occurrence; n++)
        {
            at = quote.Length == 0 ? -1 : Text.IndexOf(quote, at + 1, StringComparison.Ordinal);
            if (at < 0)
                return null;
        }
        return at < 0 ? null : at;
    }

    private static string Word(JsonElement line, string name) => line.TryGetProperty(name, out var word) ? word.GetString() ?? "" : "";

    private static int Occurrence(JsonElement line) => line.TryGetProperty("occurrence", out var n) ? n.GetInt32() : 1;
}
