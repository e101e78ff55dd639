using System.Globalization;
using Federation.Domain.Reports;
using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Corrections;

/// <summary>更正清单: what was corrected after it had been accepted, before and after, with the way to both versions.</summary>
public sealed partial class CorrectionsPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public CorrectionsModel Model { get; set; } = null!;

    private Words W => Frame.Words;

    private string Title => W.CorrectionsOf(Model.Place.Row.Name, W.ReportsOf(Model.Place.Roster.Period));

    private string Version(CorrectionLine line, long version) =>
        $"/reports/{line.Row.Unit}/{Model.Place.Roster.Period}?scope={(line.Scope == ReportScope.Whole ? "whole" : "own")}&version={version.ToString(CultureInfo.InvariantCulture)}";

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
