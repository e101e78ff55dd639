using System.Collections.Immutable;
using Federation.Domain.Notices;

namespace Federation.Domain.WorkPoints.Drafting;

/// <summary>An item of a notice with everything read in it; sub-points (一是) belong to the item they stand in.</summary>
/// <param name="Clause">Its path, unique in the notice.</param>
/// <param name="Path">Its path as the notice has it.</param>
/// <param name="Item">The item.</param>
/// <param name="Text">Its text and that of its sub-points.</param>
/// <param name="Facts">In order of place.</param>
/// <param name="Unread">Sentences left open.</param>
internal sealed record NoticeSection(string Clause, string Path, NoticeItem Item, string Text, ImmutableArray<NoticeFact> Facts, ImmutableArray<UnreadDuty> Unread)
{
    private const int LongestClause = 90;

    /// <summary>True when something in it binds somebody.</summary>
    public bool CarriesDuty => !Facts.IsEmpty || !Unread.IsEmpty;

    /// <summary>The sections of a notice in order. What stands before the first number is <c>head</c>.</summary>
    public static ImmutableArray<NoticeSection> Of(Notice notice)
    {
        var numbered = notice.Items.Where(i => !i.Path.EndsWith('是')).ToList();
        var facts = notice.Facts.Where(f => !f.WholeNotice).ToLookup(f => At(numbered, f.Span));
        var unread = notice.Unread.ToLookup(u => At(numbered, u.Span));
        var texts = notice.Items.Where(i => i.Path.EndsWith('是')).ToLookup(i => At(numbered, i.Span), i => i.Text);
        var seen = new Dictionary<string, int>();
        var sections = ImmutableArray.CreateBuilder<NoticeSection>();
        if (facts.Contains(-1) || unread.Contains(-1))
            sections.Add(new NoticeSection(Named("head", seen), "head", new NoticeItem("head", 0, notice.Title ?? "", notice.Title ?? "", default), notice.Title ?? "", [.. facts[-1]], [.. unread[-1]]));
        for (var i = 0; i < numbered.Count; i++)
        {
            var item = numbered[i];
            sections.Add(new NoticeSection(Named(item.Path, seen), item.Path, item, string.Join('\n', texts[i].Prepend(item.Text).Where(t => t.Length > 0)), [.. facts[i]], [.. unread[i]]));
        }
        return sections.ToImmutable();
    }

    private static int At(List<NoticeItem> items, TextSpan place) => items.FindLastIndex(i => i.Span.Start <= place.Start);

    /// <summary>A path as a clause may be written; one that comes again gets a number.</summary>
    private static string Named(string path, Dictionary<string, int> seen)
    {
        var clause = string.Concat(path.Select(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '#' or '~' ? '_' : c));
        if (clause.Length > LongestClause)
            clause = clause[..LongestClause];
        seen[clause] = seen.GetValueOrDefault(clause) + 1;
        return seen[clause] == 1 ? clause : FormattableString.Invariant($"{clause}·{seen[clause]}");
    }
}
