using System.Globalization;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>
/// 台账核对: table three against the applications ledger, when the unit's ledger has counted. A table that disagrees with the cases is wrong,
/// or the ledger is; which of the two a person must say with evidence.
/// </summary>
public static class RegisterCheck
{
    /// <summary>Compares every cell that the ledger counts.</summary>
    public static IEnumerable<Finding> Check(Figures figures, RegisterCounted counted) =>
        from count in counted.Cells
        let cell = figures.Form.Find(count.Key)
        where cell is not null && figures[cell.Index] is { State: not CellState.Missing } stands && stands.Value != count.Value
        let said = figures[cell!.Index].Value.ToString(CultureInfo.InvariantCulture)
        select ReportRules.RegisterDiffers.At(
            cell.Id,
            $"“{cell.Label}”填 {said},{counted.System} 台账为 {count.Value}",
            $"{cell.Id} says {said}, the ledger {counted.System} counts {count.Value}");
}
