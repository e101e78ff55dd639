namespace Federation.Domain.Reports;

/// <summary>预填: what a blank form begins with, so that nobody types what is known.</summary>
public static class Prefill
{
    /// <summary>The start of a report.</summary>
    /// <param name="form">Form of the period.</param>
    /// <param name="period">Period: some cells are not asked in some periods.</param>
    /// <param name="lastYear">Sealed figures one period before; what they carry over is filled in.</param>
    /// <param name="register">Counts of the applications ledger; where it counts, its count stands.</param>
    /// <param name="parts">For a whole report: the parts; then every cell is their sum.</param>
    public static ReportContent Of(ReportForm form, PeriodId period, Figures? lastYear, RegisterCounted? register, TerritoryParts? parts)
    {
        if (parts is not null)
            return ReportContent.Of(parts.ToFigures(form));
        var cells = Figures.Blank(form).Cells.ToArray();
        foreach (var cell in form.Cells.Where(c => !c.DueIn(period)))
            cells[cell.Index] = new CellValue(CellState.NotDue, 0);
        if (lastYear is not null)
        {
            foreach (var (cell, value) in ContinuityCheck.CarriedOver(form, lastYear))
                cells[cell] = CellValue.Of(value);
        }
        foreach (var (id, count) in register?.Cells ?? System.Collections.Immutable.ImmutableSortedDictionary<string, long>.Empty)
        {
            if (form.Find(id) is { Derived: false } cell && cell.DueIn(period))
                cells[cell.Index] = CellValue.Of(count);
        }
        return ReportContent.Of(new Figures(form, [.. cells]));
    }
}
