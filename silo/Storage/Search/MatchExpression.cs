using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;

namespace Federation.Storage.Search;

/// <summary>
/// A search in the language of FTS5. Only tokens get in, each phrase in quotation marks: they hold letters and digits alone, so nothing that somebody types
/// can end a phrase or become an operator.
/// </summary>
internal static class MatchExpression
{
    private const string Anywhere = "{title text}";
    private const string TitleOnly = "title";

    /// <summary>Groups of the order asked for, each an expression; an empty one matches everything.</summary>
    public static ImmutableArray<string> Tiers(SearchQuery query, SearchFilter filter, SearchOrder order)
    {
        var all = All(query, filter);
        if (order == SearchOrder.Newest || query.Terms.IsEmpty)
            return [all];
        var (scope, title, held) = (Scope(filter), Words(query, TitleOnly), $"scope : {Quoted(SearchScope.Of(ValidityState.InForce))}");
        return
        [
            Without(And([.. scope, .. title, held]), query),
            Without($"({And([.. scope, .. title])}) NOT {held}", query),
            $"({all}) NOT ({And([.. title])})",
        ];
    }

    /// <summary>Everything that is meant, in one expression.</summary>
    public static string All(SearchQuery query, SearchFilter filter) => Without(And([.. Scope(filter), .. Words(query, Anywhere)]), query);

    private static IEnumerable<string> Scope(SearchFilter filter) => SearchScope.Wanted(filter).Select(token => $"scope : {Quoted(token)}");

    private static IEnumerable<string> Words(SearchQuery query, string columns) => query.Terms.Select(t => $"{columns} : ({string.Join(" OR ", t.Phrases.Select(Phrase))})");

    private static string And(ImmutableArray<string> parts) => string.Join(" AND ", parts);

    private static string Without(string expression, SearchQuery query) =>
        query.Excluded.IsEmpty ? expression : $"({expression}) NOT ({Anywhere} : ({string.Join(" OR ", query.Excluded.Select(Phrase))}))";

    private static string Phrase(SearchPhrase phrase) => phrase.OpenEnd ? $"{Quoted(phrase.Tokens)} *" : Quoted(phrase.Tokens);

    private static string Quoted(string tokens) => $"\"{tokens.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
