using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Missing;

/// <summary>未报名单: who must file and has no filing that counts.</summary>
public sealed partial class MissingPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public MissingModel Model { get; set; } = null!;

    private Words W => Frame.Words;

    private string Title => W.MissingIn(Model.Place.Row.Name, Model.Place.Roster.Period);

    private static string Due(MissingLine line) => line.Row.Due is { } due ? Numbers.Day(due) : Numbers.None;
}
