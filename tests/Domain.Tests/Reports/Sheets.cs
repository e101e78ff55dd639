using System.Collections.Immutable;
using Federation.Domain.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports;

/// <summary>Figures of the form of 2021 for tests.</summary>
internal static class Sheets
{
    public static ReportForm Form => Form2021.Form;

    public static Figures Nil { get; } = Figures.NilReport(Form);

    /// <summary>Every cell to be filled in is nil; sums are left to the form.</summary>
    public static Figures Open { get; } = new(Form, [.. Form.Cells.Select(c => c.Derived ? default : CellValue.Nil)]);

    /// <summary>Nothing was entered.</summary>
    public static Figures Blank { get; } = new(Form, [.. new CellValue[Form.Cells.Length]]);

    public static IReadOnlyList<string> InputCells { get; } = [.. Form.Cells.Where(c => !c.Derived).Select(c => c.Id)];

    public static IReadOnlyList<string> Applicants { get; } = ["natural", "enterprise", "research", "welfare", "legal", "other"];

    /// <summary>The 21 outcomes of table three, in print order.</summary>
    public static IReadOnlyList<string> Outcomes { get; } =
        [.. Form["t3.handled_total.natural"].Terms.Select(t => Form.Cells[t].Id.Split('.')[1])];

    public static Figures With(this Figures figures, string cell, CellValue value) =>
        new(figures.Form, ImmutableArray.Create(figures.Cells.ToArray()).SetItem(figures.Form[cell].Index, value));

    public static Figures With(this Figures figures, string cell, long value) => figures.With(cell, CellValue.Of(value));

    public static Figures Plus(this Figures figures, string cell, long more) => figures.With(cell, figures[cell] + more);

    /// <summary>Applications of one kind of applicant that came and were handled: keeps every balance.</summary>
    public static Figures WithApplications(this Figures figures, long count, string outcome = "granted", string applicant = "natural", string came = "new") =>
        figures.Plus($"t3.{came}.{applicant}", count).Plus($"t3.{outcome}.{applicant}", count);

    private static string[] Loose { get; } = [.. InputCells.Where(c => !c.StartsWith("t3.", StringComparison.Ordinal))];

    private static string[] WaysOut { get; } = [.. Outcomes.Where(o => o != "other_fee_unpaid"), "carried_out"];

    private static Gen<(string Applicant, string Came, string Outcome, int Count)> Groups { get; } =
        from applicant in Gen.Elements(Applicants.ToArray())
        from came in Gen.Elements("new", "carried_in")
        from outcome in Gen.Elements(WaysOut)
        from count in Gen.Choose(1, 5_000)
        select (applicant, came, outcome, count);

    /// <summary>
    /// Figures that break no rule and earn no warning at a city: groups of applications, each with an applicant, a way in and a way out;
    /// decisions, amounts and rulings as they come. Sums are left to the form.
    /// </summary>
    public static Gen<Figures> Lawful { get; } =
        from groups in Groups.ListOf()
        from others in Gen.Choose(0, 3_000_000).ArrayOf(Loose.Length)
        select Fill([.. groups], others);

    private static Figures Fill(IReadOnlyList<(string Applicant, string Came, string Outcome, int Count)> groups, int[] others)
    {
        var figures = groups.Aggregate(Open, (f, g) => f.WithApplications(g.Count, g.Outcome, g.Applicant, g.Came));
        return Loose.Zip(others).Aggregate(figures, (f, cell) => f.With(cell.First, cell.Second));
    }
}
