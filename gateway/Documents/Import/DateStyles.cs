using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Federation.Documents.Import;

/// <summary>Which looks of cells show a number as a date.</summary>
/// <remarks>ECMA-376 part 1, 18.8.30: number formats built in.</remarks>
internal static partial class DateStyles
{
    public static IReadOnlySet<int> Read(BoundedZip zip)
    {
        var dates = new HashSet<int>();
        var formats = new HashSet<int>([.. Enumerable.Range(14, 9), .. Enumerable.Range(27, 10), .. Enumerable.Range(45, 3), .. Enumerable.Range(50, 9)]);
        using var xml = zip.Xml("xl/styles.xml");
        int style = 0;
        var inside = false;
        while (xml is not null && xml.Read())
        {
            if (xml.LocalName == "cellXfs")
                inside = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt" && IsDate(xml.GetAttribute("formatCode") ?? ""))
                formats.Add(Id(xml));
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && inside && formats.Contains(Id(xml)))
                dates.Add(style++);
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && inside)
                style++;
        }
        return dates;
    }

    private static int Id(XmlReader xml) => int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static bool IsDate(string format) => DatePart().IsMatch(Quoted().Replace(format, ""));

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.")]
    private static partial Regex Quoted();

    [GeneratedRegex("[yYdDhHsS]")]
    private static partial Regex DatePart();
}
