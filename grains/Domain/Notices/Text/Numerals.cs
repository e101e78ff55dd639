namespace Federation.Domain.Notices.Text;

/// <summary>Chinese numerals up to ninety-nine, and digits.</summary>
internal static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Value of 十二, 两, 12; -1 when it is none.</summary>
    public static int Of(string text)
    {
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var plain))
            return plain;
        if (text is "两")
            return 2;
        if (text is "半")
            return -1;
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return text.Length == 1 ? Digits.IndexOf(text[0], StringComparison.Ordinal) : -1;
        var tens = ten == 0 ? 1 : Digits.IndexOf(text[0], StringComparison.Ordinal);
        var units = ten == text.Length - 1 ? 0 : Digits.IndexOf(text[ten + 1], StringComparison.Ordinal);
        return tens < 0 || units < 0 || text.Length > 3 ? -1 : (tens * 10) + units;
    }
}
