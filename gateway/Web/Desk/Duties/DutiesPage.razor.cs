using Federation.Contracts.Obligations;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Duties;

/// <summary>责任清单: a unit's duties of a year with their lights, what was given for each, and what a reader may do.</summary>
public sealed partial class DutiesPage : ComponentBase
{
    private static readonly string[] Scripts = ["picks.js"];
    private static readonly string[] WorstFirst = ["late", "due_soon", "open", "waived", "claimed", "not_due", "done"];

    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>Who asks.</summary>
    [Parameter, EditorRequired]
    public DeskCall Call { get; set; } = null!;

    /// <summary>Name of the unit.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>The duties.</summary>
    [Parameter, EditorRequired]
    public DutyBookView Book { get; set; } = null!;

    /// <summary>The reader may accept, object and give evidence.</summary>
    [Parameter]
    public bool MayWork { get; set; }

    /// <summary>The reader may review evidence and close.</summary>
    [Parameter]
    public bool MayReview { get; set; }

    private DeskWords D => Call.D;

    private string Here => $"/desk/duties/{Book.Unit}/{Book.Year}";

    private string Title => D.DutiesOf(Name, Book.Year);

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(D.Duties, null)];

    private IEnumerable<DutyView> Ordered => Book.Duties.OrderBy(d => Array.IndexOf(WorstFirst, d.Light)).ThenBy(d => d.Due ?? DateOnly.MaxValue).ThenBy(d => d.Duty.Id);

    private int CountOf(string light) => Book.Duties.Count(d => d.Light == light);

    private string IdOf(DutyView duty) => $"duty-{Book.Duties.IndexOf(duty)}";

    private string Anchor(DutyView duty) => $"{Here}#{IdOf(duty)}";
}
