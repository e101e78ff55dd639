using System.Collections.Immutable;
using Federation.Domain.Findings;
using Federation.Domain.Notices.Facts;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices;

/// <summary>
/// Reads a notice: makes its text regular, finds head, tree and facts, and lists what it did not understand. The same text gives the same
/// notice; nothing outside the text is asked.
/// </summary>
public static class NoticeReader
{
    /// <summary>Longest text read, in characters. The longest notice known has some forty thousand.</summary>
    public const int Longest = 2_000_000;

    /// <summary>Reads a text.</summary>
    /// <param name="original">As handed in; paragraphs end with line breaks, cells of a table are parted by | or tabs.</param>
    /// <exception cref="ArgumentException">The text is longer than <see cref="Longest"/>.</exception>
    public static Notice Read(string original)
    {
        if (original.Length > Longest)
            throw new ArgumentException($"a notice has at most {Longest} characters", nameof(original));
        var text = NoticeText.Of(original);
        var outline = Outline.Of(text);
        var head = NoticeHead.Of(outline.Pieces);
        var found = FactReader.Read(outline.Pieces, new NoticeTime(head.Year, head.Date, head.Title?.Contains("年度报告", StringComparison.Ordinal) == true));
        var cites = Cites(text, outline.Pieces, head.Number);
        return new Notice(
            text, head.Title, head.Issuer, head.Number, head.Date, head.Year, head.Addressees, cites, BasedOn(text, outline, cites), outline.Items,
            [.. OncePerItem(found.Select(f => Fact(text, outline.Items, f)))],
            [.. UnreadDuties.In(outline.Pieces, found).Select(u => Unread(text, outline.Items, u))],
            [.. Damage.In(text, outline.Pieces)]);
    }

    /// <summary>What a person should know of a reading as findings: damage undone, proposals, parts not found, sentences left open.</summary>
    public static ImmutableArray<Finding> Findings(Notice notice)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var span in notice.Text.DecodedAnew)
            findings.Add(NoticeRules.DecodedAnew.At(Place(span), $"“{notice.Text.Quote(span)}”已按原编码还原", $"“{notice.Text.Quote(span)}” was decoded anew"));
        if (notice.Text.Glosses > 0)
            findings.Add(NoticeRules.Glosses.At("", $"去除注音 {notice.Text.Glosses} 处", $"{notice.Text.Glosses} readings taken out"));
        if (notice.Text.Simplified > 0)
            findings.Add(NoticeRules.Simplified.At("", $"繁体转简体 {notice.Text.Simplified} 字", $"{notice.Text.Simplified} traditional characters written in simplified form"));
        if (notice.Title is null)
            findings.Add(NoticeRules.NoTitle.At("title"));
        if (notice.Issuer is null)
            findings.Add(NoticeRules.NoIssuer.At("issuer"));
        if (notice.Year is null)
            findings.Add(NoticeRules.NoYear.At("date"));
        if (notice.Items.IsEmpty)
            findings.Add(NoticeRules.NoItems.At("items"));
        foreach (var p in notice.Proposals)
        {
            var rule = NoticeRules.All.First(r => r.Code == p.Rule);
            findings.Add(p.Proposed.Length == 0 ? rule.At(Place(p.Span), $"{rule.Title}:“{p.Was}”", $"{rule.TitleEn}: “{p.Was}”")
                : rule.At(Place(p.Span), $"{rule.Title}:“{p.Was}”拟为“{p.Proposed}”", $"{rule.TitleEn}: “{p.Was}”, proposed “{p.Proposed}”"));
        }
        foreach (var u in notice.Unread)
            findings.Add(NoticeRules.UnreadDuty.At(Place(u.Span), $"{NoticeRules.UnreadDuty.Title}:{u.Quote}", $"{NoticeRules.UnreadDuty.TitleEn}: {u.Quote}"));
        return findings.ToImmutable();
    }

    private static string Place(TextSpan span) => $"{span.Start}+{span.Length}";

    private static NoticeFact Fact(NoticeText text, ImmutableArray<NoticeItem> items, Found found)
    {
        var place = text.Place(found.Start, found.Length);
        return new NoticeFact(found.Kind, PathAt(items, place), found.Role, found.Value, found.Event, text.Quote(place), place, found.Rule, found.Confidence, found.WholeNotice);
    }

    /// <summary>A register is one fact in an item, at its first mention.</summary>
    private static IEnumerable<NoticeFact> OncePerItem(IEnumerable<NoticeFact> facts)
    {
        var named = new Dictionary<string, List<string>>();
        foreach (var fact in facts)
        {
            if (fact.Kind == NoticeFactKind.Register)
            {
                if (!named.TryGetValue(fact.Item, out var names))
                    named[fact.Item] = names = [];
                if (names.Exists(n => Registers.IsAgain(fact.Value, n)))
                    continue;
                names.Add(fact.Value);
            }
            yield return fact;
        }
    }

    private static UnreadDuty Unread(NoticeText text, ImmutableArray<NoticeItem> items, (int Start, int Length) sentence)
    {
        var place = text.Place(sentence.Start, sentence.Length);
        return new UnreadDuty(PathAt(items, place), text.Quote(place), place, NoticeRules.UnreadDuty.Code);
    }

    /// <summary>Path of the last numbered item that begins at or before a place; sub-points open none.</summary>
    private static string PathAt(ImmutableArray<NoticeItem> items, TextSpan place) =>
        Last(items, place.Start) is var last and >= 0 ? items[last].Path : ItemTree.Head;

    private static int Last(ImmutableArray<NoticeItem> items, int place)
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = items[middle].Span.Start <= place ? (middle + 1, high) : (low, middle);
        }
        var last = low - 1;
        while (last >= 0 && items[last].Path.EndsWith('是'))
            last--;
        return last;
    }

    private static ImmutableArray<CitedDocument> Cites(NoticeText text, IReadOnlyList<Piece> pieces, string? own) =>
    [
        .. pieces.Where(p => p.Kind is not PieceKind.Furniture)
            .SelectMany(p => DocumentNumbers.In(p.Text).Concat(DocumentNumbers.Orders(p.Text)).Where(n => !(n.Broken && p.Kind is PieceKind.Frame)).OrderBy(n => n.Start).Select(n => new CitedDocument(n.Number, text.Place(p.Start + n.Start, n.Length), n.Broken)))
            .Where(c => c.Number != own).DistinctBy(c => c.Number),
    ];

    /// <summary>The last number before the first item: preambles go from the nation down to the nearest superior.</summary>
    private static string? BasedOn(NoticeText text, Outline outline, ImmutableArray<CitedDocument> cites)
    {
        var first = outline.Items.FirstOrDefault(i => i.Path != ItemTree.Head)?.Span.Start ?? text.Original.Length;
        return cites.LastOrDefault(c => c.Span.Start < first)?.Number ?? (cites.IsEmpty ? null : cites[0].Number);
    }
}
