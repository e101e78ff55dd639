using System.Text;
using System.Xml;
using Federation.Documents.Import;
using Federation.Domain.Notices;

namespace Federation.Documents.Notices;

/// <summary>The text of a Word document: paragraphs, table rows, numbers that the program counts, without what was deleted.</summary>
/// <remarks>ECMA-376 part 1, WordprocessingML.</remarks>
internal static class WordText
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Part = "word/document.xml";

    public static string Read(byte[] content)
    {
        using var zip = new BoundedZip(content, ImportLimits.Default, new UnpackBudget(ImportLimits.Default.Expanded));
        using var xml = zip.Xml(Part) ?? throw new UnreadableFileException(NoticeRules.FileKind, "这不是 Word 文档(.docx)", "this is no Word document (.docx)");
        var numbers = WordNumbers.Of(zip);
        var text = new StringBuilder();
        var tables = new Stack<(bool Cell, bool Paragraph)>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Fallback" or "del" or "moveFrom" or "instrText" or "delText")
            {
                if (!xml.IsEmptyElement)
                    Skip(xml);
                continue;
            }
            if (xml.NamespaceURI != Main)
                continue;
            if (xml.NodeType == XmlNodeType.Element)
                Opens(xml, text, tables, numbers);
            else if (xml.NodeType == XmlNodeType.EndElement)
                Closes(xml.LocalName, text, tables);
        }
        return text.ToString();
    }

    private static void Skip(XmlReader xml)
    {
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
        }
    }

    private static void Opens(XmlReader xml, StringBuilder text, Stack<(bool Cell, bool Paragraph)> tables, WordNumbers numbers)
    {
        switch (xml.LocalName)
        {
            case "tbl":
                tables.Push((false, false));
                break;
            case "tr" when tables.Count > 0:
                tables.Pop();
                tables.Push((false, false));
                break;
            case "tc" when tables.Count > 0:
                var (cell, _) = tables.Pop();
                text.Append(cell ? " | " : "");
                tables.Push((true, false));
                break;
            case "numId" when !xml.IsEmptyElement || xml.HasAttributes:
                numbers.Id = xml.GetAttribute("val", Main);
                break;
            case "ilvl":
                numbers.Level = xml.GetAttribute("val", Main);
                break;
            case "t" when !xml.IsEmptyElement:
                text.Append(numbers.Take()).Append(xml.ReadString());
                break;
            case "tab":
                text.Append(' ');
                break;
            case "br" or "cr":
                text.Append(tables.Count == 0 ? '\n' : ' ');
                break;
            default:
                break;
        }
    }

    private static void Closes(string name, StringBuilder text, Stack<(bool Cell, bool Paragraph)> tables)
    {
        if (name == "p" && tables.Count == 0)
            text.Append('\n');
        else if (name == "tr")
            text.Append('\n');
        else if (name == "tbl")
            tables.TryPop(out _);
    }
}
