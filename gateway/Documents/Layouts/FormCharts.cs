using System.Collections.Immutable;
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

    /// <summary>What <see cref="ReceivedCells"/> add up to.</summary>
    public static Printed Received { get; } = new("本年新收政府信息公开申请(件)", "Applications received (items)");

    /// <summary>Applications received in the year; empty when the form does not count them.</summary>
    public static ImmutableArray<int> ReceivedCells(ReportForm form) => form.Find("t3.new.total") is { } cell ? [cell.Index] : [];

    /// <summary>What <see cref="DecisionCells"/> add up to.</summary>
    public static Printed Decisions { get; } = new("主动公开:行政许可、处罚、强制决定(件)", "Proactive disclosure: licences, penalties, coercive measures (items)");

    /// <summary>Decisions made public without being asked, which the forms of every year count alike; empty when the form does not.</summary>
    public static ImmutableArray<int> DecisionCells(ReportForm form) =>
        [.. form.Cells.Where(c => c.Table == "t2" && c.Id.EndsWith(".decisions", StringComparison.Ordinal)).Select(c => c.Index)];

    private static FormBlock? Applications(ReportForm form) =>
        form.Find("t3.handled_total.total") is null ? null : form.Tables.Single(t => t.Id == "t3").Blocks.Single();

    // without its number, (三) or (3), and what stands in brackets behind it
    private static Printed Short(FormText text) => new(text.Zh[3..].Split('(')[0], text.En[4..].Split(" (")[0]);
}
