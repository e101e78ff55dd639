using Federation.Domain.Obligations;
using static Federation.Domain.Tests.Obligations.Books;

namespace Federation.Domain.Tests.Obligations;

public sealed class DutyWatchTests
{
    [Fact]
    public void Escalations_StandBeforehand_AndAreReachedOnTheirDay()
    {
        var book = With("2026-09-24", Duty("一", "once 2026-10-20"));

        // received on Thursday 24 September; 28, 29, 30 September, 8 and 9 October are the five working days for accepting; 10 October is a make-up Saturday
        Assert.Equal(
            [(EscalationCause.Unaccepted, Day("2026-10-10"), false), (EscalationCause.Late, Day("2026-10-26"), false)],
            Watch(book, "2026-10-09").Escalations().Select(e => (e.Cause, e.On, e.Reached)));
        Assert.True(Watch(book, "2026-10-10").Escalations()[0].Reached);
        Assert.False(Watch(book, "2026-10-25").Escalations()[1].Reached);
        Assert.True(Watch(book, "2026-10-26").Escalations()[1].Reached);
        Assert.All(Watch(book, "2026-10-26").Escalations(), e => Assert.Equal(Province, e.To));
    }

    [Fact]
    public void Escalations_AcceptedAndDone_AreNone()
    {
        var book = With("2026-09-24", Duty("一", "once 2026-10-20")).Then(b => b.Accept([Id("一")]), "2026-09-25").Give("一", Item("2026-10-01"));

        Assert.Empty(Watch(book, "2026-11-01").Escalations());
    }

    [Fact]
    public void Objection_StandsWithTheIssuerAtOnce()
    {
        var book = With("2026-09-24", Duty("一", "once 2026-12-20")).Then(b => b.RaiseObjection(Id("一"), "非本单位职责"), "2026-09-25");

        Assert.Equal((EscalationCause.Objection, Day("2026-09-25"), true), Watch(book, "2026-09-25").Escalations().Select(e => (e.Cause, e.On, e.Reached)).First());
    }

    [Fact]
    public void Digest_IsOneListWorstFirst_WithoutWhatIsFarOrDone()
    {
        var book = With("2026-01-06", Duty("一", "once 2026-03-31"), Duty("二", "once 2026-04-10"), Duty("三", "once 2026-12-31"), Duty("四", "once 2026-04-08"), Duty("五", "every unstated"))
            .Then(b => b.Accept([Id("一"), Id("二"), Id("三"), Id("四"), Id("五")]), "2026-01-07").Give("四", Item("2026-03-01"));

        var digest = Watch(book, "2026-04-07").Digest();

        Assert.Equal([(Id("一"), DutyLight.Late), (Id("二"), DutyLight.DueSoon), (Id("五"), DutyLight.Open)], digest.Select(l => (l.Duty, l.Light)));
        Assert.Equal(-4, digest[0].WorkingDays); // 1, 2, 3 and 7 April; the 4th to the 6th are Qingming
        Assert.Contains("4 个工作日", digest[0].Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Digest_NamesWhatWasReturned_UntilNewEvidenceComes()
    {
        var returned = With("2026-01-06", Duty("一", "once 2026-12-31")).Then(b => b.Accept([Id("一")]), "2026-01-07").Give("一", Item("2026-03-01"))
            .Then(b => b.ReturnEvidence(Id("一"), 1, "链接打不开", "wu@500000"), "2026-03-02");

        Assert.Contains("链接打不开", Assert.Single(Watch(returned, "2026-03-03").Digest()).Text.Text, StringComparison.Ordinal);
        Assert.Empty(Watch(returned.Give("一", Item("2026-03-03")), "2026-03-03").Digest());
    }

    private static DutyWatch Watch(DutyBook book, string on) => new(book, County, Noon(on), Days, EscalationRules.Default);
}
