using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Federation.Documents;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Gateway.Tests.Services;

/// <summary>Workbooks as offices fill them in.</summary>
internal static class Workbooks
{
    private const int IdRow = 6;
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>
    /// Fills in the rows of a batch workbook as a person does in a spreadsheet program: what is typed replaces the cell, every other figure to be
    /// filled in says 无, sums stay as they are.
    /// </summary>
    /// <param name="template">As downloaded.</param>
    /// <param name="typed">Text by unit and cell id; a unit that is absent stays blank.</param>
    public static byte[] Fill(byte[] template, IReadOnlyDictionary<string, Dictionary<string, string>> typed)
    {
        using var to = new MemoryStream();
        to.Write(template);
        using (var zip = new ZipArchive(to, ZipArchiveMode.Update, leaveOpen: true))
        {
            var (entry, sheet) = BatchSheet(zip);
            var rows = sheet.Descendants(Main + "row").ToDictionary(r => (int)r.Attribute("r")!);
            var columns = rows[IdRow].Elements(Main + "c").Where(c => TextOf(c).StartsWith('t')).ToDictionary(ColumnOf, TextOf);
            foreach (var row in rows.Values.Where(r => (int)r.Attribute("r")! > IdRow))
            {
                if (!typed.TryGetValue(TextOf(row.Elements(Main + "c").First()), out var figures))
                    continue;
                foreach (var cell in row.Elements(Main + "c").ToList().Where(c => columns.ContainsKey(ColumnOf(c))))
                {
                    var id = columns[ColumnOf(cell)];
                    if (figures.TryGetValue(id, out var text) || !Form2021.Form[id].Derived)
                        Put(cell, text ?? "无");
                }
            }
            var name = entry.FullName;
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            sheet.Save(writer);
        }
        return to.ToArray();
    }

    /// <summary>A batch workbook made here: one row for each unit with so many applications, all granted.</summary>
    public static byte[] Batch(PeriodId period, IEnumerable<(string Unit, string Name, long Applications)> rows)
    {
        using var to = new MemoryStream();
        BatchWorkbook.Write(to, "汇总填报", [.. rows.Select(r => ReportDocument.Template(UnitId.Parse(r.Unit), r.Name, [], period, ReportScope.Own, Form2021.Form)
            with { Content = ReportContent.Of(FiguresOf(period, r.Applications)).WithSums() })]);
        return to.ToArray();
    }

    /// <summary>A zip of files.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }
        return to.ToArray();
    }

    /// <summary>Every entry of a zip.</summary>
    public static IReadOnlyDictionary<string, byte[]> Unzip(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var to = new MemoryStream();
            using var from = e.Open();
            from.CopyTo(to);
            return to.ToArray();
        });
    }

    private static Figures FiguresOf(PeriodId period, long applications) => FigureReader.Read(
        Form2021.Form,
        new FigureEntries(new Dictionary<string, long> { ["t3.new.natural"] = applications, ["t3.granted.natural"] = applications }, ImmutableDictionary<string, string>.Empty, [], true),
        period).Figures;

    private static (ZipArchiveEntry Entry, XDocument Sheet) BatchSheet(ZipArchive zip)
    {
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            XDocument sheet;
            using (var from = entry.Open())
                sheet = XDocument.Load(from);
            if (sheet.Descendants(Main + "row").Any(r => (int)r.Attribute("r")! == IdRow && r.Elements(Main + "c").Any(c => TextOf(c) == "t3.new.natural")))
                return (entry, sheet);
        }
        throw new InvalidDataException("no sheet with a row for each unit");
    }

    private static void Put(XElement cell, string text)
    {
        cell.Attribute("t")?.Remove();
        cell.RemoveNodes();
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            cell.Add(new XElement(Main + "v", text));
            return;
        }
        cell.SetAttributeValue("t", "inlineStr");
        cell.Add(new XElement(Main + "is", new XElement(Main + "t", text)));
    }

    private static string TextOf(XElement cell) => string.Concat(cell.Descendants(Main + "t").Select(t => t.Value));

    private static string ColumnOf(XElement cell) => ((string)cell.Attribute("r")!).TrimEnd("0123456789".ToCharArray());
}
