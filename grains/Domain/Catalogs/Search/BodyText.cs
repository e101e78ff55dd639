using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Federation.Domain.Catalogs.Search;

/// <summary>The readable text of a body: plain as it is, HTML without its markup, anything else none.</summary>
public static partial class BodyText
{
    /// <summary>Reads a body.</summary>
    /// <param name="mediaType">For example <c>text/html; charset=utf-8</c>; the bytes are UTF-8, whatever it says.</param>
    /// <param name="bytes">The content.</param>
    public static string Read(string mediaType, ReadOnlySpan<byte> bytes) => mediaType.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/html" or "application/xhtml+xml" => Plain(Encoding.UTF8.GetString(bytes)),
        var type when type.StartsWith("text/", StringComparison.Ordinal) => Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'),
        _ => "",
    };

    /// <summary>HTML without scripts, styles, comments and tags; references are read; paragraphs stay apart.</summary>
    public static string Plain(string html)
    {
        var text = Unread().Replace(html, " ");
        text = Break().Replace(text, "\n");
        text = WebUtility.HtmlDecode(Tag().Replace(text, ""));
        return Empty().Replace(text.Replace("\r", "", StringComparison.Ordinal), "\n").Trim();
    }

    [GeneratedRegex(@"<!--.*?(-->|\z)|<(script|style|head|template|noscript)\b.*?(</\2\s*>|\z)", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Unread();

    [GeneratedRegex(@"<(/?(p|div|tr|li|h[1-6]|table|section|article|td|th)|br)\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Break();

    [GeneratedRegex(@"<[/!?a-z][^>]*(>|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t]*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Empty();
}
