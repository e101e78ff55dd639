using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Federation.Documents.Packages;

/// <summary>Text in XML parts: characters that XML cannot hold are escaped as spreadsheets do (<c>_x0001_</c>), or left out where nothing reads them back.</summary>
internal static partial class PartText
{
    /// <summary>ST_Xstring of ECMA-376: control characters as _xHHHH_, and a text that looks like such an escape is escaped itself.</summary>
    public static string Escape(string text)
    {
        if (!NeedsEscape(text))
            return text;
        var result = new StringBuilder(text.Length + 16);
        text = LooksEscaped().Replace(text, "_x005F_");
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                result.Append(text[i]).Append(text[++i]);
            else if (char.IsSurrogate(text[i]))
                result.Append('\uFFFD');
            else if (XmlConvert.IsXmlChar(text[i]) && text[i] != '\r')
                result.Append(text[i]);
            else
                result.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
        }
        return result.ToString();
    }

    /// <summary>Reads what <see cref="Escape"/> wrote.</summary>
    public static string Unescape(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>The text without characters that XML cannot hold, for documents nobody reads back.</summary>
    public static string Clean(string text)
    {
        if (!NeedsEscape(text))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
                result.Append(rune);
        }
        return result.ToString();
    }

    private static bool NeedsEscape(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' and not ('\n' or '\t') or '_' || char.IsSurrogate(c) || c >= '\uFFFE')
                return true;
        }
        return false;
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
