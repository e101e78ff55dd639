using System.Globalization;
using Federation.Domain.Reports;

namespace Federation.Documents;

/// <summary>
/// How a cell is written in every document: a number as such; 无 for none; / for not applicable; - for not due in this period; nothing at all
/// for a cell that was not filled in. Each state has one mark, so what was written is what is read.
/// </summary>
public static class CellMarks
{
    /// <summary>无: declared as none. Not 0, which is a number somebody counted.</summary>
    public const string Nil = "无";

    /// <summary>不适用</summary>
    public const string NotApplicable = "/";

    /// <summary>本期不要求: a form of several periods a year does not ask for it this time.</summary>
    public const string NotDue = "-";

    /// <summary>The mark of a state; empty for a missing cell and for a number.</summary>
    public static string Of(CellState state) => state switch
    {
        CellState.Nil => Nil,
        CellState.NotApplicable => NotApplicable,
        CellState.Missing or CellState.Number => "",
        _ => NotDue,
    };

    /// <summary>A cell as text: plain digits, an amount in 万元 without trailing zeros, or its mark.</summary>
    public static string Text(FormCell cell, CellValue value) => value.State == CellState.Number
        ? cell.Kind == CellKind.Amount ? FigureReader.WriteAmount(value.Value) : value.Value.ToString(CultureInfo.InvariantCulture)
        : Of(value.State);

    /// <summary>Reads a mark; null when the text is none, or stands for a state that this version does not know.</summary>
    public static CellValue? Read(string text) => text switch
    {
        "" => default(CellValue),
        Nil => CellValue.Nil,
        NotApplicable or "不适用" => CellValue.NotApplicable,
        NotDue => new CellValue(CellState.NotDue, 0),
        _ => null,
    };
}
