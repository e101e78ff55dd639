using System.Collections.Immutable;
using Federation.Contracts.Authority;
using Federation.Domain.Authority;
using Federation.Domain.Findings;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.StandIns;

/// <summary>代行授权: what the reader lent to others, and what was lent to the reader.</summary>
public sealed partial class StandInPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>Who asks.</summary>
    [Parameter, EditorRequired]
    public DeskCall Call { get; set; } = null!;

    /// <summary>Delegations of the unit.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<DelegationView> All { get; set; } = [];

    /// <summary>Beijing date.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>Why an act was refused.</summary>
    [Parameter]
    public ImmutableArray<Finding> Refusals { get; set; } = [];

    /// <summary>Last act; empty: none.</summary>
    [Parameter]
    public string Done { get; set; } = "";

    private DeskWords D => Call.D;

    private bool StandsIn => Call.By.StandsInFor.Length > 0;

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(D.StandIns, null)];

    // the newest first; what is over long since tells nothing
    private List<DelegationView> Lent => [.. All.Where(d => d.From == Call.Own.Person && d.LastDay >= Today.AddDays(-90)).OrderByDescending(d => d.Number)];

    private List<DelegationView> Borrowed => [.. All.Where(d => d.To == Call.Own.Person && d.LastDay >= Today).OrderBy(d => d.FirstDay)];

    private List<Role> Lendable => [.. Call.Own.Roles.Where(r => Permissions.ReachOf(r, Permission.Delegate) != Reach.None)];

    private string RolesOf(DelegationView lent) => string.Join(D.Comma, lent.Roles.Select(D.RoleName));
}
