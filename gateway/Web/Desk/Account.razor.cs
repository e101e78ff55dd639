using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk;

/// <summary>Who is signed in, at the head of every page.</summary>
public sealed partial class Account : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    private DeskWords D => DeskWords.Of(Frame.Words);
}
