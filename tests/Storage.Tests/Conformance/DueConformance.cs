using Federation.Domain.Ledger;
using Federation.Storage.Tests.Support;
using static Federation.Storage.Tests.Support.Acts;

namespace Federation.Storage.Tests.Conformance;

public abstract class DueConformance(TestStore store) : StoreConformance(store)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 9, 12, 0, 0, TimeSpan.FromHours(8));

    private static DueRow Row(string reference, string kind, int hours, string unit = "500151") => new(Id(unit), Noon.AddHours(hours).ToUniversalTime(), kind, reference);

    private static DuesChanged Set(string reference, params DueRow[] rows) => new(reference, [.. rows]);

    private async Task<DueRow[]> All(int from = -100, int until = 100) => [.. await Dues.Due(Noon.AddHours(from), Noon.AddHours(until), null, 100, None)];

    [Fact]
    public async Task Due_AfterActs_AnswersRowsInOrderOfMomentReferenceAndKind()
    {
        await Record(Act("a", 0, "one") with { Changes = [Set("clock/b", Row("clock/b", "remind", 2), Row("clock/b", "overdue", 1)), Set("clock/a", Row("clock/a", "remind", 2))] });

        Assert.Equal([Row("clock/b", "overdue", 1), Row("clock/a", "remind", 2), Row("clock/b", "remind", 2)], await All());
    }

    [Theory]
    [InlineData(1, 2, 2)] // both ends belong to it
    [InlineData(2, 2, 1)]
    [InlineData(3, 9, 0)]
    [InlineData(-9, 0, 0)]
    public async Task Due_OfASpan_AnswersWhatLiesInIt(int from, int until, int count)
    {
        await Record(Changing(Set("x", Row("x", "a", 1), Row("x", "b", 2))));

        Assert.Equal(count, (await All(from, until)).Length);
    }

    [Fact]
    public async Task Due_InPages_AnswersEveryRowOnce()
    {
        await Record(Changing([.. Enumerable.Range(0, 25).Select(n => Set($"x/{n:00}", Row($"x/{n:00}", "a", n / 5), Row($"x/{n:00}", "b", n / 5)))]));

        var seen = new List<DueRow>();
        for (DueRow? after = null; await Dues.Due(Noon, Noon.AddHours(100), after, 7, None) is { IsEmpty: false } page; after = page[^1])
            seen.AddRange(page);

        Assert.Equal(await All(), seen);
        Assert.Equal(50, seen.Distinct().Count());
    }

    [Fact]
    public async Task Append_WithNewDatesOfAReference_ReplacesItsOldOnesAndNoOthers()
    {
        await Record(Changing(Set("x", Row("x", "a", 1), Row("x", "b", 2)), Set("y", Row("y", "a", 1))));

        await Record(Changing(Set("x", Row("x", "a", 5, "500152"))));
        Assert.Equal([Row("y", "a", 1), Row("x", "a", 5, "500152")], await All());
        Assert.Equal(Row("x", "a", 5, "500152"), Assert.Single(await Dues.DueOf("x", None)));

        await Record(Changing(Set("x")));
        Assert.Equal([Row("y", "a", 1)], await All());
        Assert.Empty(await Dues.DueOf("x", None));
    }

    [Fact]
    public async Task Append_ThatConflictsOrRepeats_ChangesNoDate()
    {
        await Record(Act("a", 0, "one") with { Key = "k", Changes = [Set("x", Row("x", "a", 1))] });

        Assert.Equal(AppendOutcome.Conflict, (await Ledger.Append(Act("a", 0, "two") with { Changes = [Set("x")] }, None)).Outcome);
        Assert.Equal(AppendOutcome.Repeated, (await Ledger.Append(Act("a", 1, "two") with { Key = "k", Changes = [Set("x")] }, None)).Outcome);

        Assert.Equal([Row("x", "a", 1)], await All());
    }

    [Fact]
    public async Task Append_WithADateOfAnotherReference_IsRefusedAsMisuse() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Ledger.Append(Changing(Set("x", Row("y", "a", 1))), None));
}
