using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk;

/// <summary>
/// Text that is typed and must come back as it is stored. Chinese pages widen punctuation beside Chinese characters; marks written as
/// references are left alone.
/// </summary>
internal static class Verbatim
{
    public static MarkupString Of(string text) => new("\n" + Written(text)); // a line end right after the tag is dropped by browsers, one of the text's own would be

    /// <summary>The text as it is put into a page; what no page may hold stands as a replacement character.</summary>
    public static string Written(string text)
    {
        var written = new StringBuilder(text.Length + 32);
        foreach (var c in text)
        {
            if (c is ',' or ';' or ':' or '?' or '!' or '(' or ')')
                written.Append("&#x").Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture)).Append(';');
            else
                written.Append(c is < ' ' and not '\n' and not '\r' and not '\t' or >= '\ufffe' ? "\ufffd" : c < 0x80 ? WebUtility.HtmlEncode(c.ToString()) : c.ToString());
        }
        return written.ToString();
    }
}
