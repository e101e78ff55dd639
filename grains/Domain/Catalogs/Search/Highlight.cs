using System.Collections.Immutable;
using System.Text;

namespace Federation.Domain.Catalogs.Search;

/// <summary>A piece of shown text.</summary>
/// <param name="Text">As stored; never markup.</param>
/// <param name="Marked">A word that was looked for.</param>
public sealed record TextPiece(string Text, bool Marked);

/// <summary>Marks what was looked for in a stored text. Width, case, traditional characters and signs between characters do not count.</summary>
public static class Highlight
{
    private const string Cut = "…";

    /// <summary>The whole text with everything marked that was looked for.</summary>
    public static ImmutableArray<TextPiece> Whole(string text, ImmutableArray<string> words) => Pieces(text, 0, text.Length, Places(text, words));

    /// <summary>A piece of a text of about so many characters around the first place where most was found; null when nothing is there.</summary>
    public static ImmutableArray<TextPiece>? Snippet(string text, ImmutableArray<string> words, int length)
    {
        var places = Places(text, words);
        if (places.Count == 0)
            return null;
        var best = places.MaxBy(p => places.Where(q => q.From >= p.From && q.To <= p.From + length).Select(q => q.Word).Distinct().Count())!;
        var from = Whole(text, Math.Max(0, best.From - (length / 4)));
        var to = Whole(text, Math.Min(text.Length, Math.Max(best.To, from + length)));
        var pieces = Pieces(text, from, to, places);
        return [.. from > 0 ? [new TextPiece(Cut, false)] : Array.Empty<TextPiece>(), .. pieces.Select(p => p with { Text = p.Text.Replace('\n', ' ') }), .. to < text.Length ? [new TextPiece(Cut, false)] : Array.Empty<TextPiece>()];
    }

    private static List<Place> Places(string text, ImmutableArray<string> words)
    {
        var (signs, at) = Signs(text);
        List<Place> found = [];
        foreach (var (number, word) in words.Index())
        {
            var (sought, _) = Signs(word);
            if (sought.Length == 0)
                continue;
            for (var i = signs.IndexOf(sought, StringComparison.Ordinal); i >= 0; i = signs.IndexOf(sought, i + sought.Length, StringComparison.Ordinal))
            {
                if (IsWhole(text, at[i], at[i + sought.Length - 1] + 1))
                    found.Add(new Place(at[i], at[i + sought.Length - 1] + 1, number));
            }
        }
        return [.. found.OrderBy(p => p.From).ThenByDescending(p => p.To)];
    }

    // letters and digits are found as whole words only, as the index knows them
    private static bool IsWhole(string text, int from, int to) => Apart(text, from - 1, from) && Apart(text, to - 1, to);

    private static bool Apart(string text, int left, int right) => left < 0 || right >= text.Length || Word(text[left]) is not { } a || a != Word(text[right]);

    private static Script? Word(char sign) => Rune.TryCreate(sign, out var rune) && SearchText.IsPartOfWord(rune) && SearchText.ScriptOf(rune) is var script and not Script.Han ? script : null;

    private static (string Signs, List<int> At) Signs(string text)
    {
        var (folded, signs, at) = (SearchText.Fold(text), new StringBuilder(text.Length), new List<int>(text.Length));
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsSurrogate(folded[i]) && !SearchText.IsPartOfWord(new Rune(folded[i])))
                continue;
            signs.Append(folded[i]);
            at.Add(i);
        }
        return (signs.ToString(), at);
    }

    private static ImmutableArray<TextPiece> Pieces(string text, int from, int to, List<Place> places)
    {
        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        var at = from;
        foreach (var place in places.Where(p => p.To > from && p.From < to))
        {
            var (first, last) = (Math.Max(place.From, at), Math.Min(place.To, to));
            if (last <= first)
                continue;
            if (first > at)
                pieces.Add(new TextPiece(text[at..first], false));
            pieces.Add(new TextPiece(text[first..last], true));
            at = last;
        }
        if (at < to)
            pieces.Add(new TextPiece(text[at..to], false));
        return pieces.ToImmutable();
    }

    // never between the halves of a character of two code units
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private sealed record Place(int From, int To, int Word);
}
