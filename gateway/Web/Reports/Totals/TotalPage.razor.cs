using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Totals;

/// <summary>汇总表: the tables of the form with the total of a territory; each figure leads to its parts.</summary>
public sealed partial class TotalPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public TotalModel Model { get; set; } = null!;

    private Words W => Frame.Words;

    private string Title => W.TotalOf(Model.Place.Row.Name, Model.Place.Roster.Period);

    private string Link(string cell) => $"/totals/{Model.Place.Address}/cells/{cell}";
}
