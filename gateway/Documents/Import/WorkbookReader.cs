using System.Collections.Immutable;
using Federation.Documents.Layouts;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Reports;

namespace Federation.Documents.Import;

/// <summary>
/// Reads workbooks: those written here by their machine keys, others by the printed labels of the official layout. Nothing is guessed and
/// nothing is dropped without a finding; sums stand as typed, for the rules to judge.
/// </summary>
public static class WorkbookReader
{
    private const double Recognised = 0.5; // of a form's cells, below which a workbook is not taken for one of it

    // headings that only the form of 2019 prints
    private static readonly string[] Form2019Labels = ["本年新制作数量", "对外公开总数量", "上一年项目数量", "采购项目数量"];

    /// <summary>Reads a workbook, whatever is in it.</summary>
    /// <param name="from">The file; read to its end.</param>
    /// <param name="settings">Name of the file, and the units there are.</param>
    /// <returns>All reports in it with all findings; never an exception for what the file holds.</returns>
    public static ImportBatch Read(Stream from, ImportSettings settings) => ImportReader.Read(from, settings);

    internal static ImportBatch Read(BoundedZip zip, ImportSettings settings)
    {
        var workbook = WorkbookFile.Open(zip);
        var batch = new FindingList(settings.File);
        var keys = Keys(workbook);
        var facts = UnitFacts.Of(workbook);
        var period = UnitFacts.PeriodOf(keys.GetValueOrDefault("period", "")) ?? facts.Period;
        var named = Forms.Find(keys.GetValueOrDefault("form", ""));
        if (named is null && keys.TryGetValue("form", out var formId))
        {
            batch.Add(ImportRules.FormUnknown, SystemSheet.Name, "", $"没有“{formId}”这个表式", $"there is no form '{formId}'");
            return new ImportBatch([], batch.ToImmutable());
        }
        if (BatchSheetReader.Find(workbook, named) is var (sheet, row, form))
        {
            TellPeriod(period, form, batch);
            return new ImportBatch([.. BatchSheetReader.Read(workbook, sheet, row, form, period, settings, batch)], batch.ToImmutable());
        }
        return Single(workbook, keys, facts, period, settings, batch);
    }

    /// <summary>One finding for each table with figures that have no place.</summary>
    internal static void TellMissing(ReportForm form, IEnumerable<string> found, FindingList findings, string? sheet = null)
    {
        var places = found.ToHashSet();
        foreach (var table in form.Cells.Where(c => !places.Contains(c.Id)).GroupBy(c => c.Table))
        {
            var first = table.First();
            findings.Add(
                ImportRules.PlaceMissing, sheet ?? "", "",
                $"“{form.Tables.First(t => t.Id == table.Key).Title}”有 {table.Count()} 格找不到,第一处是“{first.Label}”;这些格按未填处理",
                $"{table.Count()} cells of table {table.Key} are not found, the first is {first.Id}; they count as not filled in",
                first.Id);
        }
    }

    private static ImportBatch Single(WorkbookFile workbook, Dictionary<string, string> keys, UnitFacts facts, PeriodId? period, ImportSettings settings, FindingList batch)
    {
        var findings = new FindingList(settings.File);
        if (Recognise(workbook, keys) is not var (form, places))
        {
            var old = workbook.Sheets.SelectMany(s => s.Cells.Select(c => (Sheet: s.Name, c.Key, Text: c.Value.Text))).FirstOrDefault(c => Form2019Labels.Contains(LabelMatch.Normal(c.Text)));
            if (old.Text is not null)
                batch.Add(ImportRules.WrongForm, old.Sheet, old.Key.ToString(), $"表头有“{old.Text}”:这是2019年的表式,{period?.Year.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "本"}年度不适用", $"the heading '{old.Text}' is of the form of 2019");
            else
                batch.Add(ImportRules.NoReport);
            return new ImportBatch([], batch.ToImmutable());
        }
        TellPeriod(period, form, findings);
        TellMissing(form, places.Keys, findings);
        var code = keys.GetValueOrDefault("unit", facts.Code);
        var at = facts.CodeAt;
        if (facts.Code.Length > 0 && code != facts.Code)
            findings.Add(ImportRules.UnitMismatch, at?.Sheet ?? "", at?.At.ToString() ?? "", $"封面的单位代码是“{facts.Code}”,文件是为“{code}”生成的", $"the cover says unit {facts.Code}, the file was made for {code}");
        var unit = UnitFacts.Resolve(code, facts.Name.Length > 0 ? facts.Name : keys.GetValueOrDefault("unitName", ""), at?.Sheet ?? "", at?.At.ToString() ?? "", settings, findings);
        var scope = ReportDocument.ScopeOf(keys.GetValueOrDefault("scope", "")) ?? facts.Scope ?? ReportScope.Own;
        var figures = FigureSheet.Read(form, places, findings);
        var texts = ProseReader.Texts(workbook, form, findings).Values.SelectMany(t => t).GroupBy(t => t.Key).Select(g => KeyValuePair.Create(g.Key, string.Join('\n', g.Select(t => t.Value))));
        var dispositions = ProseReader.Dispositions(workbook, findings).SelectMany(d => d);
        var content = new ReportContent(figures, texts, dispositions);
        return new ImportBatch([new ImportedReport(settings.File, unit, facts.Name, period, form, scope, content, findings.ToImmutable())
        {
            Places = places.ToDictionary(p => p.Key, p => (p.Value.Item1.Name, p.Value.Item2.ToString())),
        }], batch.ToImmutable());
    }

    // by defined names where the workbook has them, by labels for the rest
    private static (ReportForm Form, Dictionary<string, (SheetFile, Spreadsheets.CellAddress)> Places)? Recognise(WorkbookFile workbook, Dictionary<string, string> keys)
    {
        var candidates = keys.TryGetValue("form", out var id) && Forms.Find(id) is { } known ? [known] : Forms.All;
        return candidates
            .Select(form => (Form: form, Places: Places(workbook, form)))
            .Where(c => c.Places.Count >= c.Form.Cells.Length * Recognised || (keys.Count > 0 && c.Places.Count > 0))
            .OrderByDescending(c => (double)c.Places.Count / c.Form.Cells.Length)
            .Select(c => ((ReportForm, Dictionary<string, (SheetFile, Spreadsheets.CellAddress)>)?)c)
            .FirstOrDefault();
    }

    private static Dictionary<string, (SheetFile, Spreadsheets.CellAddress)> Places(WorkbookFile workbook, ReportForm form)
    {
        var places = new Dictionary<string, (SheetFile, Spreadsheets.CellAddress)>();
        foreach (var (name, cell) in SystemSheet.CellsByName(form))
        {
            if (workbook.Names.TryGetValue(name, out var place) && workbook.Sheet(place.Sheet) is { } sheet)
                places[cell] = (sheet, place.At);
        }
        foreach (var layout in Layouts(form).Where(l => l.Figures.Any(f => !places.ContainsKey(f.Cell))))
        {
            var best = workbook.Sheets.Select(s => (Sheet: s, new LabelMatch(s, layout).Places)).MaxBy(m => m.Places.Count);
            foreach (var (cell, at) in best.Places ?? new Dictionary<string, Spreadsheets.CellAddress>())
                places.TryAdd(cell, (best.Sheet, at));
        }
        return places;
    }

    // a form without a printed layout is read by names and ids only
    private static ImmutableArray<TableLayout> Layouts(ReportForm form)
    {
        try
        {
            return FormLayouts.Of(form);
        }
        catch (NotSupportedException)
        {
            return [];
        }
    }

    private static void TellPeriod(PeriodId? period, ReportForm form, FindingList findings)
    {
        if (period is null)
            findings.Add(ImportRules.PeriodUnknown);
        else if (Forms.For(period) is { } expected && expected.Id != form.Id)
            findings.Add(ImportRules.WrongForm, "", "", $"{period.Year}年度用“{expected.Id}”,文件中的表格是“{form.Id}”", $"year {period.Year} takes {expected.Id}, the tables are of {form.Id}");
    }

    private static Dictionary<string, string> Keys(WorkbookFile workbook)
    {
        var keys = new Dictionary<string, string>();
        if (workbook.Sheet(SystemSheet.Name) is not { } sheet || sheet.Text(1, 2) != SystemSheet.Schema)
            return keys;
        foreach (var row in sheet.RowsFrom(1))
            keys[sheet.Text(row, 1)] = sheet.Text(row, 2);
        return keys;
    }
}
