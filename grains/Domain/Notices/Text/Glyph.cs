namespace Federation.Domain.Notices.Text;

/// <summary>A character on its way to the normalised text, with the original characters it came from.</summary>
/// <param name="Value">A UTF-16 unit, or a single byte of a damaged pair as <see cref="RawByte"/> plus the byte.</param>
/// <param name="Start">First original character.</param>
/// <param name="End">First original character after it.</param>
internal readonly record struct Glyph(int Value, int Start, int End)
{
    /// <summary>Values from here on stand for half of a double-byte character.</summary>
    public const int RawByte = 0xF0000;

    /// <summary>The character; only asked of glyphs that are one.</summary>
    public char Char => (char)Value;

    /// <summary>True for half of a double-byte character.</summary>
    public bool IsRaw => Value >= RawByte;
}
