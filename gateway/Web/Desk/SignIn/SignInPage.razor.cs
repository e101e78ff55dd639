using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.SignIn;

/// <summary>登录: takes an access token.</summary>
public sealed partial class SignInPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>Where to go afterwards.</summary>
    [Parameter, EditorRequired]
    public string To { get; set; } = "";

    /// <summary>The token given was none.</summary>
    [Parameter]
    public bool Refused { get; set; }

    /// <summary>Somebody has just signed out.</summary>
    [Parameter]
    public bool Ended { get; set; }

    /// <summary>Against forged forms.</summary>
    [Parameter, EditorRequired]
    public string FormToken { get; set; } = "";

    private DeskWords D => DeskWords.Of(Frame.Words);
}
