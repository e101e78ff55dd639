using System.Collections.Immutable;
using Federation.Web.Desk.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Superior;

/// <summary>What became of an act on many units: how many were done, and why the others were not.</summary>
public sealed partial class OutcomeList : ComponentBase
{
    /// <summary>One for each unit chosen.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<Outcome> Outcomes { get; set; } = [];

    /// <summary>Who acted.</summary>
    [Parameter, EditorRequired]
    public DeskCall Call { get; set; } = null!;

    private DeskWords D => Call.D;
}
