using System.Collections.Immutable;
using Federation.Documents;
using Federation.Documents.Layouts;
using Federation.Domain.Reports;

namespace Federation.Web.Reports.Sheets;

/// <summary>A line under the title: what the document is about.</summary>
/// <param name="Name">For example 单位.</param>
/// <param name="Text">For example 重庆市铜梁区.</param>
public sealed record SheetFact(string Name, string Text);

/// <summary>A way from the document to another page; on a screen only.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Current">True for what is shown.</param>
public sealed record SheetLink(string Text, string Href, bool Current = false);

/// <summary>
/// 政府信息公开工作年度报告 as one document to read, to print and to keep. One layout for two sources: a report that was sealed, and a total as
/// it stands.
/// </summary>
/// <param name="Title">Title as printed.</param>
/// <param name="Subtitle">What kind of document it is.</param>
/// <param name="Form">Form.</param>
/// <param name="Print">What a cell shows.</param>
/// <param name="Count">Value of a cell, for charts.</param>
public sealed record Sheet(string Title, string Subtitle, ReportForm Form, Func<string, string> Print, Func<string, long> Count)
{
    /// <summary>What it is about.</summary>
    public ImmutableArray<SheetFact> Facts { get; init; } = [];

    /// <summary>What a reader must know before the figures.</summary>
    public ImmutableArray<string> Cautions { get; init; } = [];

    /// <summary>Prose by section; null when the document is tables alone.</summary>
    public ImmutableSortedDictionary<string, string>? Texts { get; init; }

    /// <summary>False when there is nothing to draw.</summary>
    public bool Charts { get; init; } = true;

    /// <summary>Lines over years.</summary>
    public ImmutableArray<TrendLine> Trends { get; init; } = [];

    /// <summary>更正: notes of later versions, oldest first.</summary>
    public ImmutableArray<CorrectionNote> Corrections { get; init; } = [];

    /// <summary>Where it comes from, printed at the foot.</summary>
    public ImmutableArray<string> Provenance { get; init; } = [];

    /// <summary>Groups of links over the document; none in a file.</summary>
    public ImmutableArray<ImmutableArray<SheetLink>> Links { get; init; } = [];

    /// <summary>Sections in print order; those of prose only when there is prose.</summary>
    public IEnumerable<FormSection> Sections => Form.Sections.Where(s => s.Table is not null || Texts is not null);

    /// <summary>What became of applications.</summary>
    public IReadOnlyList<ChartItem> Outcomes => !Charts ? [] :
        [.. FormCharts.OutcomeGroups(Form).Select(g => new ChartItem(g.Text.Zh, g.Rows.Sum(row => Count($"t3.{row}.total"))))];

    /// <summary>Who applied.</summary>
    public IReadOnlyList<ChartItem> Applicants => !Charts ? [] :
        [.. FormCharts.ApplicantKinds(Form).Select(a => new ChartItem(a.Text.Zh, Count($"t3.new.{a.Id}")))];

    /// <summary>Paragraphs of a section; none when it is empty.</summary>
    public IReadOnlyList<string> Paragraphs(string section) =>
        (Texts?.GetValueOrDefault(section) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Layout of a table.</summary>
    public TableLayout LayoutOf(string table) => FormLayouts.Of(Form).Single(l => l.Table == table);
}
