using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Federation.Documents.Packages;

namespace Federation.Documents.Spreadsheets;

/// <summary>A sheet to be written.</summary>
/// <param name="Name">Name on its tab, at most 31 characters.</param>
/// <param name="Write">Writes it.</param>
/// <param name="Hidden">Not shown until asked for.</param>
internal sealed record Sheet(string Name, Action<SheetWriter> Write, bool Hidden = false);

/// <summary>A defined name.</summary>
/// <param name="Name">Name.</param>
/// <param name="Refers">What it refers to: '表三'!$D$9.</param>
/// <param name="Sheet">Sheet it belongs to, from 0; null for the workbook.</param>
internal sealed record DefinedName(string Name, string Refers, int? Sheet = null);

/// <summary>Writes a workbook sheet by sheet, each streamed, so that a county's 400 units need no more memory than one row.</summary>
/// <remarks>ECMA-376 part 1, SpreadsheetML. Formulas are computed anew when a program opens it.</remarks>
internal static class WorkbookPackage
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static void Write(Stream to, string title, DocumentStatus status, IReadOnlyList<Sheet> sheets, Func<IEnumerable<DefinedName>> names)
    {
        using var package = new OpenPackage(to);
        static string Part(int at) => string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{at + 1}.xml");
        PackageParts.ContentTypes(package,
        [
            ("/xl/workbook.xml", Types + "sheet.main+xml"), ("/xl/styles.xml", Types + "styles+xml"),
            .. sheets.Select((_, i) => ("/xl/" + Part(i), Types + "worksheet+xml")),
        ]);
        PackageParts.Root(package, "xl/workbook.xml", title, status);
        PackageParts.Relationships(package, "xl/_rels/workbook.xml.rels", [.. sheets.Select((_, i) => ("worksheet", Part(i))), ("styles", "styles.xml")]);
        package.Xml("xl/styles.xml", StylesPart.Write);
        for (var i = 0; i < sheets.Count; i++)
        {
            package.Xml("xl/" + Part(i), xml =>
            {
                var writer = new SheetWriter(xml);
                sheets[i].Write(writer);
                writer.End();
            }, CompressionLevel.Fastest);
        }
        package.Xml("xl/workbook.xml", xml => Workbook(xml, sheets, names()));
    }

    public static string Quote(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void Workbook(XmlWriter xml, IReadOnlyList<Sheet> sheets, IEnumerable<DefinedName> names)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, PackageParts.Relations);
        xml.WriteStartElement("sheets");
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheets[i].Name);
            xml.WriteAttributeString("sheetId", string.Create(CultureInfo.InvariantCulture, $"{i + 1}"));
            if (sheets[i].Hidden)
                xml.WriteAttributeString("state", "hidden");
            xml.WriteAttributeString("id", PackageParts.Relations, string.Create(CultureInfo.InvariantCulture, $"rId{i + 1}"));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        var list = names.ToList();
        if (list.Count > 0)
        {
            xml.WriteStartElement("definedNames");
            foreach (var name in list)
            {
                xml.WriteStartElement("definedName");
                xml.WriteAttributeString("name", name.Name);
                if (name.Sheet is { } sheet)
                    xml.WriteAttributeString("localSheetId", sheet.ToString(CultureInfo.InvariantCulture));
                xml.WriteString(name.Refers);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteStartElement("calcPr");
        xml.WriteAttributeString("fullCalcOnLoad", "1");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
