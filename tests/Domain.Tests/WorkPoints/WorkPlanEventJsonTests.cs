using System.Collections.Immutable;
using System.Text;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;

namespace Federation.Domain.Tests.WorkPoints;

/// <summary>One stored sample of every event of a plan: an old ledger must be readable for ever.</summary>
public sealed class WorkPlanEventJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 3, 2, 15, 0, TimeSpan.Zero);

    private static readonly PlanDraft Draft = Plans.Usual with
    {
        Points =
        [
            Plans.Point("一/(一)", "once 2026-12-31", "every monthly +5") with
            {
                Bodies = [new NamedBody(DutyRole.Lead, "市审计局", UnitId.Parse("500000.audit")), new NamedBody(DutyRole.Supporting, "有关部门", null)],
                Source = DutyId.Parse("000000/2026/1#三/(二)"), Span = new SourceSpan(120, 45),
            },
            Plans.Point("一/(二)", "ratio >=0.5 yearly") with { Receivers = [new Listed([Plans.Tongliang]), new Without([Plans.Beibei])] },
        ],
        Receivers = [new AllBelow(), new Tagged("试点")],
    };

    public static TheoryData<string, WorkPlanEvent> Samples => new()
    {
        { "plan-draft-saved.1", new PlanDraftSaved(Draft) },
        {
            "plan-issued.1", new PlanIssued(
                2, Draft, new DateOnly(2026, 3, 2), [new(Plans.Beibei, 3, ["一/(一)"], "所有下级"), new(Plans.Tongliang, 4, ["一/(一)", "一/(二)"], "所有下级"), new(UnitId.Parse("500151001"), 7, ["一/(一)"], "标签:试点")],
                Draft.Points.ToImmutableDictionary(p => p.Clause, p => PlanDuties.TrailOf(Plans.Id, Draft, p, [])), "修订“理由”")
        },
        {
            "plan-receipts-taken.1", new PlanReceiptsTaken([new Receipt(Plans.Tongliang, 2, 7, At, At.AddHours(1),
                [new ReceiptLine("一/(一)", At.AddHours(2), null, "", "due_soon", new DateOnly(2026, 12, 31), null), new ReceiptLine("一/(二)", null, At.AddHours(3), "不属本区职责", "late", null, At.AddDays(1))])])
        },
        { "plan-silence-escalated.1", new PlanSilenceEscalated(new DateOnly(2026, 3, 10), [Plans.Beibei, Plans.Tongliang]) },
        { "plan-withdrawn.1", new PlanWithdrawn("上级文件废止") },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Write_Event_IsAsStored(string name, WorkPlanEvent sample)
    {
        var written = WorkPlanEventJson.Write(sample);
        var text = Encoding.UTF8.GetString(written.Payload.Span) + "\n";
        if (Repository.UpdatesBaselines)
            File.WriteAllText(Repository.Source("tests", "Domain.Tests", "data", "events", name + ".json"), text);

        Assert.Equal(name, $"{written.Kind}.{written.KindVersion}");
        if (!Repository.UpdatesBaselines)
            Assert.Equal(File.ReadAllText(Repository.Data("events", name + ".json")), text);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_WhatWasWritten_GivesTheSameAgain(string name, WorkPlanEvent sample)
    {
        var written = WorkPlanEventJson.Write(sample);
        var again = WorkPlanEventJson.Write(WorkPlanEventJson.Read(Recorded(written.Kind, written.KindVersion, written.Payload)));
        Assert.True(written.Payload.Span.SequenceEqual(again.Payload.Span), name);
    }

    [Fact] // a member that receipts of older ledgers lack
    public void Read_ARefusal_GivesItsReasonsAgain()
    {
        var refusal = new Receipt(Plans.Beibei, 2, 0, At, null, []) { Refused = [new RefusalReason("OB-006", "plan", "年度不符", "not of this year")] };
        var written = WorkPlanEventJson.Write(new PlanReceiptsTaken([refusal]));
        var read = (PlanReceiptsTaken)WorkPlanEventJson.Read(Recorded(written.Kind, written.KindVersion, written.Payload));
        Assert.True(refusal.SameAs(Assert.Single(read.Receipts)));
    }

    [Theory]
    [InlineData("plan-issued", 1, "{}")]
    [InlineData("plan-withdrawn", 1, "{\"reason\":null}")]
    [InlineData("plan-withdrawn", 2, "{\"reason\":\"x\"}")]
    [InlineData("plan-draft-saved", 1, "not json")]
    public void Read_DamagedOrUnknown_Throws(string kind, int version, string payload) =>
        Assert.Throws<FormatException>(() => WorkPlanEventJson.Read(Recorded(kind, version, Encoding.UTF8.GetBytes(payload))));

    private static RecordedEvent Recorded(string kind, int version, ReadOnlyMemory<byte> payload) =>
        new(1, "plan/500000/2026/12", 1, At, "li@500000", "", "", kind, version, payload, EventHash.Origin, EventHash.Origin);
}
