using System.Collections.Immutable;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Home;

/// <summary>工作台: what somebody has to do today, for every role from one place.</summary>
public sealed partial class DeskPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>Who asks.</summary>
    [Parameter, EditorRequired]
    public DeskCall Call { get; set; } = null!;

    /// <summary>Open periods, newest first.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<DeskPeriod> Periods { get; set; } = [];

    /// <summary>Name of the reader's unit; empty when the tree of today does not hold it.</summary>
    [Parameter]
    public string UnitName { get; set; } = "";

    /// <summary>Colleagues who ask the reader to stand in today.</summary>
    [Parameter]
    public ImmutableArray<string> Offered { get; set; } = [];

    /// <summary>Work plans of this year; null: nothing to tell.</summary>
    [Parameter]
    public DeskPlans? Plans { get; set; }

    /// <summary>The catalog of the reader's unit; null: nothing to tell.</summary>
    [Parameter]
    public DeskCatalog? Catalog { get; set; }

    /// <summary>Last act; empty: none.</summary>
    [Parameter]
    public string Done { get; set; } = "";

    private Words W => Frame.Words;

    private DeskWords D => Call.D;
}
