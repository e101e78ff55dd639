using System.Collections.Immutable;
using Federation.Domain.Notices.Text;

namespace Federation.Domain.Notices;

/// <summary>
/// The text of a notice made regular (damage undone, readings taken out, one width, simplified characters, no wraps), in which every
/// character knows the characters of the original it came from. Rules read <see cref="Text"/>; what they find is told by its place in
/// <see cref="Original"/>.
/// </summary>
public sealed class NoticeText
{
    private readonly int[] starts;
    private readonly int[] ends;

    private NoticeText(string original, List<Glyph> glyphs, ImmutableArray<TextSpan> decodedAnew, int glosses, int simplified)
    {
        Original = original;
        Text = string.Concat(glyphs.Select(g => g.Char));
        starts = [.. glyphs.Select(g => g.Start)];
        ends = [.. glyphs.Select(g => g.End)];
        DecodedAnew = decodedAnew;
        Glosses = glosses;
        Simplified = simplified;
    }

    /// <summary>As handed in.</summary>
    public string Original { get; }

    /// <summary>Made regular; lines end with \n.</summary>
    public string Text { get; }

    /// <summary>Places of the original whose double-byte damage was undone.</summary>
    public ImmutableArray<TextSpan> DecodedAnew { get; }

    /// <summary>Readings such as (qū) taken out.</summary>
    public int Glosses { get; }

    /// <summary>Traditional characters written in simplified form.</summary>
    public int Simplified { get; }

    /// <summary>Makes a text regular.</summary>
    public static NoticeText Of(string original)
    {
        var glyphs = original.Select((c, i) => new Glyph(c, i, i + 1)).ToList();
        var mended = DoubleByteRepair.Mend(glyphs);
        var glosses = PinyinGloss.Strip(glyphs);
        WidthFolding.Fold(glyphs);
        var simplified = Simplification.Simplify(glyphs);
        return new NoticeText(original, Lines.Unwrap(Lines.Clean(glyphs)), [.. mended.OrderBy(s => s.Start)], glosses, simplified);
    }

    /// <summary>Where a piece of <see cref="Text"/> stands in <see cref="Original"/>.</summary>
    public TextSpan Place(int start, int length)
    {
        if (length <= 0)
            return new TextSpan(start < starts.Length ? starts[start] : Original.Length, 0);
        return new TextSpan(starts[start], ends[start + length - 1] - starts[start]);
    }

    /// <summary>The original characters at a place.</summary>
    public string Quote(TextSpan place) => Original.Substring(place.Start, place.Length);
}
