using System.Collections.Immutable;
using Federation.Documents;
using Federation.Domain.Reports;
using Federation.Web.Reports.Sheets;
using Federation.Web.Text;

namespace Federation.Web.Reports.Filed;

/// <summary>A report in full, with prose, tables, charts, corrections and its seal, as a document.</summary>
internal static class FiledSheet
{
    /// <summary>The document as it leaves in a file.</summary>
    public static Sheet Of(ReportDocument report, ImmutableArray<TrendLine> trends)
    {
        string Print(string cell)
        {
            var known = report.Form[cell];
            var value = report.Content.Figures[known.Index];
            return value.State switch
            {
                CellState.Missing => "",
                CellState.NotApplicable or CellState.NotDue => "/",
                _ => Numbers.Printed(known, value.Value),
            };
        }

        return new Sheet(report.Title, ReportWords.Status(report), report.Form, Print, cell => Counted(report.Content.Figures, report.Form[cell]))
        {
            Facts =
            [
                new(ReportWords.Unit, report.UnitName), new(ReportWords.Code, report.Unit.Value), new(ReportWords.Span, ReportWords.SpanOf(report.Period)),
            ],
            Texts = report.Content.Texts,
            Trends = trends,
            Corrections = report.Status.Corrections,
            Provenance = [ReportWords.Basis(report.Form.Basis), .. ReportWords.SealOf(report.Status)],
        };
    }

    // A sum that was never filed is drawn from the parts that were.
    private static long Counted(Figures figures, FormCell cell) =>
        figures[cell.Index].State == CellState.Missing && cell.Derived ? cell.Terms.Sum(term => Counted(figures, figures.Form.Cells[term])) : figures[cell.Index].Value;

    /// <summary>The document as a page: with what is known beside the file, and ways to versions and formats.</summary>
    /// <param name="model">The version shown.</param>
    /// <param name="mayReadAll">The reader may read versions that are not published.</param>
    /// <param name="trends">Five years.</param>
    public static Sheet Of(FiledModel model, bool mayReadAll, ImmutableArray<TrendLine> trends)
    {
        var sheet = Of(model.ToDocument(), trends);
        return sheet with
        {
            Cautions = !model.IsCurrent ? [ReportWords.OldVersion, .. model.Filing.Version == model.History.NewestPublished ? [ReportWords.NewestPublished] : ImmutableArray<string>.Empty] : model.Published is null ? [ReportWords.NotYetPublished] : [],
            Provenance =
            [
                .. sheet.Provenance, ReportWords.Author(model.Filing.Author),
                .. model.History.Now.Publications.Where(p => p.Version == model.Filing.Version).Select(p => ReportWords.PublishedAt(p.Where, p.On)),
            ],
            Links = SheetLinks.Of(model.Place, model.Scope, model.History, model.Filing.Version, wholeSealed: model.Scope == ReportScope.Whole, mayReadAll),
        };
    }
}
