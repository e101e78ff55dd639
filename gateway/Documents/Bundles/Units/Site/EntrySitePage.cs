using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Bundles.Units.Site;

/// <summary>The page of one entry: what it says, its text, its files, and its hash.</summary>
internal static class EntrySitePage
{
    private const int NameLength = 20;

    /// <summary>Its file: the id may hold anything, so its hash names it.</summary>
    public static string FileOf(EntryId id) => $"site/entries/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value)))[..NameLength]}.html";

    /// <summary>The page.</summary>
    /// <param name="unit">Name of the unit.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="text">Its text, when it is plain; else empty.</param>
    /// <param name="own">Where another entry of the same catalog has its page; null: it is not there.</param>
    public static byte[] Of(string unit, CatalogEntry entry, string text, Func<EntryId, string?> own)
    {
        var main = new StringBuilder("<dl>\n");
        Fact("类别", entry.Kind.Zh());
        Fact("公开属性", entry.Disclosure.Attribute.Zh());
        Fact("时效", $"{entry.Validity.State.Zh()} {(entry.Validity.Since is { } since ? EntryFields.Text(since) : "")}".TrimEnd());
        foreach (var field in EntryFields.All)
            Fact(field.Zh, entry[field.Id]);
        foreach (var link in entry.Links)
        {
            var there = link.Catalog is null ? own(link.Entry) : null;
            var named = SitePage.Text($"{link.Catalog} {link.Entry}".Trim());
            main.Append(CultureInfo.InvariantCulture, $"<dt>{link.Relation.Zh()}</dt><dd>{(there is null ? named : $"<a href=\"../../{there}\">{named}</a>")}</dd>\n");
        }
        foreach (var file in entry.Attachments)
            main.Append(CultureInfo.InvariantCulture, $"<dt>附件</dt><dd><a href=\"../../contents/{file.Hash}\" download=\"{SitePage.Text(file.Name)}\">{SitePage.Text(file.Name)}</a>({file.Size:N0} 字节)</dd>\n");
        if (entry.Body is { } body && text.Length == 0)
            main.Append(CultureInfo.InvariantCulture, $"<dt>正文</dt><dd><a href=\"../../contents/{body}\" download>打开文件</a></dd>\n");
        main.Append(CultureInfo.InvariantCulture, $"<dt>条目编号</dt><dd>{SitePage.Text(entry.Id.Value)}</dd>\n<dt>哈希 SHA-256</dt><dd><code>{entry.Hash}</code></dd>\n</dl>\n");
        if (text.Length > 0)
            main.Append(CultureInfo.InvariantCulture, $"<h2>正文</h2>\n<pre>{SitePage.Text(text)}</pre>\n");
        return SitePage.Of("../../", unit, entry.Title, main.ToString());

        void Fact(string label, string value)
        {
            if (value.Length > 0)
                main.Append(CultureInfo.InvariantCulture, $"<dt>{SitePage.Text(label)}</dt><dd>{SitePage.Text(value)}</dd>\n");
        }
    }
}
