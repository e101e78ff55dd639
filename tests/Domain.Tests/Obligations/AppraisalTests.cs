using Federation.Domain.Obligations;
using FsCheck.Fluent;
using static Federation.Domain.Tests.Obligations.Books;

namespace Federation.Domain.Tests.Obligations;

public sealed class AppraisalTests
{
    private static readonly FilingFact InTime = new("2025年报", Day("2026-01-31"), Day("2026-01-20"));

    [Fact]
    public void Points_AreExplainedDownToTheEvidence()
    {
        var book = With("2026-01-06", Duty("一", "once 2026-03-31"), Duty("二", "once 2026-03-31"), Duty("三", "once 2026-03-31"), Duty("四", "once 2026-12-31"))
            .Then(b => b.Accept([Id("一"), Id("二"), Id("三"), Id("四")]), "2026-01-07")
            .Give("一", Item("2026-03-01")).Give("二", Item("2026-04-07")).Give("二", Item("2026-04-08", "catalog:9"))
            .Then(b => b.ReturnEvidence(Id("二"), 2, "重复", "wu@500000"), "2026-04-09");
        var claimed = Appraisal.Of(Watch(book, "2026-05-06"), [], AppraisalFormula.Default).Scores[0];
        Assert.Equal((0, "待核"), (claimed.Points, claimed.Because[0].Text.Text[claimed.Because[0].Text.Text.IndexOf("待核", StringComparison.Ordinal)..][..2])); // a unit's word alone gives nothing
        book = book.Then(b => b.AcceptEvidence(Id("一"), 1, "wu@500000"), "2026-04-09").Then(b => b.AcceptEvidence(Id("二"), 1, "wu@500000"), "2026-04-09");

        var result = Appraisal.Of(Watch(book, "2026-05-06"), [InTime, new FilingFact("第一季度", Day("2026-04-10"), null)], AppraisalFormula.Default);

        // one in time, one late (half), one not at all: 1.5 of 3; the fourth is not due
        Assert.Equal([30, 10, 10, 4, 5], result.Scores.Select(s => s.Points));
        Assert.Equal((59m, 2.36m), (result.Points, result.Weighted));
        Assert.Equal([(1m, 1), (0.5m, 1), (0m, 0)], result.Scores[0].Because.OrderByDescending(p => p.Credit).Select(p => (p.Credit, p.Evidence.Length)));
        Assert.Equal(Id("三"), Assert.Single(result.Late).Duty);
        Assert.All(result.Scores.SelectMany(s => s.Because), p => Assert.True(p.Text.Text.Length > 0 && p.Text.TextEn.Length > 0));
    }

    [Fact]
    public void NothingDue_GivesAllPoints() => Assert.Equal(100, Appraisal.Of(Watch(DutyBook.Blank, "2026-05-06"), [], AppraisalFormula.Default).Points);

    [Fact]
    public void Waived_CountsNeitherWay()
    {
        var book = With("2026-01-06", Duty("一", "once 2026-03-31")).Then(b => b.Accept([Id("一")]), "2026-01-07").Then(b => b.Waive(Id("一"), "机构改革", Day("2026-06-30"), Day("2026-03-20")), "2026-03-20", "wu@500000");

        var result = Appraisal.Of(Watch(book, "2026-05-06"), [], AppraisalFormula.Default);

        Assert.Equal([60, 10, 20, 5, 4], result.Scores.Select(s => s.Points));
    }

    [Fact]
    public void Unanswered_LosesItsShare_OnceTheDaysForItArePast()
    {
        var book = With("2026-01-06", Duty("一", "once 2026-12-31"), Duty("二", "once 2026-12-31")).Then(b => b.Accept([Id("一")]), "2026-01-13");

        Assert.Equal(10, Appraisal.Of(Watch(book, "2026-01-13"), [], AppraisalFormula.Default).Scores[1].Points);
        Assert.Equal(5, Appraisal.Of(Watch(book, "2026-01-14"), [], AppraisalFormula.Default).Scores[1].Points);
    }

    [Fact]
    public void Points_AreNeverBelowNothing_NorAboveTheCap()
    {
        var cases = from returned in Gen.Choose(0, 12)
                    from good in Gen.Choose(0, 5)
                    select (returned, good);
        Property.Holds(cases, c =>
        {
            var book = Enumerable.Range(1, c.returned + c.good).Aggregate(With("2026-01-06", Duty("一", "count >=9 yearly")), (b, i) => b.Give("一", Item("2026-03-01", "catalog:" + i)));
            book = Enumerable.Range(1, c.returned).Aggregate(book, (b, i) => b.Apply(new EvidenceReturned(Id("一"), i, "不符"), Noon("2026-03-02"), "wu@500000"));
            var result = Appraisal.Of(Watch(book, "2027-01-05"), [], AppraisalFormula.Default);
            Assert.All(result.Scores, s => Assert.InRange(s.Points, 0, s.Item.Points));
            Assert.Equal(Math.Max(0, 5 - c.returned), result.Scores[3].Points);
        });
    }

    [Fact]
    public void Formula_WrongInEveryWay_SaysAllOfIt()
    {
        Assert.Empty(AppraisalFormula.Default.Check());
        var bad = new AppraisalFormula("甲", "某通知", 0.0399m, [new("一", AppraisalCount.DoneInTime, 50), new("一", AppraisalCount.FiledInTime, 49), new("", AppraisalCount.Exceptions, -1, 1)]);

        Assert.Equal(["OB-201", "OB-202", "OB-203", "OB-203"], bad.Check().Select(f => f.Code));
    }

    private static DutyWatch Watch(DutyBook book, string on) => new(book, County, Noon(on), Days, EscalationRules.Default);
}
