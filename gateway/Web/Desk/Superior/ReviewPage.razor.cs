using System.Collections.Immutable;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Superior;

/// <summary>审核: filings that wait, with what stands in the way of each before anything is done.</summary>
public sealed partial class ReviewPage : SuperiorPage
{
    /// <summary>Filings.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<ReviewLine> Lines { get; set; } = [];

    private string Title => D.ReviewOf(Place.Row.Name, W.Period(Place.Roster.Period));

    private IReadOnlyList<TrailStep> Trail => TrailTo(D.ToReview);
}
