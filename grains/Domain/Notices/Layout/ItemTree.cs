using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Federation.Domain.Notices.Text;

namespace Federation.Domain.Notices.Layout;

/// <summary>Builds the items from the numbers at the heads of lines, the rows of tables and the sub-points 一是, 二是.</summary>
internal static partial class ItemTree
{
    /// <summary>Path of what stands before the first number.</summary>
    public const string Head = "head";

    /// <summary>Path of what stands after the last item has ended.</summary>
    public const string AfterLast = "tail";

    /// <summary>The tree in order of place; the paragraphs before the first number are one item with an empty path.</summary>
    public static ImmutableArray<NoticeItem> Of(NoticeText text, IReadOnlyList<Piece> pieces, List<(int Start, int End, Marker? Marker, int Row)> heads)
    {
        var items = ImmutableArray.CreateBuilder<NoticeItem>();
        var open = new List<(int Level, string Label)>();
        var bullets = new Dictionary<string, int>();
        var lastMarked = heads.FindLastIndex(h => h.Marker is not null);
        var body = pieces.Where(p => p.Kind is not PieceKind.Furniture and not PieceKind.Frame).ToList();
        var first = heads.Count > 0 ? heads[0].Start : int.MaxValue;
        var preamble = body.Where(p => p.Start < first).ToList();
        if (preamble.Count > 0)
            items.Add(Item(text, Head, 0, preamble));
        var at = 0;
        for (var i = 0; i < heads.Count; i++)
        {
            var (start, _, marker, row) = heads[i];
            var end = i + 1 < heads.Count ? heads[i + 1].Start : int.MaxValue;
            while (at < body.Count && body[at].Start < start)
                at++;
            var own = body.Skip(at).TakeWhile(p => p.Start < end).ToList();
            if (own.Count == 0)
                continue;
            if (marker is not null)
            {
                open.RemoveAll(o => o.Level >= marker.Level);
                var parent = Path(open);
                var label = marker.Level == 5 ? $"{marker.Label}{bullets[parent] = bullets.GetValueOrDefault(parent) + 1}" : marker.Label;
                open.Add((marker.Level, label));
            }
            var path = marker is not null ? Path(open) : open.Count > 0 ? $"{Path(open)}/表/{row}" : $"表/{row}";
            var level = marker?.Level ?? (open.Count > 0 ? open[^1].Level + 1 : 1);
            var tail = i == lastMarked ? Tail(own) : [];
            own = own[..^tail.Count];
            items.Add(marker is null ? Row(text, path, level, own) : Item(text, path, level, own, marker.Length));
            SubPoints(text, path, level, own, items);
            if (tail.Count > 0)
                items.Add(Item(text, AfterLast, 0, tail));
        }
        return items.ToImmutable();
    }

    /// <summary>Paragraphs after the last item that turn to everybody again: 各区政府、市政府各部门要….</summary>
    private static List<Piece> Tail(List<Piece> own)
    {
        var first = own.FindIndex(p => p.Text.Contains('。', StringComparison.Ordinal));
        var turn = first < 0 ? -1 : own.FindIndex(first + 1, p => p.Kind == PieceKind.Prose && p.Text.StartsWith('各'));
        return turn < 0 ? [] : own[turn..];
    }

    private static void SubPoints(NoticeText text, string path, int level, List<Piece> own, ImmutableArray<NoticeItem>.Builder items)
    {
        foreach (var piece in own.Where(p => p.Kind == PieceKind.Prose))
        {
            var points = SubPoint().Matches(piece.Text);
            if (points.Count < 2)
                continue;
            for (var i = 0; i < points.Count; i++)
            {
                var to = i + 1 < points.Count ? points[i + 1].Index : piece.Text.Length;
                var part = new Piece(piece.Start + points[i].Index, piece.Text[points[i].Index..to], PieceKind.Prose);
                items.Add(Item(text, $"{path}/{points[i].Value}", level + 1, [part], points[i].Length));
            }
        }
    }

    private static string Path(List<(int Level, string Label)> open) => string.Join('/', open.Select(o => o.Label));

    private static NoticeItem Row(NoticeText text, string path, int level, List<Piece> own)
    {
        var said = own.Where(p => p.Kind == PieceKind.Prose && p.Text.Length > 0 && !p.Text.All(char.IsAsciiDigit)).Select(p => p.Text).ToList();
        var last = own[^1];
        return new NoticeItem(path, level, said.Count > 0 ? said[0] : own[0].Text, string.Join('\n', said), text.Place(own[0].Start, last.Start + last.Text.Length - own[0].Start));
    }

    private static NoticeItem Item(NoticeText text, string path, int level, List<Piece> own, int skip = 0)
    {
        var first = own[0].Text[Math.Min(skip, own[0].Text.Length)..];
        var stop = first.AsSpan().IndexOfAny("。:");
        var start = own[0].Start;
        var last = own[^1];
        return new NoticeItem(path, level, stop > 0 ? first[..stop] : first, string.Join('\n', own.Where(p => p.Text.Length > 0).Select(p => p.Text))[Math.Min(skip, own[0].Text.Length)..],
            text.Place(start, last.Start + last.Text.Length - start));
    }

    [GeneratedRegex(@"(?<=^|[。;:,)\s]|\.)[一二三四五六七八九十]是(?!否|非)")]
    private static partial Regex SubPoint();
}
