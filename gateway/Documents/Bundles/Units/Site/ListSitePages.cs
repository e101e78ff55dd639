using System.Globalization;
using System.Text;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Bundles.Units.Site;

/// <summary>The first page and the lists of entries, the newest first.</summary>
internal static class ListSitePages
{
    private const int PageSize = 200;

    /// <summary>Pages with their files.</summary>
    /// <param name="unit">Name of the unit.</param>
    /// <param name="entries">Id, title, kind and day of every entry.</param>
    /// <param name="reports">Reports with a page: what they are, and where.</param>
    public static IEnumerable<(string File, byte[] Page)> Of(string unit, IReadOnlyCollection<SiteEntry> entries, IReadOnlyCollection<(string Name, string File)> reports)
    {
        var pages = entries.OrderByDescending(e => e.Day, StringComparer.Ordinal).ThenBy(e => e.Id.Value, StringComparer.Ordinal).Chunk(PageSize).ToList();
        var first = new StringBuilder();
        if (reports.Count > 0)
        {
            first.Append("<h2>政府信息公开工作年度报告</h2>\n<ul>\n");
            foreach (var (name, file) in reports)
                first.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{file}\">{SitePage.Text(name)}</a></li>\n");
            first.Append("</ul>\n");
        }
        first.Append(CultureInfo.InvariantCulture, $"<h2>公开目录</h2>\n<p>共 {entries.Count:N0} 条。</p>\n");
        yield return ("index.html", SitePage.Of("", unit, $"{unit}政府信息公开", first + (pages.Count > 0 ? Table(pages, 0, "") : "<p>目录中没有条目。</p>\n")));
        for (var i = 1; i < pages.Count; i++)
            yield return (FileOf(i), SitePage.Of("../", unit, string.Create(CultureInfo.InvariantCulture, $"公开目录 第 {i + 1} 页"), Table(pages, i, "../")));
    }

    private static string FileOf(int page) => page == 0 ? "index.html" : string.Create(CultureInfo.InvariantCulture, $"site/list-{page + 1}.html");

    private static string Table(List<SiteEntry[]> pages, int page, string up)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<table>\n<caption>第 {page + 1} 页,共 {pages.Count} 页</caption>\n<thead><tr><th scope=\"col\">标题</th><th scope=\"col\">类别</th><th scope=\"col\">日期</th><th scope=\"col\">时效</th></tr></thead>\n<tbody>\n");
        foreach (var entry in pages[page])
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><a href=\"{up}{EntrySitePage.FileOf(entry.Id)}\">{SitePage.Text(entry.Title)}</a></th><td>{entry.Kind.Zh()}</td><td>{entry.Day}</td><td>{entry.Validity.Zh()}</td></tr>\n");
        html.Append("</tbody>\n</table>\n<nav aria-label=\"翻页\"><p>");
        if (page > 0)
            html.Append(CultureInfo.InvariantCulture, $"<a href=\"{up}{FileOf(page - 1)}\" rel=\"prev\">上一页</a> ");
        if (page + 1 < pages.Count)
            html.Append(CultureInfo.InvariantCulture, $"<a href=\"{up}{FileOf(page + 1)}\" rel=\"next\">下一页</a>");
        return html.Append("</p></nav>\n").ToString();
    }
}

/// <summary>An entry as a list shows it.</summary>
internal sealed record SiteEntry(EntryId Id, string Title, EntryKind Kind, string Day, ValidityState Validity)
{
    public static SiteEntry Of(CatalogEntry entry) => new(entry.Id, entry.Title, entry.Kind, entry[EntryFields.PublishedOn] is { Length: > 0 } day ? day : entry[EntryFields.FormedOn], entry.Validity.State);
}
