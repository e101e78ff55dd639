using System.Collections.Frozen;

namespace Federation.Domain.Notices.Text;

/// <summary>繁转简: characters and phrases of OpenCC t2s, one for one, then 著 to 着 where it is the particle.</summary>
/// <remarks>Phrase lists of other regions are left out: they change words (程序 to 进程), not only their writing.</remarks>
internal static class Simplification
{
    private const int ManyTraditional = 10; // a page in simplified characters may quote a word or two
    private static readonly FrozenSet<string> Written = new[] { "显著", "著名", "著作", "原著", "编著", "土著", "论著", "名著", "专著", "卓著", "昭著", "著录", "巨著", "著称", "著述" }.ToFrozenSet();
    private static readonly FrozenDictionary<char, char> Characters;
    private static readonly FrozenDictionary<string, string> Phrases;
    private static readonly int Longest;

    static Simplification()
    {
        using var stream = typeof(Simplification).Assembly.GetManifestResourceStream("notices/traditional-to-simplified.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').ToList();
        Characters = lines[0].Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
        Phrases = lines.Skip(1).Select(l => l.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
        Longest = Phrases.Keys.Max(k => k.Length);
    }

    /// <summary>One character by itself, whatever stands beside it.</summary>
    public static char One(char sign) => Characters.GetValueOrDefault(sign, sign);

    /// <summary>Changes in place, length kept.</summary>
    /// <returns>How many characters changed.</returns>
    public static int Simplify(List<Glyph> text)
    {
        var plain = string.Concat(text.Select(g => g.Char));
        var phrases = Phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        var changed = 0;
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] < 0x3400)
                continue;
            var phrase = Phrase(plain, i, phrases);
            for (var k = 0; k < (phrase?.Length ?? 1); k++)
            {
                var now = phrase is null ? Characters.GetValueOrDefault(plain[i], plain[i]) : phrase[k];
                changed += now == plain[i + k] ? 0 : 1;
                text[i + k] = text[i + k] with { Value = now };
            }
            i += (phrase?.Length ?? 1) - 1;
        }
        if (changed >= ManyTraditional)
            Particles(text);
        return changed;
    }

    private static string? Phrase(string plain, int at, FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> phrases)
    {
        for (var length = Math.Min(Longest, plain.Length - at); length > 1; length--)
        {
            if (phrases.TryGetValue(plain.AsSpan(at, length), out var simple))
                return simple;
        }
        return null;
    }

    private static void Particles(List<Glyph> text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Value == '著' && !(i > 0 && Written.Contains($"{text[i - 1].Char}著")) && !(i + 1 < text.Count && Written.Contains($"著{text[i + 1].Char}")))
                text[i] = text[i] with { Value = '着' };
        }
    }
}
