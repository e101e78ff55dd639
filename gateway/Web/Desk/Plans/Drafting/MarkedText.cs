using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Federation.Domain.Notices;
using Federation.Domain.WorkPoints;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Plans.Drafting;

/// <summary>原文: a notice as it was handed in, with what was read, what was not understood and what is damaged marked in its place.</summary>
internal static class MarkedText
{
    /// <summary>Marks a text; clauses can be jumped to by <c>span-N</c>, N being where they begin.</summary>
    public static MarkupString Of(Notice notice, ImmutableArray<WorkPoint> points)
    {
        var text = notice.Text.Original;
        var marks = new List<(string Class, string Label)>();
        var owner = new int[text.Length]; // 0: nothing; otherwise one more than the place of its mark
        foreach (var unread in notice.Unread)
            Paint(unread.Span, "unread", unread.Rule);
        foreach (var fact in notice.Facts)
            Paint(fact.Span, fact.Kind is NoticeFactKind.Body or NoticeFactKind.Actor ? "body" : "fact", fact.Value);
        foreach (var proposal in notice.Proposals)
            Paint(proposal.Span, "damaged", proposal.Proposed);
        var anchors = points.Select(p => p.Span?.Start).OfType<int>().Where(s => s < text.Length).ToHashSet();
        var html = new StringBuilder(text.Length * 2);
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && owner[end] == owner[at] && !anchors.Contains(end))
                end++;
            if (anchors.Contains(at))
                html.Append(CultureInfo.InvariantCulture, $"<span id=\"span-{at}\"></span>");
            if (owner[at] > 0)
                html.Append("<mark class=\"").Append(marks[owner[at] - 1].Class).Append("\" title=\"").Append(WebUtility.HtmlEncode(marks[owner[at] - 1].Label)).Append("\">");
            html.Append(Verbatim.Written(text[at..end]));
            if (owner[at] > 0)
                html.Append("</mark>");
            at = end;
        }
        return new MarkupString(html.ToString());

        void Paint(TextSpan span, string kind, string label)
        {
            marks.Add((kind, label));
            for (var i = Math.Max(0, span.Start); i < Math.Min(text.Length, span.End); i++)
                owner[i] = marks.Count;
        }
    }
}
