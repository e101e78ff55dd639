using System.Globalization;
using Federation.Domain.Reports;

namespace Federation.Documents.Spreadsheets;

/// <summary>Writes the figures of one report into cells: inputs as they stand, sums as formulas where they agree with their parts.</summary>
internal sealed class FigureCells
{
    private const int ExactDigits = 15; // a spreadsheet keeps no more of a number
    private readonly Figures figures;
    private readonly Figures computed;
    private readonly CarryOver carry;

    public FigureCells(Figures given, CarryOver carry)
    {
        this.carry = carry;
        figures = carry.Fill(given);
        try
        {
            computed = figures.WithSums();
        }
        catch (OverflowException)
        {
            computed = figures; // impossible figures: the sums are written as they stand
        }
    }

    public bool Carried(FormCell cell) => carry.Holds(cell, figures[cell.Index]);

    public void Write(SheetWriter sheet, int column, FormCell cell, Func<int, CellAddress> at)
    {
        var value = figures[cell.Index];
        var text = CellMarks.Text(cell, value);
        var exact = text.Count(char.IsAsciiDigit) <= ExactDigits; // a longer number stands as text
        if (cell.Derived && exact && (value.State == CellState.Missing || value == computed[cell.Index]))
        {
            // A sum that was never filed stays empty here until a program computes it: a document adds nothing to what it documents.
            sheet.Formula(column, SumFormula.Of(cell.Terms.Select(at)), text, value.State == CellState.Number, SheetStyle.Sum);
            return;
        }
        var style = cell.Derived ? SheetStyle.TypedSum : Carried(cell) ? SheetStyle.Carried : cell.Kind == CellKind.Amount ? SheetStyle.Amount : SheetStyle.Count;
        if (value.State == CellState.Number && exact)
            sheet.Number(column, text, style);
        else
            sheet.Write(column, text, style);
    }

    /// <summary>The check made while typing: a number from 0 on, whole for counts, or one of the marks.</summary>
    public static SheetValidation Check(CellKind kind, IReadOnlyList<CellRange> over)
    {
        var first = over[0].From;
        var number = kind == CellKind.Count ? string.Create(CultureInfo.InvariantCulture, $"AND({first}>=0,{first}=INT({first}))") : $"{first}>=0";
        return new SheetValidation(
            over,
            $"IF(ISNUMBER({first}),{number},OR({first}=\"{CellMarks.Nil}\",{first}=\"{CellMarks.NotApplicable}\",{first}=\"{CellMarks.NotDue}\"))",
            "填写有误",
            kind == CellKind.Count
                ? "请填不小于 0 的整数,只填数字,不带单位。确实没有填“无”,不适用填“/”,本期不要求填“-”。"
                : "请填不小于 0 的数,单位万元,至多六位小数,不带单位。确实没有填“无”,不适用填“/”,本期不要求填“-”。");
    }

    /// <summary>The note shown at cells carried over.</summary>
    public static SheetValidation Note(IReadOnlyList<CellRange> over, string source) => new(over, null, "上年结转", source + "。已锁定,不用填写。");
}
