using System.Collections.Immutable;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Reports;

namespace Federation.Documents.Import;

/// <summary>Reads 汇总填报: a row for each unit, columns found by the cell ids in the head.</summary>
internal static class BatchSheetReader
{
    private const int LeastIds = 5; // so many cell ids in one row make it the row of ids

    /// <summary>The sheet with its row of cell ids, or null.</summary>
    public static (SheetFile Sheet, int Row, ReportForm Form)? Find(WorkbookFile workbook)
    {
        foreach (var sheet in workbook.Sheets)
        {
            var rows = sheet.Cells.Where(c => c.Value.Kind == RawKind.Text && c.Value.Text.StartsWith('t') && c.Value.Text.Count(ch => ch == '.') == 2).GroupBy(c => c.Key.Row);
            foreach (var row in rows.OrderBy(r => r.Key))
            {
                // forms share most of their ids: the one that knows most of them is meant
                var (form, known) = Forms.All.Select(form => (form, row.Count(c => form.Find(c.Value.Text) is not null))).MaxBy(f => f.Item2);
                if (known >= LeastIds)
                    return (sheet, row.Key, form);
            }
        }
        return null;
    }

    public static IEnumerable<ImportedReport> Read(WorkbookFile workbook, SheetFile sheet, int idRow, ReportForm form, PeriodId? period, ImportSettings settings, FindingList batch)
    {
        var columns = sheet.Cells.Where(c => c.Key.Row == idRow && form.Find(c.Value.Text) is not null).DistinctBy(c => c.Value.Text)
            .Select(c => (Cell: form.Find(c.Value.Text)!, c.Key.Column)).ToList();
        WorkbookReader.TellMissing(form, columns.Select(c => c.Cell.Id), batch, sheet.Name);
        var texts = ProseReader.Texts(workbook, form, batch);
        var dispositions = ProseReader.Dispositions(workbook, batch);
        var used = new HashSet<string>();
        var merges = sheet.Merges.FindAll(m => m.To.Row > idRow);
        for (var row = idRow + 1; row <= sheet.LastRow; row++)
        {
            var (code, name, scope) = (FigureText.HalfWidth(sheet.Text(row, 1)).Trim(), sheet.Text(row, 2).Trim(), sheet.Text(row, 3).Trim());
            if (code.Length == 0 && name.Length == 0 && columns.TrueForAll(c => sheet.At(new CellAddress(row, c.Column)) is null))
                continue;
            var findings = new FindingList(batch.File);
            var unit = UnitFacts.Resolve(code, name, sheet.Name, new CellAddress(row, 1).ToString(), settings, findings);
            var whole = ReportDocument.ScopeOf(scope);
            if (whole is null && scope.Length > 0)
                findings.Add(ImportRules.ScopeUnknown, sheet.Name, new CellAddress(row, 3).ToString(), $"范围写作“{scope}”,应为“本机关”或“全辖区”", $"the scope reads '{scope}', neither 本机关 nor 全辖区");
            var cells = new CellValue[form.Cells.Length];
            var inRow = merges.Count == 0 ? [] : merges.FindAll(m => m.From.Row <= row && row <= m.To.Row);
            var faults = new FigureMerges(inRow, inRow.Count == 0 ? [] : columns.Select(c => new CellAddress(row, c.Column)));
            foreach (var (cell, column) in columns)
                cells[cell.Index] = FigureSheet.Cell(cell, sheet, new CellAddress(row, column), faults, findings);
            used.Add(code);
            var content = new ReportContent(new Figures(form, ImmutableArray.Create(cells)), texts.GetValueOrDefault(code) ?? [], dispositions[code]);
            yield return new ImportedReport(batch.File, unit, name.Length > 0 ? name : code, period, form, whole ?? ReportScope.Own, content, findings.ToImmutable())
            {
                Places = columns.ToDictionary(c => c.Cell.Id, c => (sheet.Name, new CellAddress(row, c.Column).ToString())),
            };
        }
        foreach (var stray in texts.Keys.Concat(dispositions.Select(d => d.Key)).Distinct().Except(used).Order(StringComparer.Ordinal))
            batch.Add(ImportRules.UnitUnknown, ProseSheets.TextSheet, "", $"文字或处置中的单位“{stray}”不在填报表中", $"unit '{stray}' of the prose or dispositions has no row of figures");
    }
}
