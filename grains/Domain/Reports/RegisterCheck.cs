using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>
/// 台账核对: table three against the applications ledger, when the unit's ledger has counted. A table that disagrees with the cases is wrong,
/// or the ledger is; which of the two a person must say with evidence.
/// </summary>
public static class RegisterCheck
{
    /// <summary>Compares every cell that the ledger counts.</summary>
    /// <param name="given">Figures; sums that are left out are compared as the form computes them, a cell not filled in is left to AR-011.</param>
    /// <param name="counted">The ledger's counts.</param>
    public static IEnumerable<Finding> Check(Figures given, RegisterCounted counted)
    {
        var computed = FigureCheck.CanSum(given) ? given.WithSums() : given;
        return
            from count in counted.Cells
            let cell = given.Form.Find(count.Key)
            where cell is not null
            let stands = given[cell.Index].State != CellState.Missing ? given[cell.Index] : computed[cell.Index]
            where stands.State != CellState.Missing && stands.Value != count.Value
            let said = FigureCheck.Print(cell, stands.Value)
            let should = FigureCheck.Print(cell, count.Value)
            select ReportRules.RegisterDiffers.At(
                cell.Id,
                $"“{cell.Label}”填 {said},{counted.System} 台账为 {should}",
                $"{cell.Id} says {said}, the ledger {counted.System} counts {should}");
    }
}
