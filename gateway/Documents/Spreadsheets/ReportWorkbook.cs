using Federation.Documents.Layouts;
using Federation.Domain.Reports;

namespace Federation.Documents.Spreadsheets;

/// <summary>
/// One report as a workbook in the official layout: 封面, a sheet for each table, 文字, 处置, and the hidden 系统. Sums are formulas, inputs are
/// unlocked. Read back by <see cref="Import.WorkbookReader"/> it gives exactly the content written. The same report gives the same bytes.
/// </summary>
public static class ReportWorkbook
{
    /// <summary>Writes a workbook.</summary>
    /// <param name="to">Open for writing; stays open.</param>
    /// <param name="report">A filing, a draft, or an empty template.</param>
    /// <param name="carry">Figures that a template takes from last year; fills only cells that are missing.</param>
    public static void Write(Stream to, ReportDocument report, CarryOver? carry = null)
    {
        carry ??= CarryOver.None;
        var tables = FormLayouts.Of(report.Form).Select(layout => new TableSheet(report, layout, carry)).ToList();
        IReadOnlyList<Sheet> sheets =
        [
            new(CoverSheet.Name, sheet => CoverSheet.Write(sheet, report.Title, CoverSheet.Facts(report))),
            .. tables.Select(table => new Sheet(table.Name, table.Write)),
            new(ProseSheets.TextSheet, sheet => ProseSheets.Texts(sheet, [report])),
            new(ProseSheets.DispositionSheet, sheet => ProseSheets.Dispositions(sheet, [report])),
            new(SystemSheet.Name, sheet => SystemSheet.Write(sheet, Keys(report)), Hidden: true),
        ];
        WorkbookPackage.Write(to, report.Title, report.Status, sheets, () => Names(tables));
    }

    private static IEnumerable<(string, string)> Keys(ReportDocument report) =>
    [
        ("kind", SystemSheet.Report), ("unit", report.Unit.Value), ("unitName", report.UnitName), ("period", report.Period.ToString()), ("form", report.Form.Id),
        ("scope", report.Scope == ReportScope.Whole ? "whole" : "own"), ("layout", "1"), ("contentHash", report.Hash),
    ];

    private static IEnumerable<DefinedName> Names(List<TableSheet> tables)
    {
        for (var i = 0; i < tables.Count; i++)
        {
            if (tables[i].PrintTitles is { } titles)
                yield return new DefinedName("_xlnm.Print_Titles", titles, i + 1);
        }
        foreach (var table in tables)
        {
            foreach (var (cell, at) in table.Places)
                yield return new DefinedName(SystemSheet.NameOf(cell), $"{WorkbookPackage.Quote(table.Name)}!{at.Absolute}");
        }
    }
}
