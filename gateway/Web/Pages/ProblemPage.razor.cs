using System.Collections.Immutable;
using Federation.Domain.Findings;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Pages;

/// <summary>Says why there is nothing to show: not there, not open, or out of reach for now.</summary>
public sealed partial class ProblemPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>The trouble in a few words.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The trouble in a sentence.</summary>
    [Parameter, EditorRequired]
    public string Lead { get; set; } = "";

    /// <summary>What speaks against the address asked for.</summary>
    [Parameter]
    public ImmutableArray<Finding> Findings { get; set; } = [];

    /// <summary>Offers the sign-in, after which this address is tried again.</summary>
    [Parameter]
    public bool SignIn { get; set; }
}
