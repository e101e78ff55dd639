using System.Collections.Immutable;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports.Generators;

/// <summary>A change of a lawful filing after which exactly one rule refuses it.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Break">Makes a lawful filing break it.</param>
/// <param name="Beside">Another rule that is found with it of necessity; null for none.</param>
/// <param name="FormId">Form of the filings; the annual one of 2021 has no place for every rule.</param>
public sealed record RuleBreaker(Rule Rule, Func<Handed, Gen<Handed>> Break, Rule? Beside = null, string FormId = "annual-2021");

/// <summary>One breaker for every error rule on the content of a filing. Made from the form, so that they suit any of the family.</summary>
public static class RuleBreakers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleBreaker> All { get; } =
    [
        new(ReportRules.ColumnBalance, Unbalance),
        new(ReportRules.WrongSum, f => from cell in Pick(f, c => c.Derived) from more in Gen.Choose(1, 9) select f.With(Plus(f.Figures.WithSums(), cell, more))),
        new(ReportRules.Negative, f => from cell in Pick(f, _ => true) from less in Gen.Choose(1, 9_999) select f.With(Set(f.Figures, cell, CellValue.Of(-less)))),
        new(ReportRules.CellMissing, f => from cell in Pick(f, c => !c.Derived) select f.With(Set(f.Figures, cell, default))),
        new(ReportRules.UnknownCell, f => from id in Gen.Elements("", "t3.new", "t3.new.nobody", "T3.NEW.NATURAL", "t9.a.b") select WithCount(f, id, 1)),
        new(ReportRules.WrongKind, f => from cell in Pick(f, _ => true) select Misplaced(f, cell)),
        new(ReportRules.BadAmount, f => from cell in Pick(f, c => c.Kind == CellKind.Amount) from text in Gen.Elements("", "1.2345678", "1e3", "1,5", "三", "0x1", "99999999999999999999") select WithAmount(f, cell.Id, text)),
        new(ReportRules.TooLarge, f => from cell in Pick(f, c => !c.Derived) from value in Gen.Elements(FigureCheck.Largest + 1, FigureCheck.Largest * 900_000) select f.With(Set(f.Figures, cell, CellValue.Of(value)))),
        new(ReportRules.CellTwice, f => from cell in Pick(f, c => c.Kind == CellKind.Count) select Twice(f, cell)),
        new(ReportRules.DispositionIncomplete, f => from cell in Pick(f, _ => true) from blank in Gen.Elements("", " ", "\n") select Say(f, new Disposition("AR-020", cell.Id, blank, "", null, "li@500151"))),
        new(ReportRules.NotExplainable, f => from broken in Unbalance(f) select Explained(broken), Beside: ReportRules.ColumnBalance), // there is nothing to explain without an error
        new(ReportRules.UnknownRule, f => from code in Gen.Elements("AR-999", "", "ar-021", "XX-001") select Say(f, new Disposition(code, "", "无碍", "", null, "li@500151"))),
        new(ReportRules.RegisterDiffers, f => from cell in Pick(f, c => c.Kind == CellKind.Count) from more in Gen.Choose(1, 9) select Counted(f, cell, more)),
        new(ReportRules.SidesDiffer, Unbalance, FormId: "special-channels"),
        new(ReportRules.NotDueYet, f => from cell in Pick(f, c => !c.Quarters.IsEmpty) from value in Gen.Choose(0, 9) let third = InThirdQuarter(f) select third.With(Set(third.Figures, cell, CellValue.Of(value))), FormId: "quarter-2021"),
        new(ReportRules.BadCount, f => from cell in Pick(f, c => c.Kind == CellKind.Count) from text in Gen.Elements("三件", "5件", "1.5", "--", "无无", "0x1", "99999999999999999999") select f with { Typed = f.Typed.Add(cell.Id, text) }),
        new(ReportRules.CarriedInDiffers, f => BreakWithLastYear(f, ReportRules.CarriedInDiffers)),
        new(ReportRules.StockDiffers, f => BreakWithLastYear(f, ReportRules.StockDiffers)),
        new(ReportRules.WholeDiffers, f => from cell in Pick(f, c => !c.Derived) from more in Gen.Choose(1, 9) select Whole(f, cell, more)),
    ];

    /// <summary>The parts that a filing adds up from, as a whole report: two thirds its own, the rest below.</summary>
    public static TerritoryParts PartsOf(Figures figures)
    {
        var all = figures.WithSums();
        long[] own = [.. all.Cells.ToArray().Select(c => c.Value / 3 * 2)];
        long[] rest = [.. all.Cells.ToArray().Zip(own, (c, o) => c.Value - o)];
        return new TerritoryParts(Tally.Of(own), Tally.Empty, Tally.Of(rest), 3, 3, 1);
    }

    /// <summary>Figures of the period before, in the same form, from which a filing follows without a break.</summary>
    public static Figures LastYearOf(Figures figures) => figures.Form.Continuities.Aggregate(
        new Figures(figures.Form, [.. figures.Form.Cells.Select(c => c.Derived ? default : CellValue.Nil)]),
        (before, c) => Set(before, figures.Form[c.Before.Single().Cell], CellValue.Of(c.Now.Sum(t => t.Sign * figures[t.Cell].Value))));

    private static Gen<Handed> BreakWithLastYear(Handed f, Rule rule) =>
        from continuity in Gen.Elements(f.Form.Continuities.Where(c => c.Rule == rule))
        from more in Gen.Choose(1, 9)
        let before = LastYearOf(f.Figures)
        select f with { Context = f.Context with { LastYear = Plus(before, f.Form[continuity.Before.Single().Cell], more) } };

    private static Handed InThirdQuarter(Handed f)
    {
        var period = PeriodId.QuarterOf(2025, 3);
        var figures = new Figures(f.Form, [.. f.Form.Cells.Select(c => c.DueIn(period) ? f.Figures[c.Index] : CellValue.NotDue)]);
        return (f with { Context = f.Context with { Period = period } }).With(figures);
    }

    private static Gen<FormCell> Pick(Handed f, Func<FormCell, bool> where) => Gen.Elements(f.Form.Cells.Where(where).ToArray());

    private static Figures Set(Figures figures, FormCell cell, CellValue value) => new(figures.Form, ImmutableArray.Create(figures.Cells.ToArray()).SetItem(cell.Index, value));

    private static Figures Plus(Figures figures, FormCell cell, long more) => Set(figures, cell, CellValue.Of(figures[cell.Index].Value + more));

    private static Gen<Handed> Unbalance(Handed f) =>
        from balance in Gen.Elements(f.Form.Balances.AsEnumerable())
        from at in Gen.Elements(balance.Left.Concat(balance.Right).Where(c => !f.Form.Cells[c].Derived))
        from more in Gen.Choose(1, 9)
        select f.With(Plus(f.Figures, f.Form.Cells[at], more).WithSums());

    private static Handed WithCount(Handed f, string id, long count) =>
        f with { Entries = f.Entries with { Counts = new Dictionary<string, long>(f.Entries.Counts) { [id] = count } } };

    private static Handed WithAmount(Handed f, string id, string text)
    {
        var rest = Without(f, id).Entries;
        return f with { Entries = rest with { Amounts = new Dictionary<string, string>(rest.Amounts) { [id] = text } } };
    }

    private static Handed Without(Handed f, string id) => f with
    {
        Entries = f.Entries with
        {
            Counts = f.Entries.Counts.Where(c => c.Key != id).ToDictionary(),
            Amounts = f.Entries.Amounts.Where(c => c.Key != id).ToDictionary(),
            NotApplicable = [.. f.Entries.NotApplicable.Where(c => c != id)],
        },
    };

    private static Handed Misplaced(Handed f, FormCell cell) => cell.Kind == CellKind.Amount ? WithCount(Without(f, cell.Id), cell.Id, 1) : WithAmount(f, cell.Id, "1");

    private static Handed Twice(Handed f, FormCell cell)
    {
        var once = WithCount(Without(f, cell.Id), cell.Id, f.Figures[cell.Index].Value);
        return once with { Entries = once.Entries with { NotApplicable = [.. once.Entries.NotApplicable, cell.Id] } };
    }

    private static Handed Say(Handed f, Disposition said) => f with { Dispositions = [.. f.Dispositions, said] };

    private static Handed Explained(Handed broken) =>
        Say(broken, new Disposition(ReportRules.ColumnBalance.Code, broken.Judge().First(x => x.Code == ReportRules.ColumnBalance.Code).Where, "历史原因", "铜府办〔2026〕3号", null, "li@500151"));

    private static Handed Counted(Handed f, FormCell cell, long more)
    {
        var figures = f.Figures.WithSums();
        var counts = f.Form.Cells.Where(c => c.Kind == CellKind.Count).ToImmutableSortedDictionary(c => c.Id, c => figures[c.Index].Value, StringComparer.Ordinal);
        return f with { Context = f.Context with { Register = new RegisterCounted("依申请公开平台", counts.SetItem(cell.Id, counts[cell.Id] + more)) } };
    }

    private static Handed Whole(Handed f, FormCell cell, long more)
    {
        var parts = PartsOf(f.Figures);
        var children = new long[f.Form.Cells.Length];
        parts.Children.AddTo(children);
        children[cell.Index] += more;
        return f with { Context = f.Context with { Parts = parts with { Children = Tally.Of(children) } } };
    }
}
