using Federation.Domain.Reports;

namespace Federation.Documents.Layouts;

/// <summary>What charts show of table three, in the form's own words; nothing for a form that does not count applications by applicant and outcome.</summary>
public static class FormCharts
{
    /// <summary>Kinds of applicant in print order, the total left out.</summary>
    public static IEnumerable<(string Id, Printed Text)> ApplicantKinds(ReportForm form) =>
        Applications(form)?.Columns.Where(c => !form[$"t3.new.{c.Id}"].Derived).Select(c => (c.Id, Printed.From(c.Path[^1]))) ?? [];

    /// <summary>Outcomes: those of their own and the groups, each with the rows it adds.</summary>
    public static IEnumerable<(Printed Text, IEnumerable<string> Rows)> OutcomeGroups(ReportForm form) =>
        Applications(form)?.Rows.Where(r => r.Path.Length > 1 && r.Id != "handled_total").GroupBy(r => r.Path[1], r => r.Id).Select(g => (Short(g.Key), g.AsEnumerable())) ?? [];

    private static FormBlock? Applications(ReportForm form) =>
        form.Find("t3.handled_total.total") is null ? null : form.Tables.Single(t => t.Id == "t3").Blocks.Single();

    // without its number, (三) or (3), and what stands in brackets behind it
    private static Printed Short(FormText text) => new(text.Zh[3..].Split('(')[0], text.En[4..].Split(" (")[0]);
}
