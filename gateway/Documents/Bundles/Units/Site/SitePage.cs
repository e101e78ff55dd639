using System.Net;
using System.Text;

namespace Federation.Documents.Bundles.Units.Site;

/// <summary>A page of the site in a bundle: plain HTML and one style, no script, readable from a folder without a server.</summary>
internal static class SitePage
{
    public const string StyleFile = "site/style.css";

    public static byte[] Style { get; } = Encoding.UTF8.GetBytes(
        """
        :root { color-scheme: light dark; }
        body { font: 1rem/1.7 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 60rem; margin: 0 auto; padding: 0 1rem 3rem; }
        header, footer { color: #555; border-bottom: 1px solid #bbb; padding: .8rem 0; }
        footer { border: 0; border-top: 1px solid #bbb; margin-top: 2rem; font-size: .9rem; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; font-weight: 600; padding: .5rem 0; }
        th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #ccc; padding: .4rem .6rem .4rem 0; overflow-wrap: anywhere; }
        th[scope=row] { font-weight: 500; }
        dl { display: grid; grid-template-columns: minmax(6rem, 10rem) 1fr; gap: .3rem 1rem; }
        dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
        pre { white-space: pre-wrap; font: inherit; border-left: 3px solid #bbb; padding-left: 1rem; }
        code { font-size: .85rem; overflow-wrap: anywhere; }
        @media (prefers-color-scheme: dark) { header, footer, dt { color: #aaa; } }

        """.ReplaceLineEndings("\n"));

    /// <summary>Text as it may stand in HTML.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A page.</summary>
    /// <param name="up">Way from its folder to the top, for example <c>../</c>; empty: it lies at the top.</param>
    /// <param name="unit">Name of the unit.</param>
    /// <param name="title">Its title, not encoded.</param>
    /// <param name="main">HTML.</param>
    public static byte[] Of(string up, string unit, string title, string main) => Encoding.UTF8.GetBytes($"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Text(title)} - {Text(unit)}</title>
        <link rel="stylesheet" href="{up}{StyleFile}">
        </head>
        <body>
        <header><a href="{up}index.html">{Text(unit)} 政府信息公开</a></header>
        <main>
        <h1>{Text(title)}</h1>
        {main}
        </main>
        <footer>本页由公开目录数据生成,可离线阅读;每个文件可按 <a href="{up}README.md">README.md</a> 核对。 Made from the data beside it; README.md tells how to check every file.</footer>
        </body>
        </html>

        """.ReplaceLineEndings("\n"));
}
