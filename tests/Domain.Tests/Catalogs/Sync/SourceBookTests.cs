using System.Collections.Immutable;
using Federation.Domain.Catalogs.Sources;
using Federation.Domain.Catalogs.Sync;
using Federation.Domain.Findings;

namespace Federation.Domain.Tests.Catalogs.Sync;

/// <summary>The life of a source: registered, paused, resumed, removed, registered again.</summary>
public sealed class SourceBookTests
{
    private static readonly SourceSettings Website = new(
        "website", SourceKind.Json, "https://example.gov.cn/list.json", 60, 10, 1_000_000, 1000, "", "", "", "", ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string> { ["id"] = "id", ["title"] = "name" }));

    private static readonly SourceRun Reading = new("website", Entries.Now, false, 4, 1, 2, 3, 4, 5, new SourceMemory("\"v1\"", Entries.Now, 4), [], [], 0);

    [Fact]
    public void Pause_StopsTheSchedule_KeepsTheMemory_AndSaysWhy()
    {
        var book = After(new SourceSet(Website), new SourceRan(Reading));
        Assert.Equal(Entries.Now.AddMinutes(60), book.Sources["website"].NextAt);
        var paused = book.Apply(Only(book.Pause("website", " 网站改版 ")), Entries.Now, "wang@330110");
        Assert.Equal((null, new SourceNote("网站改版", "wang@330110", Entries.Now), 4), (paused.Sources["website"].NextAt, paused.Sources["website"].Pause, paused.Sources["website"].Memory.Listed));
        Assert.Empty(paused.Pause("website", "再一次").Events);
        Assert.NotNull(After(paused, new SourceSet(Website with { EveryMinutes = 120 })).Sources["website"].Pause); // new settings do not set it going

        var resumed = paused.Apply(Only(paused.Resume("website")), Entries.Now, "wang@330110");
        Assert.Equal((Entries.Now.AddMinutes(60), null), (resumed.Sources["website"].NextAt, resumed.Sources["website"].Pause));
        Assert.Empty(resumed.Resume("website").Events);
    }

    [Fact]
    public void Remove_FreesTheName_AndIsRememberedUntilItIsRegisteredAgain()
    {
        var book = After(new SourceSet(Website), new SourceRan(Reading));
        var gone = book.Apply(Only(book.Remove("website", "栏目撤销")), Entries.Now, "wang@330110");
        Assert.Empty(gone.Sources);
        Assert.Equal(new SourceNote("栏目撤销", "wang@330110", Entries.Now), gone.Gone["website"]);
        Assert.Equal(["CT-423"], gone.Ran(Reading).Findings.Select(f => f.Code)); // a reading that was under way
        var again = After(gone, new SourceSet(Website));
        Assert.Equal((null, 0), (again.Sources["website"].Last, again.Gone.Count));
    }

    [Theory]
    [InlineData("website", "", "CT-427")]
    [InlineData("website", "  ", "CT-427")]
    [InlineData("other", "理由", "CT-423")]
    [InlineData("other", "", "CT-423,CT-427")]
    public void RemoveAndPause_WithoutReason_OrOfNoSource_AreRefused(string name, string reason, string codes)
    {
        var book = After(new SourceSet(Website));
        Assert.Equal(codes.Split(','), book.Remove(name, reason).Findings.Select(f => f.Code));
        Assert.Equal(codes.Split(','), book.Pause(name, reason).Findings.Select(f => f.Code));
    }

    [Fact]
    public void Reason_HasAtMost500Characters()
    {
        var book = After(new SourceSet(Website));
        Assert.False(book.Remove("website", new string('因', 500)).Refused);
        Assert.True(book.Remove("website", new string('因', 501)).Refused);
        Assert.Equal(["CT-423"], book.Resume("other").Findings.Select(f => f.Code));
    }

    [Fact]
    public void Set_ToldWhatTheNetworkHasAgainstIt_RefusesWithEverything()
    {
        var refused = SourceBook.Set(Website with { EveryMinutes = 5 }, SyncRules.NotPublic.At("url"));
        Assert.Equal(["CT-410", "CT-424"], refused.Findings.Select(f => f.Code).Order());
    }

    private static SourceBook After(params SourceEvent[] events) => After(SourceBook.Blank, events);

    private static SourceBook After(SourceBook book, params SourceEvent[] events) => events.Aggregate(book, (b, e) => b.Apply(e, Entries.Now, "wang@330110"));

    private static SourceEvent Only(Decision<SourceEvent> decision) => Assert.Single(decision.Events);
}
