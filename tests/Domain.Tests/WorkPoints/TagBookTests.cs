using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.WorkPoints;

namespace Federation.Domain.Tests.WorkPoints;

public sealed class TagBookTests
{
    private static readonly DateOnly March = new(2026, 3, 2);

    [Fact]
    public void Tag_HoldsFromItsDay_UntilItIsTaken()
    {
        var book = Then(TagBook.Blank, b => b.Put("试点", [Plans.Tongliang, Plans.Beibei], March, "渝府办发〔2026〕3号", _ => true));
        book = Then(book, b => b.Take("试点", [Plans.Beibei], March.AddDays(30), "试点结束"));

        Assert.Empty(book.AsOf(March.AddDays(-1)).Units);
        Assert.Equal(2, book.AsOf(March.AddDays(29)).Units["试点"].Count);
        Assert.Equal([Plans.Tongliang], book.AsOf(March.AddDays(30)).Units["试点"]);
        Assert.Empty(book.Put("试点", [Plans.Tongliang], March.AddDays(40), "再贴", _ => true).Events); // it bears it still
        Assert.Empty(book.Take("试点", [Plans.Beibei], March.AddDays(40), "再去").Events);
    }

    [Fact]
    public void Put_WithFaults_TellsAllOfThem()
    {
        Assert.Equal(["WP-421", "WP-205", "WP-422"], TagBook.Blank.Put("试 点", [Plans.Tongliang], March, " ", _ => false).Findings.Select(f => f.Code));
        Assert.Equal(["WP-422"], TagBook.Blank.Put("试点", [], March, "理由", _ => true).Findings.Select(f => f.Code));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void Tag_HasOneToTwentyCharacters(int length, bool refused) =>
        Assert.Equal(refused, TagBook.Blank.Put(new string('点', length), [Plans.Tongliang], March, "理由", _ => true).Refused);

    [Fact]
    public void Events_AreReadAsTheyWereWritten()
    {
        foreach (var happened in new TagEvent[] { new TagPut("试点", [Plans.Tongliang], March, "理由"), new TagTaken("试点", [Plans.Beibei], March, "理由") })
        {
            var written = TagEventJson.Write(happened);
            var read = TagEventJson.Read(new RecordedEvent(7, "tags/500000", 1, DateTimeOffset.UnixEpoch, "li@500000", "", "", written.Kind, written.KindVersion, written.Payload.ToArray(), EventHash.Origin, EventHash.Origin));
            Assert.Equal(written.Payload.ToArray(), TagEventJson.Write(read).Payload.ToArray());
        }
    }

    private static TagBook Then(TagBook book, Func<TagBook, Decision<TagEvent>> act)
    {
        var decision = act(book);
        Assert.False(decision.Refused);
        return decision.Events.Aggregate(book, (b, e) => b.Apply(e, "wang@500000"));
    }
}
