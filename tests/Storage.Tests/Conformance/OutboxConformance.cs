using Federation.Storage.Tests.Support;
using static Federation.Storage.Tests.Support.Acts;

namespace Federation.Storage.Tests.Conformance;

public abstract class OutboxConformance(TestStore store) : StoreConformance(store)
{
    [Fact]
    public async Task ReadOutbox_AfterActs_AnswersMessagesInOrderWithTheirPositions()
    {
        var first = await Record(Act("a", 0, "one") with { Outgoing = [Message("x", "m1"), Message("y", "m2")] });
        var second = await Record(Act("b", 0, "one") with { Outgoing = [Message("x", "m3")] });

        var pending = await Ledger.ReadOutbox(0, 10, None);

        Assert.Equal(["m1", "m2", "m3"], pending.Select(m => m.Message.Payload.Text()));
        Assert.Equal([.. first.MessagePositions, .. second.MessagePositions], pending.Select(m => m.Position));
        Assert.Equal(pending.Select(m => m.Position).Order(), pending.Select(m => m.Position));
        Assert.Equal((Act("a", 0).At, "report/500151/annual-2025", "y", "", "contribution"),
            (pending[1].At, pending[1].Message.Sender, pending[1].Message.Receiver, pending[1].Message.Topic, pending[1].Message.Kind));
        Assert.Equal(["m2"], (await Ledger.ReadOutbox(pending[0].Position, 1, None)).Select(m => m.Message.Payload.Text()));
    }

    [Fact]
    public async Task Append_Absorbing_RemovesTheMessagesAndARepeatIsNoMatter()
    {
        var sent = await Record(Act("a", 0, "one") with { Outgoing = [Message("x", "m1"), Message("x", "m2"), Message("x", "m3")] });

        await Record(Changing() with { Absorbed = [sent.MessagePositions[0], sent.MessagePositions[2]] });
        await Record(Changing() with { Absorbed = [sent.MessagePositions[0]] });

        Assert.Equal(["m2"], (await Ledger.ReadOutbox(0, 10, None)).Select(m => m.Message.Payload.Text()));
    }

    [Fact]
    public async Task Append_AfterTheOutboxWasEmptied_GivesNoPositionTwice()
    {
        var sent = await Record(Act("a", 0, "one") with { Outgoing = [Message("x", "m1")] });
        await Record(Changing() with { Absorbed = sent.MessagePositions });

        var later = await Record(Act("a", 1, "two") with { Outgoing = [Message("x", "m2")] });

        Assert.True(later.MessagePositions[0] > sent.MessagePositions[0]);
    }
}
