using System.Xml;

namespace Federation.Documents.Word;

/// <summary>Styles, fonts and page foot of a document, sizes after the usage of official documents: title 二号, headings and text 三号.</summary>
/// <remarks>GB/T 9704—2012 党政机关公文格式. Where its fonts are not installed the font table names others.</remarks>
internal static class WordStyles
{
    public const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Title = "ReportTitle";
    public const string Heading = "Heading1";
    public const string Body = "ReportBody";
    public const string Note = "ReportNote";
    public const string TableText = "TableText";
    public const string TableSmall = "TableSmall";

    private static readonly (string Id, string Name, string Font, int HalfPoints, string Align, bool Indent, bool Grey, string Before, string Line)[] All =
    [
        (Title, "报告标题", "方正小标宋简体", 44, "center", false, false, "240", "640"),
        (Heading, "heading 1", "黑体", 32, "left", false, false, "240", "560"),
        (Body, "报告正文", "仿宋_GB2312", 32, "both", true, false, "0", "560"),
        (Note, "报告附注", "仿宋_GB2312", 18, "left", false, true, "60", "280"),
        (TableText, "表格文字", "宋体", 21, "center", false, false, "0", "0"),
        (TableSmall, "表格小字", "宋体", 18, "center", false, false, "0", "0"),
    ];

    public static void Styles(XmlWriter xml)
    {
        xml.WriteStartElement("w", "styles", Main);
        Open(xml, "docDefaults");
        Open(xml, "rPrDefault");
        Run(xml, "仿宋_GB2312", 32, false);
        xml.WriteEndElement();
        xml.WriteEndElement();
        Open(xml, "style", ("type", "paragraph"), ("default", "1"), ("styleId", "Normal"));
        Empty(xml, "name", "Normal");
        xml.WriteEndElement();
        foreach (var style in All)
        {
            Open(xml, "style", ("type", "paragraph"), ("customStyle", style.Id == Heading ? "0" : "1"), ("styleId", style.Id));
            Empty(xml, "name", style.Name);
            Empty(xml, "basedOn", "Normal");
            Empty(xml, "qFormat", null);
            Open(xml, "pPr");
            if (style.Id == Heading)
                Empty(xml, "keepNext", null);
            if (style.Line == "0")
                Open(xml, "spacing", ("before", "0"), ("after", "0"));
            else
                Open(xml, "spacing", ("before", style.Before), ("after", style.Id == Title ? "360" : "0"), ("line", style.Line), ("lineRule", style.Id == Title ? "atLeast" : "exact"));
            xml.WriteEndElement();
            if (style.Indent)
            {
                Open(xml, "ind", ("firstLineChars", "200"), ("firstLine", "640"));
                xml.WriteEndElement();
            }
            Empty(xml, "jc", style.Align);
            if (style.Id == Heading)
                Empty(xml, "outlineLvl", "0");
            xml.WriteEndElement();
            Run(xml, style.Font, style.HalfPoints, style.Grey);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    public static void Fonts(XmlWriter xml)
    {
        xml.WriteStartElement("w", "fonts", Main);
        foreach (var (name, alternatives, family) in new[]
        {
            ("方正小标宋简体", "华文中宋,STZhongsong,宋体,Noto Serif CJK SC", "roman"), ("黑体", "SimHei,Noto Sans CJK SC", "swiss"),
            ("仿宋_GB2312", "仿宋,FangSong,STFangsong,Noto Serif CJK SC", "roman"), ("宋体", "SimSun,Noto Serif CJK SC", "roman"), ("Times New Roman", "Liberation Serif", "roman"),
        })
        {
            Open(xml, "font", ("name", name));
            Empty(xml, "altName", alternatives);
            Empty(xml, "charset", name == "Times New Roman" ? "00" : "86");
            Empty(xml, "family", family);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    public static void Settings(XmlWriter xml)
    {
        xml.WriteStartElement("w", "settings", Main);
        Empty(xml, "zoom", null, ("percent", "100"));
        Empty(xml, "characterSpacingControl", "compressPunctuation");
        Open(xml, "compat");
        Open(xml, "compatSetting", ("name", "compatibilityMode"), ("uri", "http://schemas.microsoft.com/office/word"), ("val", "15"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Open(xml, "themeFontLang", ("val", "en-US"), ("eastAsia", "zh-CN"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>— 1 — in the middle of the foot.</summary>
    public static void Footer(XmlWriter xml)
    {
        xml.WriteStartElement("w", "ftr", Main);
        Open(xml, "p");
        Open(xml, "pPr");
        Empty(xml, "jc", "center");
        xml.WriteEndElement();
        Text(xml, "— ");
        Open(xml, "fldSimple", ("instr", "PAGE"));
        Text(xml, "1");
        xml.WriteEndElement();
        Text(xml, " —");
        xml.WriteEndElement();
        xml.WriteEndElement();

        static void Text(XmlWriter xml, string text)
        {
            Open(xml, "r");
            Run(xml, "宋体", 28, false);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    public static void Open(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement("w", name, Main);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString("w", attribute, Main, value);
    }

    public static void Empty(XmlWriter xml, string name, string? value, params (string Name, string Value)[] attributes)
    {
        Open(xml, name, attributes);
        if (value is not null)
            xml.WriteAttributeString("w", "val", Main, value);
        xml.WriteEndElement();
    }

    private static void Run(XmlWriter xml, string font, int halfPoints, bool grey)
    {
        var size = halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Open(xml, "rPr");
        Open(xml, "rFonts", ("ascii", "Times New Roman"), ("hAnsi", "Times New Roman"), ("eastAsia", font), ("cs", "Times New Roman"));
        xml.WriteEndElement();
        if (grey)
            Empty(xml, "color", "595959");
        Empty(xml, "sz", size);
        Empty(xml, "szCs", size);
        Open(xml, "lang", ("val", "en-US"), ("eastAsia", "zh-CN"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
