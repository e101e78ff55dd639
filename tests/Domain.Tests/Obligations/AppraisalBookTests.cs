using Federation.Domain.Ledger;
using Federation.Domain.Obligations;
using static Federation.Domain.Tests.Obligations.Books;

namespace Federation.Domain.Tests.Obligations;

public sealed class AppraisalBookTests
{
    private static readonly AppraisalFormula Formula = AppraisalFormula.Default with { Name = "2026年考核办法", Basis = "渝府办发〔2026〕9号", Weight = 0.05m };

    [Theory]
    [InlineData("2025-12-31", "")]
    [InlineData("2026-01-01", "OB-204")]
    public void Set_IsRecorded_AndSaysWhenTheYearHadBegun(string today, string told)
    {
        var decision = AppraisalBook.Blank.Set(Formula, "", 2026, Day(today));

        Assert.False(decision.Refused);
        Assert.Single(decision.Events);
        Assert.Equal(told, string.Join(' ', decision.Findings.Select(f => f.Code)));
    }

    [Fact]
    public void Set_Again_IsNothing_AndAChangeNeedsAReason_AndTheOldOneStays()
    {
        var book = AppraisalBook.Blank.Apply(new FormulaSet(Formula, ""), Noon("2025-12-01"), "wang@500000");
        var other = Formula with { Weight = 0.06m };

        Assert.Empty(book.Set(Formula with { Items = [.. Formula.Items] }, "", 2026, Day("2025-12-02")).Events);
        Assert.Equal(["OB-004"], book.Set(other, " ", 2026, Day("2025-12-02")).Findings.Select(f => f.Code));
        var changed = book.Set(other, "按省要求", 2026, Day("2025-12-02"));
        var after = changed.Events.Aggregate(book, (b, e) => b.Apply(e, Noon("2025-12-02"), "wang@500000"));
        Assert.Equal((2, 0.06m, 0.05m), (after.InForce!.Version, after.InForce.Formula.Weight, after.Versions[0].Formula.Weight));
    }

    [Fact]
    public void Set_WithFaults_TellsAllOfThem() => Assert.Equal(
        ["OB-201", "OB-202", "OB-205"],
        AppraisalBook.Blank.Set(Formula with { Weight = 0.0399m, Items = [new("一", AppraisalCount.DoneInTime, 99)], Basis = " " }, "", 2026, Day("2025-12-02")).Findings.Select(f => f.Code));

    [Fact]
    public void Event_IsReadAsItWasWritten()
    {
        var written = AppraisalEventJson.Write(new FormulaSet(Formula, "按省要求"));
        var read = Assert.IsType<FormulaSet>(AppraisalEventJson.Read(Recorded(written)));

        Assert.True(read.Formula.SameAs(Formula));
        Assert.Equal("按省要求", read.Reason);
        Assert.Throws<FormatException>(() => AppraisalEventJson.Read(Recorded(written with { Payload = "{}"u8.ToArray() })));
        Assert.Throws<FormatException>(() => AppraisalEventJson.Read(Recorded(written with { Kind = "other" })));
    }

    [Fact]
    public void Rules_OfThePlan_HoldForItsDuties_AndSilenceIsNotEscalatedWhereNoAnswerIsAsked()
    {
        var arrived = Version(1, Duty("一", "once 2026-01-09")) with { Rules = new EscalationRules(0, 1, 2, "渝府办发〔2026〕7号") };
        var book = DutyBook.Blank.Apply(arrived, Noon("2026-01-05"), "plan@500000");
        var watch = new DutyWatch(book, County, Noon("2026-01-06"), Days, EscalationRules.Default);

        var escalation = Assert.Single(watch.Escalations()); // late alone, known beforehand
        Assert.Equal((EscalationCause.Late, Day("2026-01-13"), false), (escalation.Cause, escalation.On, escalation.Reached));
        Assert.Equal(arrived.Rules, Assert.IsType<DutiesReceived>(DutyEventJson.Read(Recorded(DutyEventJson.Write(arrived)))).Rules);
    }

    private static RecordedEvent Recorded(NewEvent written) => new(
        7, "stream", 1, DateTimeOffset.UnixEpoch, "li@500151", "", "", written.Kind, written.KindVersion, written.Payload.ToArray(), EventHash.Origin, EventHash.Origin);
}
