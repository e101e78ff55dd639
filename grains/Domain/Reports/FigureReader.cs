using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>Figures as somebody sent them: by cell id, untrusted.</summary>
/// <param name="Counts">Whole numbers.</param>
/// <param name="Amounts">Amounts in 万元 as decimal text.</param>
/// <param name="NotApplicable">Cells that do not apply.</param>
/// <param name="RestIsNil">True: the author declares every cell not named as none. False: it is missing.</param>
public sealed record FigureEntries(
    IReadOnlyDictionary<string, long> Counts,
    IReadOnlyDictionary<string, string> Amounts,
    IReadOnlyCollection<string> NotApplicable,
    bool RestIsNil);

/// <summary>Turns entries into figures of a form, with every finding about their shape.</summary>
public static class FigureReader
{
    /// <summary>分 in one 万元.</summary>
    public const long FenPerWan = 1_000_000;

    /// <summary>
    /// Reads entries. Derived cells that are not named stay missing; <see cref="Figures.WithSums"/> computes them. Cells that are not due and
    /// not named are marked so.
    /// </summary>
    /// <param name="form">Form of the period.</param>
    /// <param name="entries">As sent.</param>
    /// <param name="period">The period; null when it is not known, and then every cell is taken as due.</param>
    /// <returns>The figures, with what could not be read left missing, and all findings.</returns>
    public static (Figures Figures, ImmutableArray<Finding> Findings) Read(ReportForm form, FigureEntries entries, PeriodId? period = null)
    {
        var dueVaries = form.DueVaries && period is not null;
        if (!dueVaries && entries.RestIsNil && entries.Counts.Count == 0 && entries.Amounts.Count == 0 && entries.NotApplicable.Count == 0)
            return (Figures.NilReport(form), []);

        var findings = ImmutableArray.CreateBuilder<Finding>();
        var cells = new CellValue[form.Cells.Length];
        foreach (var cell in form.Cells)
            cells[cell.Index] = cell.Derived ? default : dueVaries && !cell.DueIn(period!) ? CellValue.NotDue : entries.RestIsNil ? CellValue.Nil : default;

        var named = new HashSet<string>();
        void Put(string id, CellKind? kind, Func<CellValue> value)
        {
            if (form.Find(id) is not { } cell)
                findings.Add(form.Cited(ReportRules.UnknownCell).At(id));
            else if (!named.Add(id))
                findings.Add(form.Cited(ReportRules.CellTwice).At(id));
            else if (kind is not null && cell.Kind != kind)
            {
                findings.Add(form.Cited(ReportRules.WrongKind).At(id));
                cells[cell.Index] = default; // something was meant, so it is not nil
            }
            else
            {
                cells[cell.Index] = value();
            }
        }

        foreach (var (id, count) in entries.Counts)
            Put(id, CellKind.Count, () => CellValue.Of(count));
        foreach (var (id, amount) in entries.Amounts)
        {
            Put(id, CellKind.Amount, () =>
            {
                if (TryReadAmount(amount, out var fen))
                    return CellValue.Of(fen);
                findings.Add(form.Cited(ReportRules.BadAmount).At(id, $"金额写作“{amount}”;应为十进制数,单位万元,至多六位小数", $"the amount reads '{amount}'; it must be a decimal in 万元, at most six places"));
                return default;
            });
        }
        foreach (var id in entries.NotApplicable)
            Put(id, null, () => CellValue.NotApplicable);
        return (new Figures(form, ImmutableCollectionsMarshal.AsImmutableArray(cells)), findings.ToImmutable());
    }

    /// <summary>
    /// Reads an amount in 万元 exactly; false when it is no decimal, has more than six places (zeros at its end aside) or is beyond all bounds.
    /// </summary>
    public static bool TryReadAmount(string text, out long fen)
    {
        fen = 0;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var wan)
            || Math.Abs(wan) > long.MaxValue / FenPerWan
            || Places(text) > 6)
            return false;
        fen = (long)(wan * FenPerWan);
        return true;
    }

    /// <summary>Writes an amount of 分 in 万元, without trailing zeros: 961716000000 gives 961716.</summary>
    public static string WriteAmount(long fen) => ((decimal)fen / FenPerWan).ToString("0.######", CultureInfo.InvariantCulture);

    // Counted in the text: decimal.TryParse rounds what lies beyond its 28 places.
    private static int Places(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : text.TrimEnd('0').Length - point - 1;
    }
}
