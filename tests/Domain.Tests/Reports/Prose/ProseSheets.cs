using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Domain.Reports.Prose;

namespace Federation.Domain.Tests.Reports.Prose;

/// <summary>A city's figures for sentences: 110 new (100 natural persons, 10 enterprises), 10 carried in, 116 handled, 4 carried out.</summary>
internal static class ProseSheets
{
    public static Figures City { get; } = Sheets.Open
        .WithApplications(60).WithApplications(20, "partial").WithApplications(8, "deny_secret").WithApplications(6, "deny_query").WithApplications(2, "cannot_not_held")
        .WithApplications(4, "carried_out").WithApplications(10, "refuse_repeat", "enterprise").WithApplications(7, "other_other", came: "carried_in").WithApplications(3, "other_no_correction", came: "carried_in")
        .With("t2.rules.issued", 2).With("t2.rules.valid", 11).With("t2.normative.issued", 50).With("t2.normative.repealed", 227).With("t2.normative.valid", 420)
        .With("t2.licence.decisions", 1_573_179).With("t2.penalty.decisions", 2_676).With("t2.coercion.decisions", 29).With("t2.fees.amount", 14_722_490_000)
        .With("t4.review.upheld", 5).With("t4.review.corrected", 2).With("t4.suit_direct.upheld", 3).With("t4.suit_after_review.pending", 4)
        .WithSums();

    /// <summary>The year before: 100 new, 5 carried in.</summary>
    public static Figures LastYear { get; } = Sheets.Open.WithApplications(95).WithApplications(5, came: "carried_in").WithApplications(5, "carried_out").WithSums();

    public static ProseContext Context { get; } = new(2024, LastYear, "宿江市人民政府");

    /// <summary>Findings as <c>code quoted text</c>, in order of place; the same whether commas and brackets are full-width or not.</summary>
    public static IReadOnlyList<string> Found(string text, Figures? figures = null, ProseContext? context = null, string section = "s1")
    {
        var found = Spans(text, figures, context, section);
        Assert.Equal(found, Spans(FullWidth(text), figures, context, section));
        return [.. found.Select(f => $"{f.Code} {text[f.Start..f.End]}")];
    }

    /// <summary>All findings of a text.</summary>
    public static IEnumerable<Finding> Check(string text) => ProseCheck.Check(new ReportContent(City, [KeyValuePair.Create("s1", text)], []), Context);

    private static List<(string Code, int Start, int End)> Spans(string text, Figures? figures, ProseContext? context, string section) =>
        [.. ProseCheck.Check(new ReportContent(figures ?? City, [KeyValuePair.Create(section, text)], []), context ?? Context).Select(f => Span(f, section))];

    private static (string Code, int Start, int End) Span(Finding finding, string section)
    {
        Assert.StartsWith(section + "@", finding.Where, StringComparison.Ordinal);
        var ends = finding.Where[(section.Length + 1)..].Split('-').Select(int.Parse).ToArray();
        return (finding.Code, ends[0], ends[1]);
    }

    // as an official text is set; a comma inside a number stays
    private static string FullWidth(string text) => string.Concat(text.Select((c, i) => c switch
    {
        ',' when i > 0 && char.IsAsciiDigit(text[i - 1]) => c,
        ',' => '\uFF0C',
        ':' => '\uFF1A',
        ';' => '\uFF1B',
        '(' => '\uFF08',
        ')' => '\uFF09',
        _ => c,
    }));
}
