using Federation.Domain.Reports;

namespace Federation.Documents.Layouts;

/// <summary>What charts show of table three of the form of 2021, in the form's own words.</summary>
public static class Layout2021
{
    private static FormBlock Applications { get; } = Form2021.Form.Tables.Single(t => t.Id == "t3").Blocks.Single();

    /// <summary>Kinds of applicant in print order, the total left out.</summary>
    public static IEnumerable<(string Id, Printed Text)> ApplicantKinds => Applications.Columns.Where(c => c.Id != "total").Select(c => (c.Id, Printed.From(c.Path[^1])));

    /// <summary>Outcomes as charts show them: the two of their own and the four groups, each with the rows it adds.</summary>
    public static IEnumerable<(Printed Text, IEnumerable<string> Rows)> OutcomeGroups =>
        Applications.Rows.Where(r => r.Path.Length > 1 && r.Id != "handled_total").GroupBy(r => r.Path[1], r => r.Id).Select(g => (Short(g.Key), g.AsEnumerable()));

    // without its number, (三) or (3), and what stands in brackets behind it
    private static Printed Short(FormText text) => new(text.Zh[3..].Split('(')[0], text.En[4..].Split(" (")[0]);
}
