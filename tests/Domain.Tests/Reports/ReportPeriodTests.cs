using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Domain.Tests.Divisions;

namespace Federation.Domain.Tests.Reports;

public sealed class ReportPeriodTests
{
    private static readonly PeriodId Year2025 = PeriodId.Annual(2025);
    private static readonly DateOnly Today = new(2026, 1, 20);
    private static readonly Roster Small = Roster.Freeze(Units.SmallTree, Year2025, Form2021.Form);
    private static readonly ReportPeriod Open = ReportPeriod.Blank.Apply(
        new PeriodOpened(Year2025, "annual-2021", new DateOnly(2025, 12, 31), Small.Expected, Small.Hash()) { Dates = Deadlines.Annual(2025) });

    [Theory]
    [InlineData("2026-01-19", "DL-005")] // past
    [InlineData("2026-01-20", "")] // today
    [InlineData("2026-01-31", null)] // the law's own date changes nothing
    [InlineData("2026-02-01", "DL-001")]
    public void SetEarlier_Day_IsBetweenTodayAndTheLaw(string due, string? expected)
    {
        var (decision, after) = Open.SetEarlier(Layer("500151", due), Small, Today);

        Assert.Equal(expected ?? "", string.Join(' ', decision.Findings.Select(f => f.Code)));
        Assert.Equal(expected == "", !decision.Events.IsEmpty);
        Assert.Equal(expected == "" ? Units.Day(due) : Units.Day("2026-01-31"), after.Find(Units.Id("500151.audit"))!.Due);
    }

    [Fact]
    public void SetEarlier_Recorded_VouchesForTheListAfterItAndIsAStepOfItsDates()
    {
        var (decision, after) = Open.SetEarlier(Layer("500151", "2026-01-25"), Small, Today);
        var period = Open.Apply(decision.Events[0]);

        Assert.Equal(after.Hash().AsEnumerable(), ((PeriodDueLayered)decision.Events[0]).RosterHash.AsEnumerable());
        Assert.Equal(["500151.audit", "500151.police"], after.ChangesSince(Small).Select(r => r.Unit.Value));
        Assert.Equal((1, 1), (period.Revision, after.Revision));
        Assert.Equal(Units.Day("2026-01-25"), period.DueOf(Units.SmallTree.Find(Units.Id("500151.audit"))!, after).Day);
    }

    [Theory]
    [InlineData("500151.audit", "500151", "机构撤销", false, "")]
    [InlineData("500151.audit", "500151", " ", false, "DL-007")]
    [InlineData("500151", "500151", "机构撤销", false, "DL-008")] // nobody excuses the own unit
    [InlineData("500151.audit", "500151", "机构撤销", true, "DL-009")]
    [InlineData("110000", "000000", "机构撤销", false, "DL-011")]
    public void Excuse_Unit_NeedsAReasonASuperiorAndNoFiling(string unit, string by, string reason, bool filed, string expected)
    {
        var (decision, after) = ReportPeriod.Excuse(Units.Id(unit), Units.Id(by), reason, filed, Small);

        Assert.Equal(expected, string.Join(' ', decision.Findings.Select(f => f.Code)));
        Assert.Equal(expected.Length == 0 ? Small.Expected - 1 : Small.Expected, after.Expected);
    }

    [Fact]
    public void Add_ExcusedUnit_HasItsDatesAgain()
    {
        var (_, without) = ReportPeriod.Excuse(Units.Id("500151.audit"), Units.Id("500151"), "误列", false, Small);
        var (decision, with) = Open.Add(Units.SmallTree.Find(Units.Id("500151.audit"))!, Units.Id("500151"), "恢复", without);

        Assert.IsType<RosterAmended>(decision.Events[0]);
        Assert.Equal(Small.Rows.AsEnumerable(), with.Rows.AsEnumerable());
        Assert.Equal(2, with.Revision);
    }

    [Fact]
    public void Add_BelowAUnitWithNothingBelow_IsRefused() // its filing would change places
    {
        var (decision, _) = Open.Add(Units.Agency("500109.audit", "北碚区审计局", Tier.County), UnitId.Nation, "新设", Small);
        Assert.Equal(["DL-010"], decision.Findings.Select(f => f.Code));
    }

    [Fact] // a unit added to the list of a tree gives the list of the tree with that unit, rows and all
    public void Add_AnyUnitOfAnyTree_IsAsIfFrozenWithIt() => Property.Holds(Units.AnyTree, rows =>
    {
        var full = Roster.Freeze(DivisionTree.Of(rows), Year2025, Form2021.Form);
        foreach (var unit in rows.Where(u => rows.All(c => c.Parent != u.Id) && rows.Any(s => s.Parent == u.Parent && s != u)))
        {
            var less = Roster.Freeze(DivisionTree.Of(rows.Where(u => u != unit)), Year2025, Form2021.Form);
            var (decision, after) = Open.Add(unit, UnitId.Nation, "增列", less);

            Assert.Empty(decision.Findings);
            Assert.Equal(full.Rows.AsEnumerable(), after.Rows.AsEnumerable());
            Assert.Equal(rows.Count, after.Expected);
        }
    });

    [Theory]
    [InlineData("2026-01-30", 1, 90)]
    [InlineData("2026-01-31", 0, 89)] // on the day
    [InlineData("2026-02-01", -1, 88)]
    [InlineData("2026-04-30", -89, 0)]
    [InlineData("2026-05-01", -90, -1)]
    public void Below_Superior_CountsCalendarDays(string today, int left, int toLock)
    {
        var line = DueList.Below(Small, Units.Id("500151"), _ => false, Units.Day(today))[0];

        Assert.Equal(("500151.audit", left, toLock, left < 0, toLock < 0), (line.Row.Unit.Value, line.DaysLeft, line.DaysToLock!.Value, line.Overdue, line.Locked));
    }

    [Fact]
    public void Below_Superior_ListsDirectChildrenThatHaveNotFiledEarliestFirst() => Assert.Equal(
        ["500151.police", "500151001", "500151100"], // not the one filed, not the unit itself, nobody deeper or beside
        DueList.Below(Small, Units.Id("500151"), u => u.Value == "500151.audit", Today).Select(l => l.Row.Unit.Value));

    [Theory]
    [InlineData("", null, "")]
    [InlineData("annual-2021", null, "")]
    [InlineData("annual-2019", null, "DL-012")]
    [InlineData("", "2026-02-20", "DL-012")] // law sets the dates of annual reports
    public void Check_FormAndDueOfAnAnnualPeriod_AreTheLaws(string form, string? due, string expected) => Assert.Equal(
        expected,
        string.Join(' ', ReportPeriods.Check(Year2025, new DateOnly(2025, 12, 31), Today, form, due is null ? null : Units.Day(due)).Select(f => f.Code)));

    private static DeadlineLayer Layer(string top, string due) => new(Units.Id(top), UnitKind.Agency, null, Units.Day(due), null, "某通知");
}
