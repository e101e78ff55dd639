using System.Xml.Linq;

namespace Federation.Web.Tests.Hosting;

/// <summary>Reads pages as XML: what the components write is well-formed.</summary>
internal static class Html
{
    public static XDocument Parse(string html)
    {
        const string doctype = "<!DOCTYPE html>";
        Assert.StartsWith(doctype, html, StringComparison.Ordinal);
        return XDocument.Parse(Narrow(html[doctype.Length..].TrimStart()));
    }

    /// <summary>Full-width marks as the plain ones in which forms and rules are kept.</summary>
    public static string Narrow(string text) => string.Concat(text.Select(c => c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c));

    public static IEnumerable<XElement> All(this XContainer page, string name) => page.Descendants(name);

    public static string Attr(this XElement element, string name) => (string?)element.Attribute(name) ?? "";

    public static IEnumerable<string> Links(this XContainer page) => page.All("a").Select(a => a.Attr("href"));

    /// <summary>Text with white space folded.</summary>
    public static string Text(this XElement element) => string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
