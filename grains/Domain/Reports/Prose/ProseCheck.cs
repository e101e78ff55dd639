using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports.Prose;

/// <summary>Reads the prose of a report against its tables, last year's and itself. Runs to the end and reports everything; all are warnings.</summary>
/// <remarks>
/// Only clauses of which every word is understood are held against a table, and only when no admissible reading fits: what is not complained of
/// is not thereby right.
/// </remarks>
public static class ProseCheck
{
    /// <summary>Checks the prose of a filing.</summary>
    /// <param name="content">Figures, computed or not, and prose.</param>
    /// <param name="context">Year, last year's figures, name of the unit, local limits.</param>
    /// <returns>
    /// Findings in order of section and place. <see cref="Finding.Where"/> is <c>s1@12-27</c>: section id, first character, character after the
    /// last, counted in UTF-16 units of the section's text.
    /// </returns>
    public static ImmutableArray<Finding> Check(ReportContent content, ProseContext context)
    {
        if (content.Texts.IsEmpty)
            return [];
        var figures = Summed(content.Figures);
        var before = context with { LastYear = context.LastYear is null ? null : Summed(context.LastYear) };
        List<ProseText> texts = [.. content.Texts.Select(t => new ProseText(t.Key, t.Value))];
        return [.. texts.SelectMany(t => Check(t, figures, before)).Concat(FeeCheck.Check(texts, figures)).OrderBy(Section, StringComparer.Ordinal).ThenBy(Place).ThenBy(f => f.Code, StringComparer.Ordinal)];
    }

    private static IEnumerable<Finding> Check(ProseText text, Figures figures, ProseContext context)
    {
        var reader = new ClaimReader(text, figures.Form, context);
        var claims = reader.Read();
        return
        [
            .. claims.Values.Select(c => c.Judge(text, figures)).OfType<Finding>(),
            .. new GrowthCheck(text, claims, reader, figures, context).Check(),
            .. new PartsCheck(text).Check(),
            .. Shares.Check(text, figures),
            .. GapCheck.Check(text, reader, context),
            .. FormatCheck.Check(text, figures.Form, context),
        ];
    }

    // Figures beyond belief are refused by AR-010 and AR-015; here they only must not overflow.
    private static Figures Summed(Figures figures)
    {
        foreach (var cell in figures.Cells)
        {
            if (cell.Value is < 0 or > FigureCheck.Largest)
                return figures;
        }
        return figures.WithSums();
    }

    private static string Section(Finding finding) => finding.Where[..finding.Where.IndexOf('@', StringComparison.Ordinal)];

    private static int Place(Finding finding)
    {
        var at = finding.Where.IndexOf('@', StringComparison.Ordinal) + 1;
        return int.Parse(finding.Where.AsSpan(at, finding.Where.IndexOf('-', at) - at), System.Globalization.CultureInfo.InvariantCulture);
    }
}
