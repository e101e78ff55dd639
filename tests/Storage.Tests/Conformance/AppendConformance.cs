using Federation.Domain.Ledger;
using Federation.Storage.Tests.Support;
using Federation.Storage.Verification;
using static Federation.Storage.Tests.Support.Acts;

namespace Federation.Storage.Tests.Conformance;

public abstract class AppendConformance(TestStore store) : StoreConformance(store)
{
    [Fact]
    public async Task Append_TwoActs_AreReadInOrderWithAllTheirFields()
    {
        var first = await Record(Act("a", 0, "one", "two") with { Key = "k1", OnBehalfOf = "500151.audit" });
        var second = await Record(Act("a", 2, "three"));

        var events = await Ledger.ReadStream("a", 0, None);

        Assert.Equal(["one", "two", "three"], events.Select(e => e.Payload.Text()));
        Assert.Equal([1, 2, 3], events.Select(e => e.Seq));
        Assert.Equal(("a", Act("a", 0).At, "zhang@500151", "500151.audit", "k1", "noted", 1),
            (events[0].Stream, events[0].At, events[0].Actor, events[0].OnBehalfOf, events[0].Key, events[0].Kind, events[0].KindVersion));
        Assert.Equal((events[1].Position, events[2].Position), (first.Position, second.Position));
        Assert.Equal(events[2].Hash.ToArray(), second.HeadHash.ToArray());
        Assert.Equal(EventHash.Origin.ToArray(), events[0].PrevHash.ToArray());
        Assert.All(events, e => Assert.True(EventHash.Holds(e)));
    }

    [Fact]
    public async Task ReadStream_AfterASeq_AnswersTheRest()
    {
        await Record(Act("a", 0, "one", "two", "three"));

        Assert.Equal(["three"], (await Ledger.ReadStream("a", 2, None)).Select(e => e.Payload.Text()));
        Assert.Empty(await Ledger.ReadStream("a", 3, None));
    }

    [Fact]
    public async Task ReadStream_Unknown_IsEmpty() => Assert.Empty(await Ledger.ReadStream("nowhere", 0, None));

    [Fact]
    public async Task ReadAll_InPages_AnswersEveryEventOnceInOrderOfArrival()
    {
        await Record(Act("a", 0, "one"));
        await Record(Act("b", 0, "two", "three"));
        await Record(Act("a", 1, "four"));

        var first = await Ledger.ReadAll(0, 3, None);
        var rest = await Ledger.ReadAll(first[^1].Position, 3, None);

        Assert.Equal(["one", "two", "three"], first.Select(e => e.Payload.Text()));
        Assert.Equal(["four"], rest.Select(e => e.Payload.Text()));
    }

    [Fact]
    public async Task Append_TwiceAtTheSamePlace_IsWonByOne()
    {
        await Record(Act("a", 0, "one"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Ledger.Append(Act("a", 1, $"rival {i}"), None).AsTask()));

        Assert.Single(answers, a => a.Outcome == AppendOutcome.Recorded);
        Assert.Equal(7, answers.Count(a => a.Outcome == AppendOutcome.Conflict && a.HeadHash.IsEmpty && a.Position == 0));
        Assert.Equal(2, (await Ledger.ReadStream("a", 0, None)).Length);
    }

    [Theory]
    [InlineData(0)] // the stream has moved on
    [InlineData(5)] // the stream is shorter than the writer believes
    public async Task Append_AtTheWrongPlace_RecordsNothingOfTheAct(long expected)
    {
        await Record(Act("a", 0, "one"));

        var answer = await Ledger.Append(
            Act("a", expected, "two") with { Key = "k", Changes = [new ContributionChanged(Own("500151"))], Outgoing = [Message("x", "m")] }, None);

        Assert.Equal(AppendOutcome.Conflict, answer.Outcome);
        Assert.Single(await Ledger.ReadAll(0, 10, None));
        Assert.Null(await Models.Contribution(Id("500151"), ContributionScope.Own, Period, None));
        Assert.Empty(await Ledger.ReadOutbox(0, 10, None));
        await Record(Act("a", 1, "two") with { Key = "k" }); // the key was not used up
    }

    [Fact]
    public async Task Append_WithAKeyRecordedBefore_AnswersTheFirstActAndRecordsNothing()
    {
        var first = await Record(Act("a", 0, "one", "two") with { Key = "k" });
        await Record(Act("a", 2, "three"));

        var again = await Ledger.Append(Act("a", 3, "one", "two") with { Key = "k", Outgoing = [Message("x", "m")] }, None);
        var stale = await Ledger.Append(Act("a", 0, "one", "two") with { Key = "k" }, None);

        Assert.All([again, stale], answer => Assert.Equal((AppendOutcome.Repeated, first.Position), (answer.Outcome, answer.Position)));
        Assert.Equal(first.HeadHash.ToArray(), again.HeadHash.ToArray());
        Assert.Equal(3, (await Ledger.ReadAll(0, 10, None)).Length);
        Assert.Empty(await Ledger.ReadOutbox(0, 10, None));
    }

    [Fact]
    public async Task Append_SameKeyAtOnce_IsRecordedOnce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Ledger.Append(Act($"s/{i}", 0, "one") with { Key = "k" }, None).AsTask()));

        var winner = Assert.Single(answers, a => a.Outcome == AppendOutcome.Recorded);
        Assert.Equal(7, answers.Count(a => a.Outcome == AppendOutcome.Repeated && a.Position == winner.Position));
    }

    [Fact]
    public async Task Append_WithoutStreamButWithKey_IsRecordedOnce()
    {
        var act = Changing(new ContributionChanged(Total("500100", 1, "500000"))) with { Key = "k", Outgoing = [Message("x", "m")] };

        var first = await Record(act);
        var again = await Ledger.Append(act, None);

        Assert.Equal((0, 1), (first.Position, first.MessagePositions.Length));
        Assert.True(first.HeadHash.IsEmpty);
        Assert.Equal((AppendOutcome.Repeated, 0), (again.Outcome, again.Position));
        Assert.Single(await Ledger.ReadOutbox(0, 10, None));
        Assert.Empty(await Ledger.ReadAll(0, 10, None));
    }

    [Fact]
    public async Task Append_WithStreamButNoEvent_IsFencedAndAnswersTheHead()
    {
        var first = await Record(Act("a", 0, "one"));

        var fits = await Record(Act("a", 1));
        var late = await Ledger.Append(Act("a", 0), None);

        Assert.Equal(first.HeadHash.ToArray(), fits.HeadHash.ToArray());
        Assert.Equal(0, fits.Position);
        Assert.Equal(AppendOutcome.Conflict, late.Outcome);
    }

    [Fact]
    public async Task Append_ConflictAmongOthers_HurtsOnlyItself()
    {
        await Record(Act("late", 0, "one"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            i => Ledger.Append(i == 50 ? Act("late", 0, "x") : Act($"s/{i}", 0, "one"), None).AsTask()));

        Assert.Equal(AppendOutcome.Conflict, answers[50].Outcome);
        Assert.Equal(99, answers.Count(a => a.Outcome == AppendOutcome.Recorded));
        Assert.Equal(100, (await Ledger.ReadAll(0, 1000, None)).Length);
    }

    [Fact]
    public async Task Append_ImpossibleActAmongOthers_HurtsOnlyItself()
    {
        await Record(Changing(Frozen(Place(0, 0, "500151", -1))));

        var answers = Enumerable.Range(0, 100).Select(i => Ledger.Append(
            Act($"s/{i}", 0, "one") with { Key = $"k/{i}", Changes = i == 50 ? [Frozen(Place(0, 0, "500152", -1))] : [] }, None).AsTask()).ToArray();

        await Assert.ThrowsAsync<InvalidOperationException>(() => answers[50]);
        Assert.All(await Task.WhenAll(answers.Where((_, i) => i != 50)), a => Assert.Equal(AppendOutcome.Recorded, a.Outcome));
        Assert.Empty(await Ledger.ReadStream("s/50", 0, None));
        await Record(Act("s/50", 0, "one") with { Key = "k/50" });
    }

    [Fact]
    public async Task Append_EventWithoutStream_IsRefusedAsMisuse() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Ledger.Append(Act("", 0, "one"), None));

    [Fact]
    public async Task Append_EmptyAndChineseTexts_AreKeptAsTheyAre()
    {
        await Record(Act("铜梁", 0, "") with { Actor = "", OnBehalfOf = "" });
        await Record(Act("铜梁", 1, "签收") with { Actor = "张三@500151" });

        var events = await Ledger.ReadStream("铜梁", 0, None);

        Assert.Equal([("", ""), ("张三@500151", "签收")], events.Select(e => (e.Actor, e.Payload.Text())));
        Assert.All(events, e => Assert.True(EventHash.Holds(e)));
    }

    [Fact]
    public async Task Append_TenThousandFrom64Callers_AreAllReadableAndChained()
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i <= 10_000; i = Interlocked.Increment(ref next))
                await Record(Act($"s/{i % 5_000}/{i / 5_001}", 0, $"{i}") with { Key = $"k/{i}" });
        })));

        var all = await Ledger.ReadAll(0, 20_000, None);

        Assert.Equal(10_000, all.Select(e => e.Payload.Text()).Distinct().Count());
        Assert.Equal(all.Select(e => e.Position).Order(), all.Select(e => e.Position));
        Assert.True((await ChainVerifier.Verify(Ledger, Models, None)).Holds);
        var again = await Ledger.Append(Act("elsewhere", 0, "x") with { Key = "k/1" }, None);
        Assert.Equal(AppendOutcome.Repeated, again.Outcome);
    }
}
