using System.Collections.Immutable;
using Federation.Contracts.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Entries;

/// <summary>公开条目: one entry before it is public: its form, what was found at each field, the step that waits, and everything that happened to it.</summary>
public sealed partial class EntryPage : ComponentBase
{
    private static readonly ImmutableArray<string> Choices = [InterpretationDuty.Wanted, InterpretationDuty.NotWanted];

    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>Who asks.</summary>
    [Parameter, EditorRequired]
    public DeskCall Call { get; set; } = null!;

    /// <summary>The unit.</summary>
    [Parameter, EditorRequired]
    public Unit Unit { get; set; } = null!;

    /// <summary>The entry.</summary>
    [Parameter, EditorRequired]
    public DraftView View { get; set; } = null!;

    /// <summary>What was found.</summary>
    [Parameter]
    public ImmutableArray<Finding> Findings { get; set; } = [];

    /// <summary>Its text; empty: none that can be shown.</summary>
    [Parameter]
    public string Text { get; set; } = "";

    /// <summary>The reader may write entries.</summary>
    [Parameter]
    public bool MayKeep { get; set; }

    /// <summary>The reader may review entries, if not this one.</summary>
    [Parameter]
    public bool MayReview { get; set; }

    /// <summary>Kind chosen for a new entry; null: that of the entry.</summary>
    [Parameter]
    public EntryKind? NewKind { get; set; }

    /// <summary>Why the last act was refused.</summary>
    [Parameter]
    public ImmutableArray<Finding> Refusals { get; set; } = [];

    /// <summary>Last act; empty: none.</summary>
    [Parameter]
    public string Done { get; set; } = "";

    /// <summary>The reader wants to change what is public, withheld or withdrawn.</summary>
    [Parameter]
    public bool Writes { get; set; }

    private Words W => Frame.Words;

    private DeskWords D => Call.D;

    private CatalogEntry Shown => View.Entry is { } entry && View.State != DraftState.None ? entry : View.Present ?? View.Entry ?? new CatalogEntry(
        View.Id, NewKind ?? EntryKind.Document, "", ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), new Disclosure(DisclosureAttribute.Unset), Validity.InForce, [], null, []);

    private EntryKind Kind => View.Round == 0 && NewKind is { } chosen ? chosen : Shown.Kind;

    private bool Editing => MayKeep && (View.State is DraftState.Writing or DraftState.Returned || (View.State == DraftState.None && View.Present is null)
        || (Writes && View.State is DraftState.Published or DraftState.Withheld or DraftState.Withdrawn or DraftState.None));

    private bool Withdrawing => View.State == DraftState.Withdrawing;

    private string Title => Shown.Title.Length > 0 ? Shown.Title : D.NewEntry;

    private string Here => $"/desk/entries/{Unit.Id}/entry?entry={Uri.EscapeDataString(View.Id.Value)}";

    private string SaveAddress => $"/desk/entries/{Unit.Id}/save";

    private string ActAddress => $"/desk/entries/{Unit.Id}/act";

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(D.Entries, $"/desk/entries/{Unit.Id}"), new(Shown.Title.Length > 0 ? Shown.Title : View.Id.Value, null, "zh-CN")];

    // The step that an act did, or those that a hand-in begins.
    private string Steps(DraftActView act)
    {
        var steps = act.Step.Length > 0 ? [act.Step] : act.Kind == "draft-handed-in" ? act.Text.Split('、', StringSplitOptions.RemoveEmptyEntries) : [];
        return steps.Length == 0 ? "" : " · " + string.Join(D.Comma, steps.Select(D.EntryStepName));
    }

    // what is reviewed is shown as it is stored, punctuation too
    private static MarkupString Verbatim(string text) => new(Desk.Verbatim.Written(text));

    private static readonly string[] FirstPlaces = ["title", "disclosure"];

    private IEnumerable<string> Places => FirstPlaces.Concat(KindFields.Of(Shown.Kind).Select(f => f.Id)).Append("links").Append("body").Append("attachments");

    private ImmutableArray<Finding> Elsewhere => [.. Findings.Where(f => !Places.Contains(f.Where) && f.Where is not ("reason" or "reasonBasis" or "validitySince" or EntryFields.ReviewOn))];

    private ImmutableArray<Finding> At(string place) => [.. Findings.Where(f => f.Where == place)];

    private string FileAddress(Attachment file) => $"/desk/entries/{Unit.Id}/file?entry={Uri.EscapeDataString(View.Id.Value)}&hash={file.Hash}";

    private static string AnchorOf(string place) => EntryFields.Find(place) is null ? place : "f-" + place;

    private static IEnumerable<(string Place, string There, string Here)> Differences(CatalogEntry there, CatalogEntry here)
    {
        if (there.Title != here.Title)
            yield return ("title", there.Title, here.Title);
        if (there.Disclosure.Attribute != here.Disclosure.Attribute)
            yield return ("disclosure", there.Disclosure.Attribute.Zh(), here.Disclosure.Attribute.Zh());
        if (there.Validity.State != here.Validity.State)
            yield return ("validity", there.Validity.State.Zh(), here.Validity.State.Zh());
        foreach (var field in there.Fields.Keys.Union(here.Fields.Keys).Where(f => there[f] != here[f]).Order(StringComparer.Ordinal))
            yield return (field, there[field], here[field]);
    }
}
