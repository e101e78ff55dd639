using System.Globalization;
using System.Xml;
using Federation.Documents.Packages;

namespace Federation.Documents.Word;

/// <summary>Writes the main part of a document: paragraphs and what a table needs.</summary>
internal sealed class WordWriter(XmlWriter xml)
{
    /// <summary>Width between the margins of A4, in twentieths of a point.</summary>
    public const int TextWidth = 11906 - 1588 - 1474;

    public void Document(Action<WordWriter> body, string footer)
    {
        xml.WriteStartElement("w", "document", WordStyles.Main);
        xml.WriteAttributeString("xmlns", "r", null, PackageParts.Relations);
        WordStyles.Open(xml, "body");
        body(this);
        WordStyles.Open(xml, "sectPr");
        WordStyles.Open(xml, "footerReference", ("type", "default"));
        xml.WriteAttributeString("r", "id", PackageParts.Relations, footer);
        xml.WriteEndElement();
        WordStyles.Empty(xml, "pgSz", null, ("w", "11906"), ("h", "16838"));
        WordStyles.Empty(xml, "pgMar", null, ("top", "1900"), ("right", "1474"), ("bottom", "1700"), ("left", "1588"), ("header", "850"), ("footer", "1000"), ("gutter", "0"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A paragraph of a style, with the line breaks of its text; kept with the next on one page where the style or the caller says so.</summary>
    public void Paragraph(string style, string text, bool left = false, bool bold = false, bool keep = false)
    {
        WordStyles.Open(xml, "p");
        WordStyles.Open(xml, "pPr");
        WordStyles.Empty(xml, "pStyle", style);
        if (keep)
            WordStyles.Empty(xml, "keepNext", null);
        if (left)
            WordStyles.Empty(xml, "jc", "left");
        xml.WriteEndElement();
        if (text.Length > 0)
        {
            WordStyles.Open(xml, "r");
            if (bold)
            {
                WordStyles.Open(xml, "rPr");
                WordStyles.Empty(xml, "b", null);
                xml.WriteEndElement();
            }
            foreach (var (line, at) in text.Split('\n').Select((line, at) => (line, at)))
            {
                if (at > 0)
                    WordStyles.Empty(xml, "br", null);
                xml.WriteStartElement("t", WordStyles.Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(PartText.Clean(Punctuation.FullWidth(line)));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    public void Table(IReadOnlyCollection<int> widths, Action rows)
    {
        WordStyles.Open(xml, "tbl");
        WordStyles.Open(xml, "tblPr");
        WordStyles.Empty(xml, "tblW", null, ("w", Text(widths.Sum())), ("type", "dxa"));
        WordStyles.Empty(xml, "jc", "center");
        WordStyles.Open(xml, "tblBorders");
        foreach (var side in (string[])["top", "left", "bottom", "right", "insideH", "insideV"])
            WordStyles.Empty(xml, side, null, ("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000"));
        xml.WriteEndElement();
        WordStyles.Empty(xml, "tblLayout", null, ("type", "fixed"));
        WordStyles.Open(xml, "tblCellMar");
        foreach (var side in (string[])["left", "right"])
            WordStyles.Empty(xml, side, null, ("w", "30"), ("type", "dxa"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        WordStyles.Open(xml, "tblGrid");
        foreach (var width in widths)
            WordStyles.Empty(xml, "gridCol", null, ("w", Text(width)));
        xml.WriteEndElement();
        rows();
        xml.WriteEndElement();
    }

    public void Row(bool head, int height, Action cells)
    {
        WordStyles.Open(xml, "tr");
        WordStyles.Open(xml, "trPr");
        WordStyles.Empty(xml, "cantSplit", null);
        WordStyles.Empty(xml, "trHeight", null, ("val", Text(height)), ("hRule", "atLeast"));
        if (head)
            WordStyles.Empty(xml, "tblHeader", null);
        xml.WriteEndElement();
        cells();
        xml.WriteEndElement();
    }

    /// <summary>A cell; merged downward: null for none, true where the merged cell begins, false where it goes on.</summary>
    public void Cell(int width, int columns, bool? merged, Action content)
    {
        WordStyles.Open(xml, "tc");
        WordStyles.Open(xml, "tcPr");
        WordStyles.Empty(xml, "tcW", null, ("w", Text(width)), ("type", "dxa"));
        if (columns > 1)
            WordStyles.Empty(xml, "gridSpan", Text(columns));
        if (merged is { } begins)
            WordStyles.Empty(xml, "vMerge", begins ? "restart" : "continue");
        WordStyles.Empty(xml, "vAlign", "center");
        xml.WriteEndElement();
        content();
        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
