using System.Collections.Immutable;
using System.Text;
using Federation.Domain.Divisions;
using Federation.Domain.Time;

namespace Federation.Domain.Catalogs.Search;

/// <summary>An entry as an index takes it in.</summary>
/// <param name="Catalog">Whose catalog.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Day">Its place in time.</param>
/// <param name="Title">Tokens of its title, document number and index number.</param>
/// <param name="Text">Tokens of everything else that can be read.</param>
/// <param name="Place">Where its catalog lies.</param>
/// <param name="Scope">Tokens of filters, the place among them.</param>
/// <param name="Words">Key words to be suggested.</param>
public sealed record SearchDocument(UnitId Catalog, EntryId Entry, DateOnly Day, string Title, string Text, string Place, string Scope, ImmutableArray<string> Words)
{
    private const int LongestBody = 200_000;
    private const int LongestWord = 30;
    private static readonly ImmutableArray<string> WordFields = ["keywords", EntryFields.Domain, EntryFields.Item1, EntryFields.Item2, EntryFields.List];

    /// <summary>The document of an entry.</summary>
    /// <param name="row">How it stands.</param>
    /// <param name="entry">Its content.</param>
    /// <param name="body">Its text, as <see cref="BodyText"/> reads it; empty: none.</param>
    /// <param name="place">Where its catalog lies.</param>
    public static SearchDocument Of(EntryRow row, CatalogEntry entry, string body, string place)
    {
        var text = new StringBuilder();
        foreach (var field in EntryFields.All.Where(f => f.Id is not (EntryFields.DocumentNumber or EntryFields.IndexNumber) && f.Type != FieldType.Day && entry[f.Id].Length > 0))
            text.Append(entry[field.Id]).Append('\n');
        foreach (var file in entry.Attachments)
            text.Append(file.Name).Append('\n');
        text.Append(body, 0, Math.Min(body.Length, LongestBody));
        return new SearchDocument(
            row.Catalog, row.Id, DayOf(row), SearchText.Tokens($"{entry.Title}\n{entry[EntryFields.DocumentNumber]}\n{entry.IndexNumber}"), SearchText.Tokens(text.ToString()), place,
            SearchScope.Tokens(row, place), WordsOf(entry));
    }

    /// <summary>发布日期, else 成文日期, else the day on which it came in.</summary>
    public static DateOnly DayOf(EntryRow row) => row.PublishedOn ?? row.FormedOn ?? BeijingTime.DateOf(row.At);

    private static ImmutableArray<string> WordsOf(CatalogEntry entry) =>
        [.. WordFields.SelectMany(f => entry[f].Split([';', '；', ',', '，', '、', ' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(w => w.Length is > 1 and <= LongestWord).Distinct()];
}
