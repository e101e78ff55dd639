using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Publications;

/// <summary>发布情况: who must publish, who did in time, late, or not.</summary>
public sealed partial class PublicationPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public PublicationModel Model { get; set; } = null!;

    private Words W => Frame.Words;

    private string Title => W.PublicationOf(Model.Place.Row.Name, W.ReportsOf(Model.Place.Roster.Period));

    private IEnumerable<(string Id, string Label, long Value, string Kind)> Tiles
    {
        get
        {
            var (expected, published) = (Model.Coverage.Whole.Expected, Model.Coverage.Whole.Counts.Published);
            if (Model.Lines is null)
                return [("must", W.MustPublish(), expected, "main"), ("published", W.Published(), published, "main"), ("not", W.NotPublished(), expected - published, "bad")];
            return
            [
                ("must", W.MustPublish(), Model.Lines.Value.Length, "main"),
                ("in-time", W.PublishedInTime(), Model.Count(PublicationState.InTime)!.Value, "main"),
                ("late", W.PublishedLate(), Model.Count(PublicationState.Late)!.Value, "bad"),
                ("not", W.NotPublished(), Model.Count(PublicationState.NotYet)!.Value + Model.Count(PublicationState.Overdue)!.Value, "bad"),
            ];
        }
    }

    private (string Label, string Kind) Mark(PublicationState state) => state switch
    {
        PublicationState.InTime => (W.PublishedInTime(), "good"),
        PublicationState.Late => (W.PublishedLate(), "late"),
        PublicationState.Overdue => (W.NotPublishedOverdue(), "overdue"),
        _ => (W.NotPublished(), ""),
    };

    private static bool IsAddress(string where) => where.StartsWith("https://", StringComparison.Ordinal) || where.StartsWith("http://", StringComparison.Ordinal);
}
