using System.Text;

namespace Federation.Domain.Catalogs.Sources;

/// <summary>A text is damaged, or is not of the encoding that was declared for it.</summary>
/// <param name="line">The first line that cannot be read, from 1.</param>
/// <param name="encoding">As which it was read.</param>
public sealed class DamagedTextException(int line, string encoding) : FormatException($"line {line} is no {encoding}")
{
    /// <summary>The first line that cannot be read, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>As which it was read.</summary>
    public string Encoding { get; } = encoding;
}

/// <summary>
/// Texts of other systems in whatever encoding they are: Chinese systems still write GBK and GB18030. A byte order mark decides, then what was declared,
/// then UTF-8 if the bytes are that, then GB18030. Nothing is ever replaced: a text that cannot be read to its end is refused with the line.
/// </summary>
public static class SourceText
{
    private static readonly Encoding Gb18030 = Strict("gb18030");
    private static readonly Encoding Utf16 = new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16BigEndian = new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>The text as UTF-8 without a byte order mark.</summary>
    /// <param name="bytes">As they came.</param>
    /// <param name="charset">Name of the encoding that the origin declares; empty: none.</param>
    /// <exception cref="DamagedTextException">Some of it cannot be read.</exception>
    /// <exception cref="FormatException">An encoding is declared that does not exist.</exception>
    public static ReadOnlyMemory<byte> Utf8(ReadOnlyMemory<byte> bytes, string charset) => bytes.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Checked(bytes[3..]),
        [0xFF, 0xFE, ..] => Converted(bytes[2..], Utf16),
        [0xFE, 0xFF, ..] => Converted(bytes[2..], Utf16BigEndian),
        [0x84, 0x31, 0x95, 0x33, ..] => Converted(bytes[4..], Gb18030),
        _ when Declared(charset) is { } encoding => encoding.CodePage == Encoding.UTF8.CodePage ? Checked(bytes) : Converted(bytes, encoding),
        _ => System.Text.Unicode.Utf8.IsValid(bytes.Span) ? bytes : Converted(bytes, Gb18030),
    };

    // What servers say of everything when nobody has told them: no Chinese text can be in it, so it says nothing.
    private static Encoding? Declared(string charset) => charset.Trim().Trim('"', '\'').ToUpperInvariant() switch
    {
        "" or "ISO-8859-1" or "LATIN1" or "US-ASCII" or "ASCII" or "WINDOWS-1252" => null,
        "UTF-8" or "UTF8" => Encoding.UTF8,
        "GB2312" or "GB_2312-80" or "GBK" or "X-GBK" or "CP936" or "MS936" or "WINDOWS-936" or "GB18030" => Gb18030, // each is part of the last
        "UTF-16" or "UTF-16LE" => Utf16,
        "UTF-16BE" => Utf16BigEndian,
        var other => Other(other),
    };

    private static Encoding Other(string name)
    {
        try
        {
            return Strict(name);
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"there is no encoding '{name}'", e);
        }
    }

    private static Encoding Strict(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes.Span))
            return bytes;
        var line = 1;
        var rest = bytes.Span;
        for (int end; (end = rest.IndexOf((byte)'\n')) >= 0 && System.Text.Unicode.Utf8.IsValid(rest[..end]); line++)
            rest = rest[(end + 1)..];
        throw new DamagedTextException(line, "UTF-8");
    }

    private static byte[] Converted(ReadOnlyMemory<byte> bytes, Encoding encoding)
    {
        try
        {
            return Encoding.UTF8.GetBytes(encoding.GetString(bytes.Span));
        }
        catch (DecoderFallbackException)
        {
            throw new DamagedTextException(FirstBad(bytes.Span, encoding), encoding.WebName.ToUpperInvariant());
        }
    }

    // A line end is one unit of its own in each of these encodings, never a part of a character.
    private static int FirstBad(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var end = encoding.GetBytes("\n");
        var (line, from) = (1, 0);
        for (var at = 0; at + end.Length <= bytes.Length; at += end.Length)
        {
            if (!bytes.Slice(at, end.Length).SequenceEqual(end))
                continue;
            if (!Reads(bytes[from..at], encoding))
                return line;
            (line, from) = (line + 1, at + end.Length);
        }
        return line;
    }

    private static bool Reads(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            encoding.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
