using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Pages;

/// <summary>A bar beside a number that says the same; the number is what is read out.</summary>
public sealed partial class Bar : ComponentBase
{
    /// <summary>Filled part, 0 to 100.</summary>
    [Parameter, EditorRequired]
    public double Percent { get; set; }

    /// <summary>Which figure it follows when the page is updated.</summary>
    [Parameter]
    public string Kind { get; set; } = "rate";

    private string Width => Math.Clamp(Percent, 0, 100).ToString("0.##", CultureInfo.InvariantCulture);
}
