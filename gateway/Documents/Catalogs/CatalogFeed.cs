using System.Globalization;
using System.Text;
using System.Xml;
using Federation.Documents.Packages;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs;

/// <summary>What a website and its readers follow: an Atom feed of the newest entries, and a sitemap of all.</summary>
/// <remarks>RFC 4287, paging by RFC 5005 section 3; sitemaps.org protocol 0.9.</remarks>
public static class CatalogFeed
{
    /// <summary>Entries of a page of the feed.</summary>
    public const int FeedPage = 100;

    /// <summary>Most addresses of one sitemap; the protocol allows 50,000.</summary>
    public const int SitemapPage = 20_000;

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    /// <summary>A page of the feed, newest change first.</summary>
    /// <param name="facts">The catalog.</param>
    /// <param name="rows">The page.</param>
    /// <param name="before">Sequence before which the page begins; null: the first page.</param>
    /// <param name="next">Sequence before which the next page begins; null: this is the last.</param>
    public static byte[] Feed(CatalogFacts facts, IReadOnlyList<EntryRow> rows, long? before, long? next) => Xml(xml =>
    {
        var address = facts.CatalogIri + "/feed.xml";
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, "zh-CN");
        xml.WriteElementString("title", facts.Title);
        xml.WriteElementString("id", facts.CatalogIri);
        xml.WriteElementString("updated", Moment(rows.Count > 0 ? rows.Max(r => r.At) : facts.Head.ChangedAt ?? DateTimeOffset.UnixEpoch));
        Link(xml, "self", before is { } cursor ? Paged(address, cursor) : address);
        Link(xml, "first", address);
        if (next is { } more)
            Link(xml, "next", Paged(address, more));
        Link(xml, "alternate", facts.CatalogIri);
        xml.WriteStartElement("author");
        xml.WriteElementString("name", facts.Name);
        xml.WriteElementString("uri", facts.UnitIri);
        xml.WriteEndElement();
        foreach (var row in rows)
            Entry(xml, facts, row);
        xml.WriteEndElement();
    });

    /// <summary>A sitemap of some entries.</summary>
    public static byte[] Urls(CatalogFacts facts, IEnumerable<EntryRow> rows) => Xml(xml =>
    {
        xml.WriteStartElement("urlset", Sitemap);
        foreach (var row in rows)
        {
            xml.WriteStartElement("url");
            xml.WriteElementString("loc", facts.EntryIri(row.Id));
            xml.WriteElementString("lastmod", Moment(row.At));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    /// <summary>The list of sitemaps of a catalog that is too big for one.</summary>
    public static byte[] Index(CatalogFacts facts, int parts) => Xml(xml =>
    {
        xml.WriteStartElement("sitemapindex", Sitemap);
        for (var part = 1; part <= parts; part++)
        {
            xml.WriteStartElement("sitemap");
            xml.WriteElementString("loc", string.Create(CultureInfo.InvariantCulture, $"{facts.CatalogIri}/sitemap.xml?part={part}&of={parts}"));
            if (facts.Head.ChangedAt is { } changed)
                xml.WriteElementString("lastmod", Moment(changed));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    /// <summary>Parts of the sitemap of a catalog; 1: it fits into one.</summary>
    public static int PartsOf(int entries) => entries <= SitemapPage ? 1 : (int)Math.Ceiling(entries * 1.5 / SitemapPage); // half as many again: parts are cut by hash, not by number

    /// <summary>Paths of the digest tree that a part takes, both included.</summary>
    public static (long First, long Last) Range(int part, int of)
    {
        var width = (1L << 60) / of;
        return ((part - 1) * width, part == of ? (1L << 60) - 1 : (part * width) - 1);
    }

    private static void Entry(XmlWriter xml, CatalogFacts facts, EntryRow row)
    {
        xml.WriteStartElement("entry");
        xml.WriteElementString("title", PartText.Clean(row.Title));
        xml.WriteElementString("id", facts.EntryIri(row.Id));
        xml.WriteElementString("updated", Moment(row.At));
        if (row.PublishedOn is { } published)
            xml.WriteElementString("published", published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+08:00");
        Link(xml, "alternate", facts.EntryIri(row.Id));
        xml.WriteStartElement("category");
        xml.WriteAttributeString("term", row.Kind.Word());
        xml.WriteAttributeString("label", row.Kind.Zh());
        xml.WriteEndElement();
        xml.WriteStartElement("summary");
        xml.WriteString(PartText.Clean($"{row.Kind.Zh()};{row.Attribute.Zh()};{row.Validity.Zh()}{(row.IndexNumber.Length > 0 ? ";索引号 " + row.IndexNumber : "")}"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Paged(string address, long before) => string.Create(CultureInfo.InvariantCulture, $"{address}?before={before}");

    private static string Moment(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static byte[] Xml(Action<XmlWriter> write)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
            write(xml);
        return bytes.ToArray();
    }
}
