using System.Text;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>As <see cref="ReportEventJsonTests"/>, for the events of a period.</summary>
public sealed class PeriodEventJsonTests
{
    private const string Hash = "\"rosterHash\":\"0007\"";

    private static readonly PeriodOpened Sample = new(
        PeriodId.Annual(2025), "annual-2021", new DateOnly(2025, 12, 31), 148_203, [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))]);

    private static readonly DeadlineLayer Layer = new(UnitId.Parse("431200"), UnitKind.Agency, Tier.City, new DateOnly(2026, 1, 26), null, "某通知");

    public static TheoryData<string, PeriodEvent> Samples => new()
    {
        { "period-opened.2", Sample with { Title = "“专项”统计", Dates = Deadlines.Annual(2025), Layers = [Layer, Layer with { Kind = null, Tier = null, Locks = new DateOnly(2026, 4, 1) }] } },
        { "period-due-layered.1", new PeriodDueLayered(Layer, Sample.RosterHash) },
        { "roster-amended.1", new RosterAmended(UnitId.Parse("500151.audit"), true, "机构撤销", 148_202, Sample.RosterHash) },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Write_Event_IsAsStored(string name, PeriodEvent sample)
    {
        var written = PeriodEventJson.Write(sample);
        var text = Encoding.UTF8.GetString(written.Payload.Span) + "\n";
        if (Repository.UpdatesBaselines)
            File.WriteAllText(Repository.Source("tests", "Domain.Tests", "data", "events", name + ".json"), text);

        Assert.Equal(name, $"{written.Kind}.{written.KindVersion}");
        if (!Repository.UpdatesBaselines)
            Assert.Equal(File.ReadAllText(Repository.Data("events", name + ".json")), text);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_StoredSample_WritesTheSameAgain(string name, PeriodEvent sample)
    {
        if (Repository.UpdatesBaselines)
            return;

        var read = Read(name.Split('.')[0], name[^1] - '0', File.ReadAllText(Repository.Data("events", name + ".json")));

        Assert.IsType(sample.GetType(), read);
        Assert.Equal(PeriodEventJson.Write(sample).Payload.ToArray(), PeriodEventJson.Write(read).Payload.ToArray());
    }

    [Fact] // openings recorded before titles, dates and layers were kept
    public void Read_OpeningOfTheFirstLayout_IsTheOpening()
    {

        var read = (PeriodOpened)Read("period-opened", 1, File.ReadAllText(Repository.Data("events", "period-opened.1.json")));

        Assert.Equal(Sample with { RosterHash = default }, read with { RosterHash = default, Layers = Sample.Layers });
        Assert.Equal(Sample.RosterHash.AsEnumerable(), read.RosterHash.AsEnumerable());
    }

    [Theory]
    [InlineData("period-closed", 1, "{}")] // kind unknown
    [InlineData("period-opened", 3, "{}")] // layout of a later version
    [InlineData("period-opened", 1, "{}")]
    [InlineData("period-opened", 1, "{")] // cut short
    [InlineData("period-opened", 1, """{"period":"2025","form":"annual-2021","asOf":"2025-12-31","expected":1,""" + Hash + "}")]
    [InlineData("period-opened", 1, """{"period":"annual-2025","form":null,"asOf":"2025-12-31","expected":1,""" + Hash + "}")]
    [InlineData("period-opened", 1, """{"period":"annual-2025","form":"annual-2021","asOf":"31.12.2025","expected":1,""" + Hash + "}")]
    [InlineData("period-opened", 1, """{"period":"annual-2025","form":"annual-2021","asOf":null,"expected":1,""" + Hash + "}")]
    [InlineData("period-opened", 1, """{"period":"annual-2025","form":"annual-2021","asOf":"2025-12-31","expected":"1",""" + Hash + "}")]
    public void Read_UnknownOrDamaged_IsRefused(string kind, int version, string payload) => Assert.Throws<FormatException>(() => Read(kind, version, payload));

    private static PeriodEvent Read(string kind, int version, string payload) => PeriodEventJson.Read(new RecordedEvent(
        7, "period/annual-2025", 1, DateTimeOffset.UnixEpoch, "zhou@000000", "", "", kind, version, Encoding.UTF8.GetBytes(payload), EventHash.Origin, EventHash.Origin));
}
