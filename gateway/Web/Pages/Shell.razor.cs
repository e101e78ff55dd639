using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Pages;

/// <summary>A step of the path that leads to a page.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Href">Where it leads; null for the page itself.</param>
/// <param name="Lang">Language of the text; null when it is the page's.</param>
public sealed record TrailStep(string Text, string? Href, string? Lang = null);

/// <summary>What all pages have around them: head, language switch, path, foot.</summary>
public sealed partial class Shell : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>Title of the page.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The path, from the nation down.</summary>
    [Parameter]
    public IReadOnlyList<TrailStep> Trail { get; set; } = [];

    /// <summary>Modules the page loads.</summary>
    [Parameter]
    public IReadOnlyList<string> Modules { get; set; } = [];

    /// <summary>The page.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private Words W => Frame.Words;
}
