using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;

namespace Federation.Cli.Output;

/// <summary>The words of entries as people read them: Chinese from the one list of the domain, English as the interface says them.</summary>
internal static class EntryWords
{
    public static string Kind(string word, Words words) => words[CatalogWords.KindOf(word)?.Zh() ?? word, word];

    public static string Disclosure(string word, Words words) => word.Length == 0 ? "" : words[CatalogWords.AttributeOf(word)?.Zh() ?? word, word];

    public static string Validity(string word, Words words) => word.Length == 0 ? "" : words[CatalogWords.StateOf(word)?.Zh() ?? word, word.Replace('-', ' ')];

    public static string Relation(string word, Words words) => words[CatalogWords.RelationOf(word)?.Zh() ?? word, word];

    public static string Field(string id, Words words) => EntryFields.Find(id) is { } field ? words[field.Zh, field.En] : id;

    /// <summary>What was done on an entry before it was public.</summary>
    public static string Act(string kind, Words words) => ReviewWords.ActOf(kind) is { } act ? words[act.Zh, act.En] : kind;
}
