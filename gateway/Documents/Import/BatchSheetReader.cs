using System.Collections.Immutable;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Reports;

namespace Federation.Documents.Import;

/// <summary>Reads 汇总填报: a row for each unit, columns found by the cell ids in the head.</summary>
internal static class BatchSheetReader
{
    private const int LeastIds = 5; // so many cell ids in one row make it the row of ids

    /// <summary>The sheet with its row of cell ids, or null. Forms share ids: the workbook's own word decides, or else the form that has most of them.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="named">Form that the workbook says it was made for; null when it says none.</param>
    public static (SheetFile Sheet, int Row, ReportForm Form)? Find(WorkbookFile workbook, ReportForm? named)
    {
        IReadOnlyList<ReportForm> candidates = named is null ? Forms.All : [named];
        foreach (var sheet in workbook.Sheets)
        {
            var rows = sheet.Cells.Where(c => c.Value.Kind == RawKind.Text && c.Value.Text.StartsWith('t') && c.Value.Text.Count(ch => ch == '.') == 2).GroupBy(c => c.Key.Row);
            foreach (var row in rows.OrderBy(r => r.Key))
            {
                // forms share ids: it is the one that knows most of them, and of two that know all the one that asks for less
                var (form, known) = candidates.Select(f => (Form: f, Known: row.Count(c => f.Find(c.Value.Text) is not null)))
                    .OrderByDescending(f => f.Known).ThenBy(f => f.Form.Cells.Length).First();
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
        var several = sheet.RowsFrom(idRow + 1).GroupBy(r => ProseReader.CodeOf(sheet.Text(r, 1))).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var merges = sheet.Merges.FindAll(m => m.To.Row > idRow);
        foreach (var row in sheet.RowsFrom(idRow + 1))
        {
            var (code, name, scope) = (ProseReader.CodeOf(sheet.Text(row, 1)), sheet.Text(row, 2).Trim(), sheet.Text(row, 3).Trim());
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
            var key = code.Length > 0 ? code : unit?.Value ?? ""; // prose without a code is of nobody
            var said = key.Length > 0 && (texts.ContainsKey(key) || dispositions.Contains(key));
            used.Add(key);
            if (said && several.Contains(key))
            {
                findings.Add(ImportRules.UnitTwice, sheet.Name, new CellAddress(row, 1).ToString(), $"单位 {key} 在填报表中有几行,文字和处置无法判断属于哪一行;请分成几个文件", $"unit {key} has several rows, and whose prose and dispositions are meant is not told; use a file for each");
                said = false;
            }
            var content = new ReportContent(new Figures(form, ImmutableArray.Create(cells)), said ? texts.GetValueOrDefault(key) ?? [] : [], said ? dispositions[key] : []);
            yield return new ImportedReport(batch.File, unit, name.Length > 0 ? name : code, period, form, whole ?? ReportScope.Own, content, findings.ToImmutable())
            {
                Places = columns.ToDictionary(c => c.Cell.Id, c => (sheet.Name, new CellAddress(row, c.Column).ToString())),
            };
        }
        foreach (var stray in texts.Keys.Concat(dispositions.Select(d => d.Key)).Distinct().Except(used).Order(StringComparer.Ordinal))
            batch.Add(ImportRules.UnitUnknown, ProseSheets.TextSheet, "", $"文字或处置中的单位“{stray}”不在填报表中", $"unit '{stray}' of the prose or dispositions has no row of figures");
    }
}
