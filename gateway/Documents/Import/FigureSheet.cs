using Federation.Documents.Spreadsheets;
using Federation.Domain.Reports;

namespace Federation.Documents.Import;

/// <summary>Takes the figures of one report from their places, with a finding for every cell that cannot be taken as it is.</summary>
internal static class FigureSheet
{
    public static Figures Read(ReportForm form, IReadOnlyDictionary<string, (SheetFile Sheet, CellAddress At)> places, FindingList findings)
    {
        var cells = new CellValue[form.Cells.Length];
        var merges = places.Values.Select(p => p.Sheet).Distinct().ToDictionary(s => s, s => new FigureMerges(s.Merges, places.Values.Where(p => p.Sheet == s).Select(p => p.At)));
        foreach (var cell in form.Cells)
        {
            if (places.TryGetValue(cell.Id, out var place))
                cells[cell.Index] = Cell(cell, place.Sheet, place.At, merges[place.Sheet], findings);
        }
        return new Figures(form, [.. cells]);
    }

    public static CellValue Cell(FormCell cell, SheetFile sheet, CellAddress at, FigureMerges merges, FindingList findings)
    {
        if (merges.Fault(at) is { } range)
        {
            var stands = sheet.At(range.From)?.Text ?? "";
            findings.Add(ImportRules.Merged, sheet.Name, at.ToString(), $"“{cell.Label}”与其他数字格合并为 {range}(内容“{stands}”),无法判断属于哪一格", $"{cell.Id} is merged into {range}, which holds '{stands}'", cell.Id);
            return default;
        }
        if (sheet.At(at) is not { } raw)
            return default;
        var shown = SheetFile.Shown(raw);
        if (raw.Kind is RawKind.Error or RawKind.Date)
        {
            var rule = raw.Kind == RawKind.Error ? ImportRules.FormulaError : ImportRules.DateInNumber;
            findings.Add(rule, sheet.Name, at.ToString(), $"“{cell.Label}”格里是“{shown}”:{rule.Title}", $"{cell.Id} holds '{shown}': {rule.TitleEn}", cell.Id);
            return default;
        }
        var reading = raw.Kind switch
        {
            RawKind.Number => FigureText.OfNumber(raw.Text, cell.Kind),
            RawKind.Text => FigureText.OfText(raw.Text, cell.Kind),
            _ => new FigureReading(default, ImportRules.TextInNumber),
        };
        if (reading.Fault is { } fault)
        {
            var (zh, en) = reading.Proposed.Length > 0 ? ($";是否为“{reading.Proposed}”?", $"; perhaps '{reading.Proposed}'") : ("", "");
            findings.Add(fault, sheet.Name, at.ToString(), $"“{cell.Label}”格里是“{shown}”:{fault.Title}{zh}", $"{cell.Id} holds '{shown}': {fault.TitleEn}{en}", cell.Id, reading.Proposed);
        }
        return reading.Value;
    }
}

/// <summary>Merged ranges of a sheet in which a figure does not stand alone at the upper left.</summary>
internal sealed class FigureMerges
{
    private readonly Dictionary<CellAddress, CellRange> faults = [];

    public FigureMerges(IReadOnlyCollection<CellRange> merges, IEnumerable<CellAddress> figures)
    {
        var byRange = new Dictionary<CellRange, List<CellAddress>>();
        foreach (var at in figures)
        {
            foreach (var range in merges)
            {
                if (!range.Contains(at))
                    continue;
                if (!byRange.TryGetValue(range, out var inside))
                    byRange.Add(range, inside = []);
                inside.Add(at);
            }
        }
        foreach (var (range, inside) in byRange.Where(r => r.Value.Count > 1 || r.Value[0] != r.Key.From))
        {
            foreach (var at in inside)
                faults[at] = range;
        }
    }

    public CellRange? Fault(CellAddress at) => faults.TryGetValue(at, out var range) ? range : null;
}
