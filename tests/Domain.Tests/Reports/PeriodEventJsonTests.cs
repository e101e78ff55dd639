using System.Text;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>As <see cref="ReportEventJsonTests"/>, for the one event of a period.</summary>
public sealed class PeriodEventJsonTests
{
    private const string Hash = "\"rosterHash\":\"0007\"";

    private static readonly PeriodOpened Sample = new(
        PeriodId.Annual(2025), "annual-2021", new DateOnly(2025, 12, 31), 148_203, [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))]);

    [Fact]
    public void Write_Opening_IsAsStored()
    {
        var written = PeriodEventJson.Write(Sample);
        var text = Encoding.UTF8.GetString(written.Payload.Span) + "\n";
        if (Repository.UpdatesBaselines)
            File.WriteAllText(Repository.Source("tests", "Domain.Tests", "data", "events", "period-opened.1.json"), text);

        Assert.Equal(("period-opened", 1), (written.Kind, written.KindVersion));
        if (!Repository.UpdatesBaselines)
            Assert.Equal(File.ReadAllText(Repository.Data("events", "period-opened.1.json")), text);
    }

    [Fact]
    public void Read_StoredSample_IsTheOpening()
    {
        if (Repository.UpdatesBaselines)
            return;

        var read = Read("period-opened", 1, File.ReadAllText(Repository.Data("events", "period-opened.1.json")));

        Assert.Equal(Sample with { RosterHash = default }, read with { RosterHash = default });
        Assert.Equal(Sample.RosterHash.AsEnumerable(), read.RosterHash.AsEnumerable());
    }

    [Theory]
    [InlineData("period-closed", 1, "{}")] // kind unknown
    [InlineData("period-opened", 2, "{}")] // layout of a later version
    [InlineData("period-opened", 1, "{}")]
    [InlineData("period-opened", 1, "{")] // cut short
    [InlineData("period-opened", 1, """{"period":"2025","form":"annual-2021","asOf":"2025-12-31","expected":1,""" + Hash + "}")]
    [InlineData("period-opened", 1, """{"period":"annual-2025","form":null,"asOf":"2025-12-31","expected":1,""" + Hash + "}")]
    [InlineData("period-opened", 1, """{"period":"annual-2025","form":"annual-2021","asOf":"31.12.2025","expected":1,""" + Hash + "}")]
    [InlineData("period-opened", 1, """{"period":"annual-2025","form":"annual-2021","asOf":null,"expected":1,""" + Hash + "}")]
    [InlineData("period-opened", 1, """{"period":"annual-2025","form":"annual-2021","asOf":"2025-12-31","expected":"1",""" + Hash + "}")]
    public void Read_UnknownOrDamaged_IsRefused(string kind, int version, string payload) => Assert.Throws<FormatException>(() => Read(kind, version, payload));

    private static PeriodOpened Read(string kind, int version, string payload) => PeriodEventJson.Read(new RecordedEvent(
        7, "period/annual-2025", 1, DateTimeOffset.UnixEpoch, "zhou@000000", "", "", kind, version, Encoding.UTF8.GetBytes(payload), EventHash.Origin, EventHash.Origin));
}
