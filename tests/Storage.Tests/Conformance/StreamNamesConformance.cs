using Federation.Domain.Ledger;
using Federation.Storage.Tests.Support;
using static Federation.Storage.Tests.Support.Acts;

namespace Federation.Storage.Tests.Conformance;

public abstract class StreamNamesConformance(TestStore store) : StoreConformance(store)
{
    [Fact]
    public async Task Streams_OfAUnit_AreFound_AndNobodyElses()
    {
        string[] streams =
        [
            "catalog/330110", "catalog/330110.audit", "catalog/330110001", "catalog/33011", "duties/330110/2025", "duties/330110/2026", "duties/330111/2026", "plan/330110/2026/1", "alone",
            "report/330110/annual-2025", "report/330110.audit/annual-2025", "whole-report/330110/annual-2025", "z/330110",
        ];
        foreach (var stream in streams.Reverse())
            await Ledger.Append(new Append(stream, 0, DateTimeOffset.UnixEpoch, "li@330110", "", "", [new NewEvent("made", 1, "{}"u8.ToArray())]), None);
        var names = (IStreamNames)Ledger;
        Assert.Equal(
            ["catalog/330110", "duties/330110/2025", "duties/330110/2026", "plan/330110/2026/1", "report/330110/annual-2025", "whole-report/330110/annual-2025", "z/330110"],
            (await names.StreamsOf(Id("330110"), None)).AsEnumerable());
        Assert.Equal(["catalog/330110.audit", "report/330110.audit/annual-2025"], (await names.StreamsOf(Id("330110.audit"), None)).AsEnumerable());
        Assert.Empty((await names.StreamsOf(Id("330199"), None)).AsEnumerable());
    }
}
