using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Search;

/// <summary>One thing looked for: any of these phrases.</summary>
/// <param name="Words">As typed, for showing and marking.</param>
/// <param name="Phrases">One of each word; the first of them that is there is enough.</param>
public sealed record SearchTerm(ImmutableArray<string> Words, ImmutableArray<SearchPhrase> Phrases);

/// <summary>
/// What a person typed, understood: words divided by blanks must all be there; words in quotation marks stand together; a minus before a word excludes it;
/// OR (或 |) between two words means either. Anything else is only text: no sign that somebody types is an operator of a database.
/// </summary>
/// <param name="Terms">All of them must be there; empty: everything is meant.</param>
/// <param name="Excluded">None of these may be there.</param>
/// <param name="Loosened">Long words were cut into short ones, which need not stand together.</param>
public sealed record SearchQuery(ImmutableArray<SearchTerm> Terms, ImmutableArray<SearchPhrase> Excluded, bool Loosened = false)
{
    private const int Longest = 200;
    private const int MostWords = 20;

    /// <summary>Looks for nothing in particular: a list narrowed by filters alone.</summary>
    public static SearchQuery Everything { get; } = new([], []);

    /// <summary>Words to be marked where they are found.</summary>
    public ImmutableArray<string> Marked => [.. Terms.SelectMany(t => t.Words)];

    /// <summary>Reads what was typed; a query that finds nothing by its form is told with its findings.</summary>
    public static (SearchQuery? Query, ImmutableArray<Finding> Findings) Parse(string typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return (Everything, []);
        if (typed.Length > Longest)
            return (null, [SearchRules.TooLong.At("query", $"检索词有 {typed.Length} 字,限 {Longest} 字", $"the query has {typed.Length} characters of {Longest}")]);
        var words = Cut(typed);
        if (words.Count > MostWords)
            return (null, [SearchRules.TooLong.At("query", $"检索词有 {words.Count} 个,限 {MostWords} 个", $"the query has {words.Count} words of {MostWords}")]);

        var terms = ImmutableArray.CreateBuilder<SearchTerm>();
        var excluded = ImmutableArray.CreateBuilder<SearchPhrase>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsOr && i > 0 && i + 1 < words.Count)
                continue;
            if (SearchText.Phrase(words[i].Text) is not { Tokens.Length: > 0 } phrase)
                continue;
            if (words[i].Minus)
                excluded.Add(phrase);
            else if (i > 1 && words[i - 1].IsOr && !words[i - 2].Minus && terms.Count > 0)
                terms[^1] = new SearchTerm(terms[^1].Words.Add(words[i].Text), terms[^1].Phrases.Add(phrase));
            else
                terms.Add(new SearchTerm([words[i].Text], [phrase]));
        }
        if (terms.Count == 0)
            return (null, [excluded.Count > 0 ? SearchRules.OnlyExcluded.At("query") : SearchRules.NoWord.At("query")]);
        return (new SearchQuery(terms.ToImmutable(), excluded.ToImmutable()), []);
    }

    /// <summary>The same with long words cut into short ones, for when nothing holds them as they were typed; null when that is no other query.</summary>
    public SearchQuery? Loosen()
    {
        if (Loosened)
            return null;
        ImmutableArray<SearchTerm> loose = [.. Terms.SelectMany(t => t.Words.Length > 1 ? [t] : SearchText.Loose(t.Words[0]).Distinct().Select(p => new SearchTerm([p.Tokens], [p])))];
        return loose.Length > Terms.Length ? this with { Terms = loose, Loosened = true } : null;
    }

    private static List<Word> Cut(string typed)
    {
        List<Word> words = [];
        var open = new StringBuilder();
        var (quoted, minus) = (false, false);
        foreach (var sign in typed)
        {
            if (sign is '"' or '“' or '”' or '„' or '「' or '」' or '『' or '』' or '\uFF02')
            {
                if (quoted || open.Length > 0)
                    Close();
                quoted = !quoted;
            }
            else if (!quoted && char.IsWhiteSpace(sign))
                Close();
            else if (!quoted && open.Length == 0 && sign is ('-' or '\uFF0D'))
                minus = true;
            else if (!quoted && open.Length == 0 && sign is ('|' or '\uFF5C'))
                words.Add(new Word("|", false, true));
            else
                open.Append(sign);
        }
        Close();
        return words;

        void Close()
        {
            if (open.Length > 0)
            {
                var text = open.ToString();
                words.Add(new Word(text, minus, !quoted && !minus && text is ("OR" or "或")));
            }
            open.Clear();
            minus = false;
        }
    }

    private sealed record Word(string Text, bool Minus, bool IsOr);
}

/// <summary>Order of what is found.</summary>
public enum SearchOrder
{
    /// <summary>Words in the title first, what is in force before what is not, then the newest.</summary>
    Relevance,

    /// <summary>By day, the newest first.</summary>
    Newest,
}

/// <summary>Where the next page begins.</summary>
/// <param name="Tier">Group of the order by relevance, from 0.</param>
/// <param name="Key">Place inside it, exclusive.</param>
/// <param name="Loosened">See <see cref="SearchQuery.Loosen"/>.</param>
public sealed record SearchCursor(int Tier, long Key, bool Loosened)
{
    /// <summary>As it is given out.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tier}-{Key:x}{(Loosened ? "-l" : "")}");

    /// <summary>Reads one that was given out; null for anything else.</summary>
    public static SearchCursor? Parse(string text)
    {
        var parts = text.Split('-');
        return parts.Length is 2 or 3 && (parts.Length == 2 || parts[2] == "l") && parts[0] is ['0' or '1' or '2'] && parts[1].Length <= 15
            && long.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key)
            ? new SearchCursor(parts[0][0] - '0', key, parts.Length == 3)
            : null;
    }
}
