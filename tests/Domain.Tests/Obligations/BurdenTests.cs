using Federation.Domain.Obligations;
using Federation.Domain.Reports;
using static Federation.Domain.Tests.Obligations.Books;

namespace Federation.Domain.Tests.Obligations;

public sealed class BurdenTests
{
    private static readonly PeriodId Newest = PeriodId.Annual(2025);

    [Fact]
    public void Months_AddUpWhatFallsDueInThem()
    {
        var book = With("2026-01-01", Duty("一", "every monthly"), Duty("二", "count >=2 quarterly"), Duty("三", "once 2026-03-31"));

        var months = Burden.Of(book, County, 2026, Noon("2026-01-01"), Days);

        Assert.Equal([30, 30, 120, 30, 30, 90, 30, 30, 90, 30, 30, 90], months.Select(m => m.Minutes)); // 30 minutes each; two a quarter
        Assert.Equal([(Id("一"), 1), (Id("三"), 1), (Id("二"), 2)], months[2].Lines.Select(l => (l.Duty, l.Times)).OrderBy(x => x.Item2));
    }

    [Theory]
    [InlineData("本年新收政府信息公开申请数量", "report:annual-2025/t3.new.total")]
    [InlineData("规章本年制发件数", "report:annual-2025/t2.rules.issued")]
    [InlineData("依申请公开台账", "register:applications")]
    public void Check_NumberHeld_IsRefused_AndFilledInWhenItsSourceIsNamed(string name, string source)
    {
        var asked = Duty("一", "once") with { Asks = [new AskedNumber(name, "")] };
        var finding = Assert.Single(Burden.Check(asked, Form2021.Form, Newest));
        Assert.Equal("OB-101", finding.Code);
        Assert.Contains(source, finding.Text, StringComparison.Ordinal);

        var named = asked with { Asks = [new AskedNumber(name, source)] };
        Assert.Empty(Burden.Check(named, Form2021.Form, Newest));
        Assert.Equal(new PrefilledNumber(name, source), Assert.Single(Burden.Prefilled(named)));
    }

    [Theory]
    [InlineData("新闻发布会场次")]
    [InlineData("数")]
    public void Check_NumberNobodyHolds_MayBeAsked(string name) => Assert.Empty(Burden.Check(Duty("一", "once") with { Asks = [new AskedNumber(name, "")] }, Form2021.Form, Newest));

    [Theory]
    [InlineData("report:annual-2025/t9.none")]
    [InlineData("report:2025/t3.new.total")]
    [InlineData("register:unknown")]
    public void Check_SourceThatIsNone_IsRefused(string source) =>
        Assert.Equal("OB-102", Assert.Single(Burden.Check(Duty("一", "once") with { Asks = [new AskedNumber("某数", source)] }, Form2021.Form, Newest)).Code);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(10_000, false)]
    [InlineData(10_001, true)]
    public void Check_WithoutEstimate_IsRefused(int minutes, bool refused) =>
        Assert.Equal(refused, Burden.Check(Duty("一", "once") with { MinutesEach = minutes }, Form2021.Form, Newest).Any(f => f.Code == "OB-103"));
}
