using System.Text;
using Federation.Domain.Ledger;

namespace Federation.Domain.Tests.Ledger;

public sealed class EventHashTests
{
    private static readonly RecordedEvent First = Chained(new RecordedEvent(
        7, "report/500151/annual-2025", 1, new DateTimeOffset(2026, 1, 30, 17, 0, 0, TimeSpan.FromHours(8)), "li@500151", "500151.audit", "k-1",
        "report-accepted", 1, Encoding.UTF8.GetBytes("{\"version\":1}"), EventHash.Origin, default));

    [Fact]
    public void Holds_EventAsRecorded_IsTrueWhateverItsPositionAndOffset()
    {
        Assert.True(EventHash.Holds(First));
        Assert.Equal(EventHash.Length, First.Hash.Length);
        Assert.True(EventHash.Holds(First with { Position = 8 })); // a copy elsewhere has other positions
        Assert.True(EventHash.Holds(First with { At = First.At.ToUniversalTime() })); // the same moment
    }

    [Fact]
    public void Holds_AnyFieldChanged_IsFalse()
    {
        RecordedEvent[] forged =
        [
            First with { Stream = "report/500152/annual-2025" },
            First with { Seq = 2 },
            First with { At = First.At.AddTicks(1) },
            First with { Actor = "li@500152" },
            First with { OnBehalfOf = "" },
            First with { Key = "k-2" },
            First with { Kind = "report-returned" },
            First with { KindVersion = 2 },
            First with { Payload = Encoding.UTF8.GetBytes("{\"version\":2}") },
            First with { PrevHash = Enumerable.Repeat((byte)1, EventHash.Length).ToArray() },
            First with { Hash = EventHash.Origin },
            First with { Actor = "li@50015", OnBehalfOf = "1500151.audit" }, // the same letters, cut elsewhere
        ];

        Assert.All(forged, e => Assert.False(EventHash.Holds(e)));
    }

    [Fact]
    public void Of_LongChineseText_IsHashedWhole() =>
        Assert.NotEqual(Chained(First with { Actor = new string('某', 400) + "甲" }).Hash.ToArray(), Chained(First with { Actor = new string('某', 400) + "乙" }).Hash.ToArray());

    [Fact] // pinned: archives hold this hash
    public void Of_Sample_IsPinned() => Assert.Equal("4bc63008cd78bf13c734bd68a3c75551dad1efc46e72e382dca68448b975bf63", Convert.ToHexStringLower(First.Hash.Span));

    private static RecordedEvent Chained(RecordedEvent e) => e with
    {
        Hash = EventHash.Of(e.PrevHash.Span, e.Stream, e.Seq, e.At, e.Actor, e.OnBehalfOf, e.Key, new NewEvent(e.Kind, e.KindVersion, e.Payload)),
    };
}
