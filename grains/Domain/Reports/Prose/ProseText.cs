using System.Text;

namespace Federation.Domain.Reports.Prose;

/// <summary>
/// One section's text in a normal spelling, with the way back: half-width digits, no blanks, no thousands separators, full-width commas. Every
/// place in the normal text leads to its place in the text as written.
/// </summary>
internal sealed class ProseText
{
    private readonly List<int> origins = [];

    public ProseText(string section, string original)
    {
        (Section, Original) = (section, original);
        var normal = new StringBuilder(original.Length);
        for (var i = 0; i < original.Length; i++)
        {
            if (Spell(i) is { } c)
            {
                normal.Append(c);
                origins.Add(i);
            }
        }
        Normal = normal.ToString();
        Numerals = NumeralReader.Read(Normal);
        Sentences = [.. SentenceReader.Read(this)];
    }

    /// <summary>Section id, for example <c>s1</c>.</summary>
    public string Section { get; }

    /// <summary>The text as written.</summary>
    public string Original { get; }

    /// <summary>The text in normal spelling.</summary>
    public string Normal { get; }

    /// <summary>Its numbers.</summary>
    public IReadOnlyList<Numeral> Numerals { get; }

    /// <summary>Its sentences.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Place as findings give it: <c>s1@12-27</c>, start inclusive, end exclusive, characters of the text as written.</summary>
    public string Where(int start, int end) => $"{Section}@{origins[start]}-{origins[end - 1] + 1}";

    /// <summary>The words as written.</summary>
    public string Quote(int start, int end) => Original[origins[start]..(origins[end - 1] + 1)];

    private char? Spell(int i)
    {
        var c = Half(Original[i]);
        if (c is ',' or '\uFF0C')
            return PartsThousands(i) ? null : '\uFF0C';
        if (c is ' ' or '\t' or '\u3000' or '\u00A0' or '\u200B' or '\uFEFF')
            return i > 0 && i + 1 < Original.Length && Digit(i - 1) && Digit(i + 1) ? ' ' : null; // 2024 12 stays two numbers
        return c switch { ';' => '\uFF1B', ':' => '\uFF1A', '!' => '\uFF01', '?' => '\uFF1F', _ => c };
    }

    // 1,234 in half-width or in full-width digits and comma: one to three digits before, groups of three after. A full-width comma between
    // half-width digits parts two numbers.
    private bool PartsThousands(int i)
    {
        var before = 0;
        while (i - before - 1 >= 0 && Digit(i - before - 1))
            before++;
        var after = 0;
        while (i + after + 1 < Original.Length && Digit(i + after + 1))
            after++;
        return before is >= 1 and <= 3 && after == 3 && (Original[i] == ',' || (Original[i - 1] > '9' && Original[i + 1] > '9'));
    }

    private bool Digit(int i) => char.IsAsciiDigit(Half(Original[i]));

    private static char Half(char c) => c switch
    {
        >= '\uFF10' and <= '\uFF19' => (char)(c - '\uFF10' + '0'),
        >= '\uFF21' and <= '\uFF3A' => (char)(c - '\uFF21' + 'A'),
        '\uFF05' or '\uFE6A' => '%',
        '\uFF0E' => '.',
        '\uFF08' => '(',
        '\uFF09' => ')',
        '\uFF3B' => '[',
        '\uFF3D' => ']',
        _ => c,
    };
}
