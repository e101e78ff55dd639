using System.Collections.Immutable;

namespace Federation.Domain.Reports.Prose;

/// <summary>A clause of which every word is understood: at most one count, and what the words around it mean.</summary>
/// <param name="Start">Its first meaningful character in the normal text.</param>
/// <param name="End">After its last.</param>
/// <param name="Number">Its count or amount; null when it states none.</param>
/// <param name="Words">Its words in order, without numbers.</param>
/// <param name="LastYear">True when it speaks of the year before.</param>
internal sealed record ClauseWords(int Start, int End, Numeral? Number, ImmutableArray<(string Text, ProseWord Word)> Words, bool LastYear)
{
    /// <summary>Meanings of its words of a kind.</summary>
    public IEnumerable<string> Of(WordKind kind) => Words.Where(w => w.Word.Kind == kind).Select(w => w.Word.Meaning);

    /// <summary>True when it has a word of a kind.</summary>
    public bool Has(WordKind kind) => Words.Any(w => w.Word.Kind == kind);

    /// <summary>Reads a clause up to an end; null when it holds a word that is not understood, another year or a second count.</summary>
    public static ClauseWords? Read(string text, int start, int end, IReadOnlyList<Numeral> numerals, int year, UnitNames unit)
    {
        var words = ImmutableArray.CreateBuilder<(string, ProseWord)>();
        Numeral? number = null;
        var (first, last, lastYear) = (-1, end, false);
        for (var at = start; at < end;)
        {
            if (numerals.FirstOrDefault(n => n.Start == at) is { } numeral)
            {
                if (!Take(numeral))
                    return null;
                at = numeral.End;
                continue;
            }
            var (length, word) = ProseWords.At(text, at, end);
            if (length == 0 && unit.At(text, at, end) is > 0 and var called)
                (length, word) = (called, new ProseWord(WordKind.Filler, ""));
            if (length == 0)
                return null;
            words.Add((text.Substring(at, length), word));
            if (word.Kind is not (WordKind.Filler or WordKind.Among) && first < 0)
                first = at;
            lastYear |= word.Kind == WordKind.LastYear;
            at += length;
        }
        return new ClauseWords(first < 0 ? start : first, last, number, words.ToImmutable(), lastYear);

        bool Take(Numeral numeral)
        {
            if (numeral.Kind == NumeralKind.Year)
            {
                lastYear |= numeral.Value == year - 1;
                return numeral.Value == year || numeral.Value == year - 1;
            }
            if (numeral.Kind == NumeralKind.Other)
                return text[numeral.End - 1] is '月' or '日';
            if (number is not null || numeral.Kind != NumeralKind.Count)
                return false;
            number = numeral;
            if (first < 0)
                first = numeral.Start;
            return true;
        }
    }
}
