using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Host.Demo;

/// <summary>Fills a county's workbook in as its officer would: a row for each unit, a number in every open cell. Sums are left to their formulas.</summary>
public static class WorkbookFilling
{
    private const int LeastIds = 5; // so many cell ids in one row make it the row of ids
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Fills it in.</summary>
    /// <param name="workbook">The template as it was fetched.</param>
    /// <param name="cellsOf">Cells other than zero of a unit.</param>
    public static byte[] Fill(byte[] workbook, Func<UnitId, IReadOnlyDictionary<string, long>> cellsOf)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && e.Name.EndsWith(".xml", StringComparison.Ordinal)).ToList())
            {
                XDocument sheet;
                using (var read = entry.Open())
                    sheet = XDocument.Load(read, LoadOptions.PreserveWhitespace);
                if (!FillSheet(sheet, cellsOf))
                    continue;
                using var write = entry.Open();
                write.SetLength(0);
                sheet.Save(write, SaveOptions.DisableFormatting);
            }
        }
        return file.ToArray();
    }

    private static bool FillSheet(XDocument sheet, Func<UnitId, IReadOnlyDictionary<string, long>> cellsOf)
    {
        var form = Form2021.Form;
        var rows = sheet.Descendants(Main + "row").ToList();
        var head = rows.FindIndex(r => r.Elements(Main + "c").Count(c => form.Find(TextOf(c)) is not null) >= LeastIds);
        if (head < 0)
            return false;
        var columns = rows[head].Elements(Main + "c").Where(c => form.Find(TextOf(c)) is { Derived: false }).ToDictionary(ColumnOf, c => form.Find(TextOf(c))!);
        foreach (var row in rows.Skip(head + 1))
        {
            if (!UnitId.TryParse(TextOf(row.Elements(Main + "c").First()), out var unit))
                continue;
            var cells = cellsOf(unit);
            foreach (var cell in row.Elements(Main + "c"))
            {
                if (columns.TryGetValue(ColumnOf(cell), out var asked))
                    Put(cell, asked, cells.GetValueOrDefault(asked.Id));
            }
        }
        return true;
    }

    private static void Put(XElement cell, FormCell asked, long value)
    {
        cell.Attribute("t")?.Remove();
        cell.ReplaceNodes(new XElement(Main + "v", asked.Kind == CellKind.Amount ? FigureReader.WriteAmount(value) : value.ToString(CultureInfo.InvariantCulture)));
    }

    private static string TextOf(XElement cell) => string.Concat(cell.Descendants(Main + "t").Select(t => t.Value));

    private static string ColumnOf(XElement cell) => cell.Attribute("r")!.Value.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
}
