using Federation.Contracts.Reports;
using Federation.Domain.Reports;
using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Totals;

/// <summary>One figure of a total, explained: its parts one level down, with version and signer, down to the filing of one body.</summary>
public sealed partial class CellPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public CellModel Model { get; set; } = null!;

    private Words W => Frame.Words;

    private ReportForm Form => Model.Place.Roster.Form;

    private string Label => W.Of(Model.Cell);

    private string Shown(long value, FormCell? cell = null) => Model.Parts.IsEmpty ? Numbers.None : Numbers.Cell(cell ?? Model.Cell, value);

    private static string Hex(CellPartView part) => Convert.ToHexStringLower(part.ContentHash.AsSpan());
}
