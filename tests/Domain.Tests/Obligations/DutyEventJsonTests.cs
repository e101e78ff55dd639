using System.Text;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Obligations;

namespace Federation.Domain.Tests.Obligations;

/// <summary>Every kind of event of a book of duties as it was once written: read for ever.</summary>
public sealed class DutyEventJsonTests
{
    private static readonly DutyId Id = DutyId.Parse("330000/2026/12#一/(一)");

    private static readonly Duty Whole = new(
        Id, "饮水安全信息", "每季度向社会公开饮用水水源“三水”状况", MeasureText.Parse("every quarterly +5"), DutyRole.Supporting, "浙政办发〔2026〕12号",
        [new TrailStep(UnitId.Nation, DutyId.Parse("000000/2026/1#二/(三)"), "国办发〔2026〕1号")], UnitId.Parse("330000"), [UnitId.Parse("330000.ecology"), UnitId.Parse("330000.water")], 45)
    {
        Starts = new DateOnly(2026, 3, 1),
        Ends = new DateOnly(2026, 12, 20),
        Asks = [new AskedNumber("本年新收件数", "report:annual-2025/t3.new.total"), new AskedNumber("公开场次", "")],
        IsLocalPlan = true,
    };

    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));

    public static TheoryData<string, DutyEvent> Samples => new()
    {
        { "duties-received.1", new DutiesReceived("330000/2026/12", 2, UnitId.Parse("330000"), "2026年“政务公开”工作要点", At, [Whole, Books.Duty("二", "once", "330000/2026/12")], "按省政府令调整") },
        { "duties-plan-opened.1", new PlanOpened("330000/2026/12") },
        { "duties-accepted.1", new DutiesAccepted([Id, DutyId.Parse("330000/2026/12#二")]) },
        { "duty-objected.1", new DutyObjected(Id, "非本单位职责") },
        { "duty-interval-set.1", new IntervalSet(Id, Cadence.HalfYearly) },
        { "duty-triggered.1", new DutyTriggered(Id, "浙政发〔2026〕3号公开", At) },
        { "duty-evidence-given.1", new EvidenceGiven(Id, new EvidenceItem(EvidenceKind.ReportCell, "annual-2025/t3.new.total", At, new DateOnly(2026, 2, 28), 2, 0.505m, "见附件")) },
        { "duty-evidence-accepted.1", new EvidenceAccepted(Id, 2) },
        { "duty-evidence-returned.1", new EvidenceReturned(Id, 2, "链接打不开") },
        { "duty-waived.1", new DutyWaived(Id, "机构改革", new DateOnly(2026, 3, 2), new DateOnly(2026, 6, 30)) },
        { "duty-closed.1", new DutyClosed(Id) },
        { "duty-dates-moved.1", new DutyDatesMoved([new MovedDate(Id, "2026-01-01..2026-01-31", new DateOnly(2026, 2, 6), new DateOnly(2026, 2, 9))], "国办发明电〔2026〕1号") },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Write_Event_IsAsStored(string name, DutyEvent sample)
    {
        var written = DutyEventJson.Write(sample);
        var text = Encoding.UTF8.GetString(written.Payload.Span) + "\n";
        if (Repository.UpdatesBaselines)
            File.WriteAllText(Repository.Source("tests", "Domain.Tests", "data", "events", name + ".json"), text);

        Assert.Equal(name, $"{written.Kind}.{written.KindVersion}");
        if (!Repository.UpdatesBaselines)
            Assert.Equal(File.ReadAllText(Repository.Data("events", name + ".json")), text);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_StoredSample_WritesTheSameAgain(string name, DutyEvent sample)
    {
        if (Repository.UpdatesBaselines)
            return;

        var read = Read(name.Split('.')[0], 1, File.ReadAllText(Repository.Data("events", name + ".json")));

        Assert.IsType(sample.GetType(), read);
        Assert.Equal(DutyEventJson.Write(sample).Payload.ToArray(), DutyEventJson.Write(read).Payload.ToArray());
    }

    [Fact]
    public void Read_Duty_IsTheSameDuty() => Assert.True(Whole.SameAs(DutyJson.Parse(DutyJson.Line(Whole))));

    [Theory]
    [InlineData("duty-forgotten", 1, "{}")]
    [InlineData("duty-closed", 2, "{}")]
    [InlineData("duty-closed", 1, "{}")]
    [InlineData("duty-closed", 1, "{")]
    [InlineData("duty-closed", 1, """{"duty":"330000/2026/12"}""")]
    [InlineData("duty-interval-set", 1, """{"duty":"330000/2026/12#一","cadence":"sometimes"}""")]
    [InlineData("duty-evidence-given", 1, """{"duty":"330000/2026/12#一","kind":"rumour","reference":"x","doneAt":"2026-03-02T09:30:00.0000000+08:00","note":""}""")]
    [InlineData("duty-waived", 1, """{"duty":"330000/2026/12#一","reason":"x","from":"2.3.2026","until":"2026-06-30"}""")]
    public void Read_UnknownOrDamaged_IsRefused(string kind, int version, string payload) => Assert.Throws<FormatException>(() => Read(kind, version, payload));

    private static DutyEvent Read(string kind, int version, string payload) => DutyEventJson.Read(new RecordedEvent(
        7, "duties/330100/2026", 1, DateTimeOffset.UnixEpoch, "zhou@330000", "", "", kind, version, Encoding.UTF8.GetBytes(payload), EventHash.Origin, EventHash.Origin));
}
