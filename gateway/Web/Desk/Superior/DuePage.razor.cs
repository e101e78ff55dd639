using System.Collections.Immutable;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Superior;

/// <summary>催报: who has not filed, and what a superior can do about it.</summary>
public sealed partial class DuePage : SuperiorPage
{
    /// <summary>Units, the longest overdue first.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<DueRow> Rows { get; set; } = [];

    /// <summary>Last act; empty: none.</summary>
    [Parameter]
    public string Done { get; set; } = "";

    /// <summary>The reader may ask for reports and grant exceptions.</summary>
    [Parameter]
    public bool MayChase { get; set; }

    /// <summary>The reader may set dates and change the list.</summary>
    [Parameter]
    public bool MayDate { get; set; }

    private string Here => $"/desk/due/{Place.Address}";

    private string Title => D.DueOf(Place.Row.Name, W.Period(Place.Roster.Period));

    private IReadOnlyList<TrailStep> Trail => TrailTo(D.DueList);
}
