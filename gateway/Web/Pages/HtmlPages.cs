using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Federation.Documents;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Federation.Web.Pages;

/// <summary>Renders components to whole pages. One renderer for each page: it holds what it rendered.</summary>
internal static partial class HtmlPages
{
    public static async Task<string> Render<T>(IServiceProvider services, ILoggerFactory logs, bool chinese, IReadOnlyDictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters.ToDictionary()));
            var html = Tidy(root.ToHtmlString());
            return chinese ? FullWidth(html) : html;
        });
    }

    /// <summary>
    /// The renderer writes everything beyond Latin as numeric references, three times as long and unreadable in the source; no character
    /// beyond ASCII means anything to markup, so those are written as themselves. It leaves void elements open; closed, the page is XML too.
    /// </summary>
    internal static string Tidy(string html) => VoidElement().Replace(Reference().Replace(html, static match =>
    {
        var code = int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return code >= 0xA1 && Rune.IsValid(code) ? new Rune(code).ToString() : match.Value;
    }), "<$1$2 />");

    // what forms send back, addresses and names of places stay as they are kept
    internal static string FullWidth(string html)
    {
        var wide = Punctuation.FullWidth(html).ToCharArray(); // of the same length
        foreach (var kept in Kept().EnumerateMatches(html))
            html.AsSpan(kept.Index, kept.Length).CopyTo(wide.AsSpan(kept.Index));
        return new string(wide);
    }

    [GeneratedRegex("(?<= )(?:value|href|action|formaction|id|for|name|aria-describedby|aria-labelledby)=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Kept();

    [GeneratedRegex("&#x([0-9A-Fa-f]{2,6});", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex("<(meta|link|br|hr|img|input|col)((?: [^<>]*?)?) ?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex VoidElement();
}
