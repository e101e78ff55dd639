using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Domain.Tests.Divisions;

namespace Federation.Domain.Tests.Reports;

public sealed class DeadlineTests
{
    private static readonly BaseDates Year2025 = Deadlines.Annual(2025);

    [Theory]
    [InlineData("2025-03-31", "2025-04-08")]
    [InlineData("2025-09-30", "2025-10-08")] // the last day of a holiday; no rule moves it
    [InlineData("2025-12-31", "2026-01-08")] // into the next year
    public void Quarter_LastDay_IsDueOnTheEighthOfTheMonthAfter(string lastDay, string due)
    {
        var dates = Deadlines.Quarter(Units.Day(lastDay));
        Assert.Equal((Units.Day(due), Units.Day(due)), (dates.Agencies, dates.Governments));
    }

    [Theory]
    [InlineData(null, "2026-04-30")] // 30 days after the date of governments, for agencies too
    [InlineData("2026-01-05", "2026-04-30")]
    [InlineData("2026-03-31", "2026-04-30")] // on the date
    [InlineData("2026-04-01", "2026-05-01")] // opened after it: 30 days from the opening
    [InlineData("2026-11-22", "2026-12-22")]
    public void For_DayOfOpening_LocksThirtyDaysAfterTheLaterOfLawAndOpening(string? openedOn, string locks) =>
        Assert.Equal(Units.Day(locks), Deadlines.For(PeriodId.Annual(2025), openedOn is null ? null : Units.Day(openedOn)).Locks);

    [Theory]
    [InlineData(UnitKind.Agency, "2026-01-30", null, "")] // the day before the law's
    [InlineData(UnitKind.Agency, "2026-01-31", null, "")] // on it
    [InlineData(UnitKind.Agency, "2026-02-01", null, "DL-001")] // after it
    [InlineData(UnitKind.Territory, "2026-03-31", null, "")]
    [InlineData(UnitKind.Territory, "2026-04-01", null, "DL-001")]
    [InlineData(null, "2026-02-20", null, "DL-001")] // both classes: later than the agencies' date
    [InlineData(null, "2026-04-01", null, "DL-001 DL-001")]
    [InlineData(UnitKind.Territory, "2026-02-20", "2026-02-19", "DL-002")] // locked before due
    [InlineData(UnitKind.Territory, "2026-02-20", "2026-02-20", "")]
    [InlineData(UnitKind.Territory, "2026-02-20", "2026-04-30", "")]
    [InlineData(UnitKind.Territory, "2026-02-20", "2026-05-01", "DL-003")] // later than the period's lock
    public void Check_Layer_MaySetDatesEarlierOnly(UnitKind? kind, string due, string? locks, string expected) =>
        Assert.Equal(expected, string.Join(' ', Layer("500000", due, kind, locks: locks).Check(Year2025).Select(f => f.Code)));

    [Fact]
    public void Check_LayerWithoutNotice_IsFound() =>
        Assert.Equal(["DL-004"], (Layer("500000", "2026-01-20") with { Notice = " " }).Check(Year2025).Select(f => f.Code));

    [Fact]
    public void Freeze_ChainOfLayers_TakesTheEarliestAndNamesItsNotice()
    {
        var roster = Freeze(
            Layer("500151", "2026-01-25", UnitKind.Agency, notice: "区通知"),
            Layer("500000", "2026-01-20", UnitKind.Agency, Tier.County, notice: "市通知"), // above, and earlier
            Layer("500151", "2026-02-10", UnitKind.Territory, Tier.Township, locks: "2026-03-01", notice: "区镇通知"));

        Assert.Equal("01-20 04-30 市通知", Shown(roster, "500151.audit")); // the county's own is later
        Assert.Equal("01-31 04-30 《政府信息公开条例》第四十九条", Shown(roster, "500000.audit")); // another tier
        Assert.Equal("02-10 03-01 区镇通知", Shown(roster, "500151001"));
        Assert.Equal("03-31 04-30 《政府信息公开条例》第四十九条", Shown(roster, "500151"));
        Assert.Equal("03-31 04-30 《政府信息公开条例》第四十九条", Shown(roster, "320800400")); // another subtree
    }

    [Fact]
    public void Of_Chain_ExplainsEveryStepWithTheLawFirst()
    {
        var due = DueDate.Of(UnitKind.Agency, Tier.County, Year2025, [Layer("500000", "2026-01-28", notice: "市"), Layer("500000", "2026-02-20", UnitKind.Territory), Layer("500151", "2026-01-20", notice: "区")]);

        Assert.Equal(["《政府信息公开条例》第四十九条", "市", "区"], due.Steps.Select(s => s.Basis)); // the governments' layer is no step
        Assert.Equal((Units.Day("2026-01-20"), "区"), (due.Day, due.Basis));
    }

    [Fact] // whatever the layers, nobody is due later than the law says, and what the list says is what the chain explains
    public void Freeze_AnyTree_IsNeverLaterThanTheLaw() => Property.Holds(Units.AnyTree, rows =>
    {
        var tree = DivisionTree.Of(rows);
        var layers = rows.Where((_, at) => at % 4 == 0).Select((u, at) => Layer(u.Id.Value, $"2026-01-{10 + (at % 20):D2}", at % 2 == 0 ? UnitKind.Agency : null)).ToList();

        var roster = Roster.Freeze(tree, PeriodId.Annual(2025), Form2021.Form, Year2025, [.. layers]);

        foreach (var row in roster.Rows.Where(r => r.Due is not null))
        {
            var kind = Roster.KindOf(row);
            Assert.True(row.Due <= Year2025.Of(kind));
            Assert.Equal(row.Due, DueDate.Of(kind, row.Tier, Year2025, roster.ChainOf(row.Unit, layers)).Day);
        }
        Assert.Equal(rows.Count, roster.Expected);
    });

    [Fact]
    public void Read_ShippedFile_HasTheNoticesOfTheirYears()
    {
        using var file = File.OpenText(Repository.Data("deadline-layers.csv"));
        var (local, findings) = LocalDeadlines.Read(file);

        Assert.Empty(findings);
        Assert.Equal(["431200 01-26", "431200 02-20", "500151 01-31"], local.For(PeriodId.Annual(2021)).Select(l => $"{l.Top} {l.Due:MM-dd}"));
        Assert.Equal(["500151 2026-01-31"], local.For(PeriodId.Annual(2025)).Select(l => $"{l.Top} {l.Due:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("500151,agency,county,01-20,,2021,2021,通知", "")]
    [InlineData("500151,,,02-29,,2023,2023,通知", "DL-001 line 2")] // a day that other years lack can be read
    [InlineData("500151,agency,county,02-01,,2021,2021,通知", "DL-001 line 2")]
    [InlineData("500151,agency,county,01-20,,2021,2021,", "DL-004 line 2")]
    [InlineData("5001,agency,county,01-20,,2021,2021,通知", "DL-006 line 2")]
    [InlineData("500151,office,county,01-20,,2021,2021,通知", "DL-006 line 2")]
    [InlineData("500151,agency,county,1-20,,2021,2021,通知", "DL-006 line 2")]
    [InlineData("500151,agency,county,01-20,,2022,2021,通知", "DL-006 line 2")] // ends before it begins
    [InlineData("500151,agency,county,01-20", "DL-006 line 2")]
    public void Read_Line_IsReadOrFoundByLine(string line, string expected)
    {
        var (_, findings) = LocalDeadlines.Read(new StringReader("top,kind,tier,due,locks,first_year,last_year,notice\n" + line + "\n"));
        Assert.Equal(expected.Length == 0 ? [] : [expected], findings.Select(f => $"{f.Code} {f.Where}"));
    }

    private static string Shown(Roster roster, string unit) => roster.Find(Units.Id(unit)) is { } r ? $"{r.Due:MM-dd} {r.Locks:MM-dd} {r.Basis}" : "";

    private static Roster Freeze(params DeadlineLayer[] layers) => Roster.Freeze(Units.SmallTree, PeriodId.Annual(2025), Form2021.Form, Year2025, [.. layers]);

    private static DeadlineLayer Layer(string top, string due, UnitKind? kind = null, Tier? tier = null, string? locks = null, string notice = "某通知") =>
        new(Units.Id(top), kind, tier, Units.Day(due), locks is null ? null : Units.Day(locks), notice);
}
