using Federation.Domain.Time;
using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Time;

/// <summary>推算说明: how a day was counted, day by day; made to be printed for a hearing.</summary>
public sealed partial class CountPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public CountModel Model { get; set; } = null!;

    private Words W => Frame.Words;

    private string Reason(CalendarDay day) => W.IsEnglish ? day.TextEn : day.Text;
}
