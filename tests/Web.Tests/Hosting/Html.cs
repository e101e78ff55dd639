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

    /// <summary>Chinese that a page in English shows without marking it as such: words of its own that nobody has translated. Names of units stay Chinese.</summary>
    public static IReadOnlyList<string> ChineseOutside(XDocument page)
    {
        bool Marked(XElement at) => at.AncestorsAndSelf().Select(e => e.Attr("lang")).Select(l => l.Length > 0 ? l : (string?)null).FirstOrDefault(l => l is not null)?.StartsWith("zh", StringComparison.Ordinal) == true;
        bool Chinese(string text) => SampleTree.Units.OrderByDescending(u => u.Name.Length).Aggregate(text, (left, unit) => left.Replace(unit.Name, "", StringComparison.Ordinal)).Any(c => c is >= '\u4e00' and <= '\u9fff');
        string[] spoken = ["aria-label", "placeholder", "title", "alt"];
        return
        [
            .. page.DescendantNodes().OfType<XText>().Where(t => t.Parent is { Name.LocalName: not "title" } parent && !Marked(parent) && Chinese(t.Value)).Select(t => t.Value.Trim()),
            .. page.Descendants().Where(e => !Marked(e)).SelectMany(e => e.Attributes()).Where(a => spoken.Contains(a.Name.LocalName) && Chinese(a.Value)).Select(a => a.Value),
        ];
    }

    /// <summary>Text with white space folded.</summary>
    public static string Text(this XElement element) => string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
