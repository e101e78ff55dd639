using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Federation.Domain.Notices.Text;

namespace Federation.Domain.Notices.Layout;

/// <summary>Parts the regular text into pieces and builds the numbered tree.</summary>
internal sealed partial class Outline
{
    private const int RunOn = 150; // a longer line may hold items whose line breaks were lost
    private const int LongestPiece = 2000; // no paragraph of a notice is longer; rules look back and forth in a piece
    private const int LongestName = 40; // of a body under a notice
    private readonly NoticeText text;
    private readonly List<Piece> pieces = [];
    private readonly List<(int Start, int End, Marker? Marker, int Row)> heads = [];

    private Outline(NoticeText text) => this.text = text;

    /// <summary>Pieces in order of place.</summary>
    public IReadOnlyList<Piece> Pieces => pieces;

    /// <summary>The tree in order.</summary>
    public ImmutableArray<NoticeItem> Items { get; private set; }

    /// <summary>Reads a text.</summary>
    public static Outline Of(NoticeText text)
    {
        var outline = new Outline(text);
        outline.Part();
        outline.Items = ItemTree.Of(text, outline.pieces, outline.heads);
        return outline;
    }

    private void Part()
    {
        var lines = SplitLines();
        var body = lines.FindIndex(l => Marker.At(l.Text) is { Level: <= 2 });
        if (body < 0)
            body = lines.FindIndex(l => l.Text.Contains('。', StringComparison.Ordinal));
        for (var i = 0; i < lines.Count; i++)
        {
            var (start, line) = lines[i];
            if (line.Length == 0)
                continue;
            var before = pieces.Count;
            var after = Furniture.Is(line) ? i : line.Contains('|', StringComparison.Ordinal) ? TableReader.Bars(lines, i, pieces) : TableReader.Stacked(lines, i, pieces);
            if (after > i)
            {
                foreach (var row in pieces.Skip(before).Where(p => p.Row > 0 && p.Text.Length > 0).GroupBy(p => p.Row))
                    heads.Add((row.First().Start, row.Last().Start + row.Last().Text.Length, null, row.Key));
                i = after - 1;
                continue;
            }
            var frame = Furniture.Is(line) ? PieceKind.Furniture : IsFrame(line, i < body, i + 1 < lines.Count ? lines[i + 1].Text : "") ? PieceKind.Frame : PieceKind.Prose;
            if (frame == PieceKind.Prose && Marker.At(line) is { } marker)
                heads.Add((start, start + line.Length, marker, 0));
            if (frame == PieceKind.Prose && Label(line) is { } label)
            {
                pieces.Add(new Piece(start + label.Length, line[label.Length..], label.Kind));
                continue;
            }
            pieces.AddRange(Cut(start, line).Select(p => new Piece(p.Start, p.Text, frame)));
        }
    }

    /// <summary>Parts of a line that is longer than any paragraph, cut behind a stop where there is one.</summary>
    private static IEnumerable<(int Start, string Text)> Cut(int start, string line)
    {
        var from = 0;
        while (line.Length - from > LongestPiece)
        {
            var stop = line.LastIndexOf('。', from + LongestPiece - 1, LongestPiece);
            var to = stop < 0 ? from + LongestPiece : stop + 1;
            yield return (start + from, line[from..to]);
            from = to;
        }
        yield return (start + from, line[from..]);
    }

    private static (int Length, PieceKind Kind)? Label(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Marker.IsLabel(line) && Columns.Of(line[..colon].Trim('〔', '〕')) is { } kind and not PieceKind.Prose ? (colon + 1, kind) : null;
    }

    private static bool IsFrame(string line, bool head, string next)
    {
        if (Signature.IsDate(line) || Attachment().IsMatch(line) || Signature.IsAddressed(line))
            return true;
        var sentence = line.AsSpan().IndexOfAny("。;") >= 0;
        if (head)
            return !sentence && !Marker.IsLabel(line);
        return !sentence && line.Length <= LongestName && Signature.IsDate(next) && Marker.At(line) is null;
    }

    private List<(int Start, string Text)> SplitLines()
    {
        var result = new List<(int, string)>();
        var at = 0;
        foreach (var line in text.Text.Split('\n'))
        {
            foreach (var (from, part) in line.Length > RunOn && !line.Contains('|', StringComparison.Ordinal) ? RunOns(line) : [(0, line)])
                result.Add((at + from, part));
            at += line.Length + 1;
        }
        return result;
    }

    /// <summary>Finds items inside a line, each where its number is the next one due.</summary>
    private static IEnumerable<(int From, string Text)> RunOns(string line)
    {
        var from = 0;
        var due = new Dictionary<int, int>();
        foreach (Match match in Inside().Matches(line))
        {
            var level = match.Value[0] == '(' ? 2 : char.IsAsciiDigit(match.Value[0]) ? 3 : 1;
            var number = level == 3 ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : Numerals.Of(match.Groups[1].Value);
            var stop = match.Index > 0 && line[match.Index - 1] is '。' or ';' or ':' or ')' or '!';
            if (match.Index == 0 || (!stop && level == 3) || !(number == 1 || number == due.GetValueOrDefault(level) + 1) || (!stop && number == 1 && level == 1 && line[match.Index - 1] is '第' or '、'))
            {
                if (match.Index == 0)
                    due[level] = number;
                continue;
            }
            due[level] = number;
            foreach (var deeper in due.Keys.Where(k => k > level).ToList())
                due.Remove(deeper);
            yield return (from, line[from..match.Index]);
            from = match.Index;
        }
        yield return (from, line[from..]);
    }

    [GeneratedRegex(@"^(?:附件?\d*[::]|附表|抄送[::]|主送[::]|\(联系|联系(?:人|电话)[::]|\(?此件)")]
    private static partial Regex Attachment();

    [GeneratedRegex(@"(?<![第之其、一二三四五六七八九十])(?=[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|(?<!\d)\d{1,2}\.(?!\d))\(?([一二三四五六七八九十]{1,3}|\d{1,2})(?:、|\)|\.)")]
    private static partial Regex Inside();
}
