using System.Net;
using System.Text;

namespace Federation.Documents.Circulars;

/// <summary>通报 as one page that needs nothing from elsewhere; tables have heads, so that it can be read aloud.</summary>
public static class CircularHtml
{
    private const string Style =
        "body{font-family:'Noto Serif CJK SC','FangSong','宋体',serif;max-width:50rem;margin:2rem auto;padding:0 1rem;line-height:1.8}h1{text-align:center}.as-of,.signed{text-align:right}" +
        "table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{border:1px solid #333;padding:.25rem .5rem;text-align:left}p{text-indent:2em}p.as-of,p.signed{text-indent:0}";

    /// <summary>Writes a page.</summary>
    public static string Write(Circular circular)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>").Append(Text(circular.Title)).Append("</title><style>").Append(Style).Append("</style></head><body><main>");
        html.Append("<h1>").Append(Text(circular.Title)).Append("</h1><p class=\"as-of\">截至 ").Append(Text(DocumentDates.Moment(circular.AsOf))).Append("</p>");
        Paragraph(html, circular.Opening);
        for (var i = 0; i < circular.Parts.Length; i++)
        {
            html.Append("<h2>").Append(Text(Circular.Numbered(i, circular.Parts[i].Heading))).Append("</h2>");
            foreach (var paragraph in circular.Parts[i].Paragraphs)
                Paragraph(html, paragraph);
            if (circular.Parts[i].Table is { } table)
                Table(html, table, circular.Parts[i].Heading);
        }
        html.Append("<h2>").Append(Text(Circular.Numbered(circular.Parts.Length, "依据"))).Append("</h2>");
        foreach (var basis in circular.Basis)
            Paragraph(html, basis);
        html.Append("<p class=\"signed\">").Append(Text(circular.Issuer)).Append("<br>").Append(Text(DocumentDates.Day(circular.AsOf))).Append("</p></main></body></html>");
        return html.ToString();
    }

    private static void Table(StringBuilder html, CircularTable table, string caption)
    {
        html.Append("<table><caption>").Append(Text(caption)).Append("</caption><thead><tr>");
        foreach (var heading in table.Headings)
            html.Append("<th scope=\"col\">").Append(Text(heading)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
                html.Append("<td>").Append(Text(cell)).Append("</td>");
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
    }

    private static void Paragraph(StringBuilder html, string text) => html.Append("<p>").Append(Text(text)).Append("</p>");

    private static string Text(string text) => WebUtility.HtmlEncode(Punctuation.FullWidth(text));
}
