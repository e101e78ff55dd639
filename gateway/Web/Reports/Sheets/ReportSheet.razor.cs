using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Sheets;

/// <summary>The document: sections as the form prints them, charts, corrections, provenance. Needs no script and nothing beside it.</summary>
public sealed partial class ReportSheet : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public Sheet Model { get; set; } = null!;
}
