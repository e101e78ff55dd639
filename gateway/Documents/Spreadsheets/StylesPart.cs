using System.Globalization;
using System.Xml;

namespace Federation.Documents.Spreadsheets;

/// <summary>The styles part. Programs without the Chinese fonts named take one of the same character set (134).</summary>
internal static class StylesPart
{
    private sealed record Look(int Font, int Fill, bool Border, int Format, string Horizontal, bool Wrap, bool Locked);

    private static readonly (string Name, int Size, bool Bold, string Color)[] Fonts =
        [("宋体", 11, false, "FF000000"), ("黑体", 16, false, "FF000000"), ("仿宋", 10, false, "FF595959"), ("宋体", 11, true, "FF000000"), ("仿宋", 12, false, "FF000000"), ("宋体", 11, false, "FFC00000")];

    private static readonly string?[] Fills = [null, "gray125", "FFD9D9D9", "FFE8EEF7", "FFFFF2CC"];

    private const string Alarm = "FFC00000"; // behind a figure that does not balance

    // in the order of SheetStyle
    private static readonly Look[] Looks =
    [
        new(0, 0, false, 0, "general", false, true), // Plain
        new(1, 0, false, 0, "center", true, true), // Title
        new(2, 0, false, 0, "left", true, true), // Note
        new(0, 3, true, 0, "center", true, true), // Heading
        new(0, 3, true, 0, "left", true, true), // RowHeading
        new(0, 0, true, 0, "center", false, false), // Count
        new(0, 0, true, 0, "center", false, false), // Amount
        new(3, 2, true, 0, "center", false, true), // Sum
        new(5, 2, true, 0, "center", false, false), // TypedSum
        new(0, 4, true, 0, "center", false, true), // Carried
        new(3, 3, true, 0, "left", true, true), // Key
        new(0, 0, true, 49, "left", true, true), // Value
        new(4, 0, true, 49, "left", true, false), // Prose
        new(2, 2, false, 49, "left", false, true), // Machine
    ];

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", WorkbookPackage.Main);
        List(xml, "fonts", Fonts, font =>
        {
            xml.WriteStartElement("font");
            if (font.Bold)
                Value(xml, "b", null);
            Value(xml, "sz", Text(font.Size));
            xml.WriteStartElement("color");
            xml.WriteAttributeString("rgb", font.Color);
            xml.WriteEndElement();
            Value(xml, "name", font.Name);
            Value(xml, "charset", "134");
            xml.WriteEndElement();
        });
        List(xml, "fills", Fills, fill =>
        {
            xml.WriteStartElement("fill");
            xml.WriteStartElement("patternFill");
            xml.WriteAttributeString("patternType", fill is null ? "none" : fill.StartsWith("FF", StringComparison.Ordinal) ? "solid" : fill);
            if (fill is not null && fill.StartsWith("FF", StringComparison.Ordinal))
            {
                xml.WriteStartElement("fgColor");
                xml.WriteAttributeString("rgb", fill);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
        List(xml, "borders", [false, true], border =>
        {
            xml.WriteStartElement("border");
            foreach (var side in (string[])["left", "right", "top", "bottom"])
            {
                xml.WriteStartElement(side);
                if (border)
                    xml.WriteAttributeString("style", "thin");
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
        List(xml, "cellStyleXfs", [0], _ => xml.WriteElementString("xf", null));
        List(xml, "cellXfs", Looks, look => WriteLook(xml, look));
        List(xml, "dxfs", [Alarm], color =>
        {
            xml.WriteStartElement("dxf");
            xml.WriteStartElement("font");
            xml.WriteStartElement("color");
            xml.WriteAttributeString("rgb", "FFFFFFFF");
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteStartElement("fill");
            xml.WriteStartElement("patternFill");
            xml.WriteAttributeString("patternType", "solid");
            xml.WriteStartElement("bgColor"); // of a difference in looks it is this one that shows
            xml.WriteAttributeString("rgb", color);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        });
        xml.WriteEndElement();
    }

    private static void WriteLook(XmlWriter xml, Look look)
    {
        xml.WriteStartElement("xf");
        xml.WriteAttributeString("numFmtId", Text(look.Format));
        xml.WriteAttributeString("fontId", Text(look.Font));
        xml.WriteAttributeString("fillId", Text(look.Fill));
        xml.WriteAttributeString("borderId", look.Border ? "1" : "0");
        foreach (var part in (string[])["applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment", "applyProtection"])
            xml.WriteAttributeString(part, "1");
        xml.WriteStartElement("alignment");
        xml.WriteAttributeString("horizontal", look.Horizontal);
        xml.WriteAttributeString("vertical", look.Horizontal == "left" && look.Font is 2 or 4 ? "top" : "center");
        if (look.Wrap)
            xml.WriteAttributeString("wrapText", "1");
        xml.WriteEndElement();
        xml.WriteStartElement("protection");
        xml.WriteAttributeString("locked", look.Locked ? "1" : "0");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void List<T>(XmlWriter xml, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        xml.WriteStartElement(name);
        xml.WriteAttributeString("count", Text(items.Count));
        foreach (var item in items)
            write(item);
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string name, string? value)
    {
        xml.WriteStartElement(name);
        if (value is not null)
            xml.WriteAttributeString("val", value);
        xml.WriteEndElement();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
