using System.Xml.Linq;

namespace Federation.Web.Tests.Hosting;

/// <summary>Reads pages as XML: what the components write is well-formed.</summary>
internal static class Html
{
    public static XDocument Parse(string html)
    {
        const string doctype = "<!DOCTYPE html>";
        Assert.StartsWith(doctype, html, StringComparison.Ordinal);
        return XDocument.Parse(html[doctype.Length..].TrimStart());
    }

    public static IEnumerable<XElement> All(this XContainer page, string name) => page.Descendants(name);

    public static string Attr(this XElement element, string name) => (string?)element.Attribute(name) ?? "";

    public static IEnumerable<string> Links(this XContainer page) => page.All("a").Select(a => a.Attr("href"));

    /// <summary>Text with white space folded.</summary>
    public static string Text(this XElement element) => string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
