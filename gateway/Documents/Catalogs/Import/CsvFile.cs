using System.Text;
using System.Text.Unicode;
using Federation.Documents.Import;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs.Import;

/// <summary>A CSV file from outside: any of the encodings seen, also two in one file; commas, semicolons or tabs.</summary>
internal static class CsvFile
{
    private static readonly char[] Separators = [',', '\t', ';'];
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;

    /// <summary>Its records with the line on which each begins.</summary>
    public static List<(int Line, List<string> Cells)> Read(byte[] bytes, FindingList findings)
    {
        var text = Decode(bytes, findings);
        return Parse(text, Separator(text));
    }

    // A byte order mark decides; otherwise each line is UTF-8 if it can be, and GB18030 if not. No character of either holds a line end inside. What is damaged
    // becomes a replacement character, by which the rows know that they must not be taken.
    private static string Decode(byte[] bytes, FindingList findings)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        var rest = bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        var mixed = !Utf8.IsValid(rest);
        var text = new StringBuilder(rest.Length);
        var (utf8, other, line, firstOther) = (0, 0, 0, 0);
        while (rest.Length > 0)
        {
            line++;
            var end = rest.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..(end + 1)];
            rest = rest[part.Length..];
            if (!part.ContainsAnyExceptInRange((byte)0, (byte)0x7F))
                text.Append(Encoding.ASCII.GetString(part));
            else if (Utf8.IsValid(part) && !(mixed && OnlyPairs(part)))
            {
                utf8++;
                text.Append(Encoding.UTF8.GetString(part));
            }
            else
            {
                other++;
                firstOther = firstOther == 0 ? line : firstOther;
                text.Append(Gb18030.GetString(part));
            }
        }
        if (utf8 > 0 && other > 0)
            findings.Add(EntryImportRules.MixedEncoding, "", FormattableString.Invariant($"{firstOther}"));
        return text.ToString();
    }

    // Chinese takes three bytes in UTF-8 and two in GB18030, where a short word may look like letters of two bytes in UTF-8.
    private static bool OnlyPairs(ReadOnlySpan<byte> line) => line.IndexOfAnyInRange((byte)0xE0, (byte)0xF4) < 0;

    private static char Separator(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var head = end < 0 ? text : text[..end];
        return Separators.MaxBy(c => head.Count(h => h == c));
    }

    private static List<(int Line, List<string> Cells)> Parse(string text, char separator)
    {
        var records = new List<(int, List<string>)>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (quoted, line, begun) = (false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[++i]);
                else if (c == '"')
                    quoted = false;
                else
                    cell.Append(c);
            }
            else if (c == '"' && cell.Length == 0)
                quoted = true;
            else if (c == separator)
                EndCell();
            else if (c == '\n')
                EndRecord(line + 1);
            else if (c != '\r' || i + 1 < text.Length && text[i + 1] != '\n')
                cell.Append(c);
            if (c == '\n')
                line++;
        }
        EndRecord(line);
        return records;

        void EndCell()
        {
            cells.Add(CsvText.Unguard(cell.ToString()));
            cell.Clear();
        }

        void EndRecord(int next)
        {
            EndCell();
            if (cells.Exists(c => c.Length > 0))
                records.Add((begun, cells));
            cells = [];
            begun = next;
        }
    }
}
