using System.Collections.Immutable;
using Federation.Domain.Reports;

namespace Federation.Documents.Layouts;

/// <summary>Words of a form as printed, and what they mean in English.</summary>
/// <param name="Zh">As printed.</param>
/// <param name="En">For readers of English.</param>
public sealed record Printed(string Zh, string En)
{
    /// <summary>Words of the form.</summary>
    public static Printed From(FormText text) => new(text.Zh, text.En);
}

/// <summary>What a heading cell heads.</summary>
public enum HeadingScope
{
    /// <summary>Nothing: a note in the corner of a table.</summary>
    None,

    /// <summary>A column.</summary>
    Col,

    /// <summary>Several columns.</summary>
    ColGroup,

    /// <summary>A row.</summary>
    Row,

    /// <summary>Several rows.</summary>
    RowGroup,
}

/// <summary>A heading cell, merged over columns and rows as the form prints it.</summary>
/// <param name="Id">Unique within the form; figures name it in their <c>headers</c>.</param>
/// <param name="Text">What it says.</param>
/// <param name="Scope">What it heads.</param>
/// <param name="Columns">Columns it covers.</param>
/// <param name="Rows">Rows it covers.</param>
public sealed record Heading(string Id, Printed Text, HeadingScope Scope, int Columns = 1, int Rows = 1);

/// <summary>Place of one figure.</summary>
/// <param name="Cell">Id of the form's cell.</param>
/// <param name="Headers">Ids of all headings over and beside it, outermost first.</param>
/// <param name="Columns">Columns it covers.</param>
public sealed record FigurePlace(string Cell, ImmutableArray<string> Headers, int Columns = 1);

/// <summary>A row as printed: headings, then figures.</summary>
/// <param name="Headings">Headings that begin in this row.</param>
/// <param name="Figures">Figures after them.</param>
/// <param name="Strong">A sum or one of the four main items.</param>
public sealed record LayoutRow(ImmutableArray<Heading> Headings, ImmutableArray<FigurePlace> Figures, bool Strong = false);

/// <summary>How a table of a form is printed.</summary>
/// <param name="Table">Id of the form's table, for example <c>t3</c>.</param>
/// <param name="Section">Section of the report, for example 三.</param>
/// <param name="Title">Title of the section.</param>
/// <param name="Columns">Width in columns, headings included.</param>
/// <param name="Head">Rows of the head.</param>
/// <param name="Body">Groups of rows, each with the headings that stand within it.</param>
public sealed record TableLayout(
    string Table, string Section, Printed Title, int Columns, ImmutableArray<LayoutRow> Head, ImmutableArray<ImmutableArray<LayoutRow>> Body)
{
    /// <summary>True when some of its figures are amounts in 万元.</summary>
    public bool HasAmounts { get; init; }

    /// <summary>Every figure in print order.</summary>
    public IEnumerable<FigurePlace> Figures => Body.SelectMany(group => group).SelectMany(row => row.Figures);

    /// <summary>Every heading in print order.</summary>
    public IEnumerable<Heading> Headings => Head.Concat(Body.SelectMany(group => group)).SelectMany(row => row.Headings);
}
