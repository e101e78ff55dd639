using System.Collections.Immutable;
using Federation.Web.Desk.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Reading;

/// <summary>Cells that differ, before and after.</summary>
public sealed partial class ChangeList : ComponentBase
{
    /// <summary>Title; empty: none.</summary>
    [Parameter]
    public string Title { get; set; } = "";

    /// <summary>What differs.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<Change> Changes { get; set; } = [];

    /// <summary>The report.</summary>
    [Parameter, EditorRequired]
    public OpenReport Report { get; set; } = null!;

    /// <summary>What it is compared with.</summary>
    [Parameter, EditorRequired]
    public string Before { get; set; } = "";

    private DeskWords D => Report.Call.D;
}
