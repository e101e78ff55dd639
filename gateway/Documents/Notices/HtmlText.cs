using System.Net;
using System.Text;

namespace Federation.Documents.Notices;

/// <summary>
/// The readable text of a page: one line a block, one line a table row. It follows no script and loads nothing; a page that is not well
/// formed gives what can be read.
/// </summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "noscript", "template", "svg", "select", "title", "head" };
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "table", "tr", "form", "center", "blockquote", "dl", "dt", "dd", "hr", "pre", "body", "nav", "main",
    };

    public static string Read(string html)
    {
        var text = new StringBuilder(html.Length / 2);
        var cells = new Stack<bool>(); // one for each table open; true inside a row that has a cell already
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0 || open > at)
                Words(text, html[at..(open < 0 ? html.Length : open)], cells.Count > 0);
            if (open < 0)
                break;
            at = Tag(html, open, text, cells);
        }
        return text.ToString();
    }

    private static int Tag(string html, int open, StringBuilder text, Stack<bool> cells)
    {
        if (string.CompareOrdinal(html, open, "<!--", 0, 4) == 0)
            return After(html, "-->", open);
        var close = html.IndexOf('>', open);
        if (close < 0)
            return html.Length;
        var closing = open + 1 < html.Length && html[open + 1] == '/';
        var from = open + (closing ? 2 : 1);
        var to = from;
        while (to < close && char.IsAsciiLetterOrDigit(html[to]))
            to++;
        var name = html[from..to].ToLowerInvariant();
        if (name.Length == 0)
            return html[open + 1] is '!' or '?' or '/' ? close + 1 : Literal(html, open, text);
        if (!closing && Silent.Contains(name) && html[close - 1] != '/')
            return After(html, $"</{name}", close) is var end && end < html.Length ? After(html, ">", end - 1) : html.Length;
        Mark(name, closing, text, cells);
        return close + 1;
    }

    private static int Literal(string html, int open, StringBuilder text)
    {
        text.Append(html[open]);
        return open + 1;
    }

    private static int After(string html, string mark, int from)
    {
        var at = html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? html.Length : at + mark.Length;
    }

    private static void Mark(string name, bool closing, StringBuilder text, Stack<bool> cells)
    {
        if (name == "table")
        {
            if (!closing)
                cells.Push(false);
            else
                cells.TryPop(out _);
            Break(text);
        }
        else if (name == "tr" && cells.TryPop(out _))
        {
            cells.Push(false);
            Break(text);
        }
        else if (name is "td" or "th" && !closing && cells.TryPop(out var more))
        {
            text.Append(more ? " | " : "");
            cells.Push(true);
        }
        else if (Blocks.Contains(name) && cells.Count == 0)
        {
            Break(text);
        }
    }

    private static void Break(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
    }

    private static void Words(StringBuilder text, string words, bool inCell)
    {
        foreach (var c in WebUtility.HtmlDecode(words))
        {
            var blank = char.IsWhiteSpace(c) && c != '\u3000';
            if (blank && (text.Length == 0 || char.IsWhiteSpace(text[^1])))
                continue;
            text.Append(blank ? ' ' : inCell && c == '|' ? '/' : c);
        }
    }
}
