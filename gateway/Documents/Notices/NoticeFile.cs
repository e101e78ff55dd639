using System.Collections.Immutable;
using System.Text;
using Federation.Documents.Import;
using Federation.Domain.Findings;
using Federation.Domain.Notices;

namespace Federation.Documents.Notices;

/// <summary>A notice as a file: its text with one line a paragraph, cells of a table row parted by |.</summary>
/// <param name="Text">The text; null when the file could not be read.</param>
/// <param name="Findings">Why not; empty when it could.</param>
public sealed record NoticeFileText(string? Text, ImmutableArray<Finding> Findings);

/// <summary>Takes the text out of .txt, .html and .docx files. What a file is, its first bytes say; its name only helps.</summary>
public static class NoticeFile
{
    /// <summary>Largest file read, in bytes.</summary>
    public const int Largest = 16 << 20;

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name, for what the bytes leave open.</param>
    /// <param name="content">Its bytes.</param>
    public static NoticeFileText Read(string name, byte[] content)
    {
        if (content.Length > Largest)
            return Refused(NoticeRules.FileTooBig.At(name));
        if (Begins(content, "%PDF"u8))
            return Refused(NoticeRules.FileKind.At(name, "不能读取 PDF:扫描件没有文字,文字版也不保留段落。请另存为 .docx、.html 或 .txt", "PDF is not read: scans hold no text, and text PDF keeps no paragraphs; save it as .docx, .html or .txt"));
        if (Begins(content, [0xD0, 0xCF, 0x11, 0xE0]))
            return Refused(NoticeRules.FileKind.At(name, "不能读取旧版 Word(.doc)或 WPS 文件,请另存为 .docx", "old Word (.doc) and WPS files are not read; save as .docx"));
        try
        {
            var text = Begins(content, "PK"u8) ? WordText.Read(content) : IsHtml(name, content) ? HtmlText.Read(Decode(content)) : Decode(content);
            return string.IsNullOrWhiteSpace(text) ? Refused(NoticeRules.FileEmpty.At(name))
                : text.Length > NoticeReader.Longest ? Refused(NoticeRules.FileTooBig.At(name))
                : text.Contains('\0', StringComparison.Ordinal) ? Refused(NoticeRules.FileKind.At(name)) : new NoticeFileText(text, []);
        }
        catch (UnreadableFileException e)
        {
            return Refused(NoticeRules.FileDamaged.At(name, e.Zh, e.Message));
        }
        catch (System.Xml.XmlException e)
        {
            return Refused(NoticeRules.FileDamaged.At(name, $"文件已损坏:{e.Message}", $"the file is damaged: {e.Message}"));
        }
    }

    private static NoticeFileText Refused(Finding finding) => new(null, [finding]);

    private static bool Begins(byte[] content, ReadOnlySpan<byte> with) => content.AsSpan().StartsWith(with);

    private static bool IsHtml(string name, byte[] content)
    {
        if (name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase))
            return true;
        var head = Encoding.ASCII.GetString(content, 0, Math.Min(1024, content.Length));
        return head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>By byte order mark, then UTF-8 if it is one without fault, then what the page declares, then GB18030.</summary>
    private static string Decode(byte[] content)
    {
        if (Begins(content, [0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(content, 3, content.Length - 3);
        if (Begins(content, [0xFF, 0xFE]))
            return Encoding.Unicode.GetString(content, 2, content.Length - 2);
        if (Begins(content, [0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2);
        try
        {
            return new UTF8Encoding(false, true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            var declared = Encoding.ASCII.GetString(content, 0, Math.Min(2048, content.Length)).Contains("big5", StringComparison.OrdinalIgnoreCase) ? "big5" : "gb18030";
            return CodePagesEncodingProvider.Instance.GetEncoding(declared)!.GetString(content);
        }
    }
}
