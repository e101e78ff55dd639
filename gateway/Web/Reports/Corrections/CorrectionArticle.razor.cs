using System.Globalization;
using Federation.Domain.Reports;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Corrections;

/// <summary>One correction: whose, why, by whom, and every cell before and after.</summary>
public sealed partial class CorrectionArticle : ComponentBase
{
    /// <summary>Sentences.</summary>
    [Parameter, EditorRequired]
    public Words Words { get; set; } = null!;

    /// <summary>Period.</summary>
    [Parameter, EditorRequired]
    public PeriodId Period { get; set; } = null!;

    /// <summary>The correction.</summary>
    [Parameter, EditorRequired]
    public CorrectionLine Line { get; set; } = null!;

    private string Version(long version) =>
        $"/reports/{Line.Row.Unit}/{Period}?scope={(Line.Scope == ReportScope.Whole ? "whole" : "own")}&version={version.ToString(CultureInfo.InvariantCulture)}";

    private static string Shown(FormCell cell, CellValue value) => value.State switch
    {
        CellState.Missing => "",
        CellState.NotApplicable or CellState.NotDue => "/",
        _ => Numbers.Cell(cell, value.Value),
    };

    private static string Change(CorrectedCell cell)
    {
        var by = cell.After.Value - cell.Before.Value;
        return (by > 0 ? "+" : by < 0 ? "−" : "") + Numbers.Cell(cell.Cell, Math.Abs(by));
    }
}
