using System.Globalization;
using System.Text;
using System.Xml;
using Federation.Documents.Packages;
using Federation.Documents.Spreadsheets;

namespace Federation.Documents.Import;

/// <summary>Reads sheet parts from beginning to end, cell by cell.</summary>
internal sealed class SheetReader(IReadOnlyList<string> strings, IReadOnlySet<int> dateStyles, int mostCells)
{
    private int cells;

    public void Read(XmlReader part, SheetFile sheet)
    {
        using var xml = part;
        int row = 0, column = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
            {
                row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : row + 1;
                column = 0;
            }
            else if (xml.LocalName == "c")
            {
                var at = CellAddress.TryParse(xml.GetAttribute("r"), out var written) ? written : new CellAddress(row, column + 1);
                if (!at.IsOnASheet)
                    throw new InvalidDataException("a cell lies beyond the end of every sheet");
                column = at.Column;
                if (Cell(xml) is not { } cell)
                    continue;
                if (++cells > mostCells)
                    throw new UnreadableFileException(ImportRules.TooBig, $"工作簿多于 {mostCells} 个单元格", $"the workbook has more than {mostCells} cells");
                sheet.Put(at, cell);
            }
            else if (xml.LocalName == "mergeCell" && CellRange.TryParse(xml.GetAttribute("ref") ?? "", out var range))
            {
                sheet.Merges.Add(range);
            }
        }
    }

    /// <summary>The text of an si or is element, phonetic guides left out; the reader then stands at its end.</summary>
    public static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "rPh")
                SkipInside(xml);
            else if (xml.LocalName == "t" && !xml.IsEmptyElement)
                text.Append(Content(xml));
        }
        return PartText.Unescape(text.ToString());
    }

    private RawCell? Cell(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return null;
        var type = xml.GetAttribute("t");
        var isDate = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) && dateStyles.Contains(style);
        string? value = null;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "is")
                value = RichText(xml);
            else if (xml.LocalName == "v" && !xml.IsEmptyElement)
                value = Content(xml);
        }
        if (string.IsNullOrEmpty(value))
            return null;
        return type switch
        {
            "s" => Text(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < strings.Count ? strings[at] : throw new InvalidDataException("a shared string is missing")),
            "inlineStr" => Text(value),
            "str" => Text(PartText.Unescape(value)),
            "b" => new RawCell(RawKind.Boolean, value == "1" ? "TRUE" : "FALSE"),
            "e" => new RawCell(RawKind.Error, value),
            "d" => Text(value),
            _ => new RawCell(isDate ? RawKind.Date : RawKind.Number, value),
        };

        static RawCell? Text(string text) => text.Length == 0 ? null : new RawCell(RawKind.Text, text);
    }

    private static string Content(XmlReader xml)
    {
        var text = "";
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
            text += xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace ? xml.Value : "";
        return text;
    }

    private static void SkipInside(XmlReader xml)
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
            return;
        while (xml.Read() && xml.Depth > depth)
        {
            // nothing inside is wanted
        }
    }
}
