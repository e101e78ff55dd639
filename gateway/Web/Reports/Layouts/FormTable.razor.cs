using Federation.Documents.Layouts;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Layouts;

/// <summary>A table of a form in its printed layout. Every figure names all headings that apply to it, for readers that cannot see.</summary>
public sealed partial class FormTable : ComponentBase
{
    /// <summary>The layout.</summary>
    [Parameter, EditorRequired]
    public TableLayout Layout { get; set; } = null!;

    /// <summary>What a cell shows.</summary>
    [Parameter, EditorRequired]
    public Func<string, string> Value { get; set; } = null!;

    /// <summary>Where a cell leads; null when it leads nowhere.</summary>
    [Parameter]
    public Func<string, string>? Link { get; set; }

    /// <summary>Headings in English instead of as printed.</summary>
    [Parameter]
    public bool English { get; set; }

    /// <summary>Caption.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    /// <summary>True when each figure can be linked to as <c>c-</c> and its cell id.</summary>
    [Parameter]
    public bool Named { get; set; }

    /// <summary>Class of a figure; null for none.</summary>
    [Parameter]
    public Func<string, string?>? ClassOf { get; set; }

    private string Say(Printed text) => English ? text.En : text.Zh;

    private static string? Span(int cells) => cells == 1 ? null : cells.ToString(CultureInfo.InvariantCulture);

    private static string Scope(Heading heading) => heading.Scope switch
    {
        HeadingScope.Col => "col",
        HeadingScope.ColGroup => "colgroup",
        HeadingScope.Row => "row",
        _ => "rowgroup",
    };
}
