using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Documents.Spreadsheets;

/// <summary>
/// 汇总填报: many units in one workbook, a row for each unit and a column for each cell, as a county office collects them from its townships.
/// Read back by <see cref="Import.WorkbookReader"/> it gives exactly the contents written.
/// </summary>
public static class BatchWorkbook
{
    internal const string SheetName = "汇总填报";
    internal const int IdRow = 6;
    internal const int FirstFigure = 4; // 单位代码, 单位名称, 范围 stand before

    /// <summary>Writes a workbook; streamed row by row.</summary>
    /// <param name="to">Open for writing; stays open.</param>
    /// <param name="title">Title, for example 铜梁区2024年乡镇年度报告汇总填报.</param>
    /// <param name="reports">At least one; all of one form and one period. A unit with prose in two rows is refused by the reader.</param>
    /// <param name="carry">Carried-over figures by unit.</param>
    /// <exception cref="ArgumentException">No report, or of different forms or periods.</exception>
    public static void Write(Stream to, string title, IReadOnlyList<ReportDocument> reports, IReadOnlyDictionary<UnitId, CarryOver>? carry = null)
    {
        if (reports.Count == 0 || reports.Any(r => r.Form.Id != reports[0].Form.Id || r.Period != reports[0].Period))
            throw new ArgumentException("a batch holds reports of one form and one period, at least one", nameof(reports));
        var (form, period) = (reports[0].Form, reports[0].Period);
        CarryOver CarryOf(ReportDocument report) => carry?.GetValueOrDefault(report.Unit) ?? CarryOver.None;
        IEnumerable<(string, string)> facts = [("报告期", CoverSheet.Period(period)), ("表式", CoverSheet.Form(form)), ("单位数", reports.Count.ToString(CultureInfo.InvariantCulture))];
        IReadOnlyList<Sheet> sheets =
        [
            new(CoverSheet.Name, sheet => CoverSheet.Write(sheet, title, facts)),
            new(SheetName, sheet => Figures(sheet, title, reports, CarryOf)),
            new(ProseSheets.TextSheet, sheet => ProseSheets.Texts(sheet, reports)),
            new(ProseSheets.DispositionSheet, sheet => ProseSheets.Dispositions(sheet, reports)),
            new(SystemSheet.Name, sheet => SystemSheet.Write(sheet, [("kind", SystemSheet.Batch), ("period", period.ToString()), ("form", form.Id), ("layout", "1")]), Hidden: true),
        ];
        WorkbookPackage.Write(to, title, DocumentStatus.Template, sheets, () => [new DefinedName("_xlnm.Print_Titles", $"'{SheetName}'!$A:$C,'{SheetName}'!$1:${IdRow}", 1)]);
    }

    private static void Figures(SheetWriter sheet, string title, IReadOnlyList<ReportDocument> reports, Func<ReportDocument, CarryOver> carryOf)
    {
        var form = reports[0].Form;
        sheet.Begin(new SheetSetup([14, 24, 9, .. form.Cells.Select(c => c.Kind == CellKind.Amount ? 16.0 : 10.0)], IdRow, FirstFigure - 1, Landscape: true, FitWidth: false));
        BatchHead.Write(sheet, title, form);
        var carried = new SortedSet<int>();
        var row = IdRow;
        foreach (var report in reports)
        {
            sheet.Row(++row, 20);
            sheet.Write(1, report.Unit.Value, SheetStyle.Key);
            sheet.Write(2, report.UnitName, SheetStyle.Key);
            sheet.Write(3, report.ScopeText, SheetStyle.Key);
            var figures = new FigureCells(report.Content.Figures, carryOf(report));
            foreach (var cell in form.Cells)
            {
                figures.Write(sheet, FirstFigure + cell.Index, cell, index => new CellAddress(row, FirstFigure + index));
                if (figures.Carried(cell))
                    carried.Add(cell.Index);
            }
        }
        CellRange Down(FormCell cell) => new(new CellAddress(IdRow + 1, FirstFigure + cell.Index), new CellAddress(row, FirstFigure + cell.Index));
        CellAddress First(int index) => new(IdRow + 1, FirstFigure + index);
        foreach (var balance in form.Balances)
            sheet.Watch(new SheetAlarm(Down(form.Cells[balance.Where]), SumFormula.Differ(balance.Left.Select(First), balance.Right.Select(First))));
        foreach (var kind in form.Cells.Where(c => !c.Derived && !carried.Contains(c.Index)).GroupBy(c => c.Kind))
            sheet.Validate(FigureCells.Check(kind.Key, [.. kind.Select(Down)]));
        if (carried.Count > 0)
            sheet.Validate(FigureCells.Note([.. carried.Select(i => Down(form.Cells[i]))], reports.Select(carryOf).First(c => c.Source.Length > 0).Source));
    }
}
