namespace Federation.Domain.Notices.Text;

/// <summary>全半角: one form for each sign. Latin letters, digits, brackets, commas and colons become half width; 。、《》“” stay.</summary>
internal static class WidthFolding
{
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>Folds in place; invisible characters and carriage returns go, every other blank becomes a space.</summary>
    public static void Fold(List<Glyph> text)
    {
        text.RemoveAll(g => g.Value is '\r' or 0x200B or 0x200C or 0x200D or 0x2060 or 0xFEFF or 0xAD);
        for (var i = 0; i < text.Count; i++)
            text[i] = text[i] with { Value = One(text[i].Value) };
    }

    /// <summary>The same of a text that needs no places.</summary>
    public static string Of(string text) => string.Concat(text.Select(c => (char)One(c)));

    private static int One(int value) => value switch
    {
        '\n' => '\n',
        0x2028 or 0x2029 => '\n',
        >= 0xFF01 and <= 0xFF5E => One(value - FullWidthOffset),
        '[' or '﹝' or '〖' or '【' => '〔',
        ']' or '﹞' or '〗' or '】' => '〕',
        '﹙' => '(',
        '﹚' => ')',
        '∶' or '﹕' or '︰' => ':',
        '﹐' => ',',
        '﹔' => ';',
        '﹪' => '%',
        '﹑' => '、',
        '｡' => '。',
        '｢' => '“',
        '｣' => '”',
        '〈' or '﹤' => '<',
        '〉' or '﹥' => '>',
        '─' or '━' or '―' or '–' => '—',
        '•' or '◆' or '■' or '▪' or '★' or '◎' or '○' => '●',
        _ => value is not '\n' && value < Glyph.RawByte && char.IsWhiteSpace((char)value) ? ' ' : value,
    };
}
