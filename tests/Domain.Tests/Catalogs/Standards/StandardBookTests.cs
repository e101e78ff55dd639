using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;

namespace Federation.Domain.Tests.Catalogs.Standards;

/// <summary>A unit's standard: what it works on, publishes, takes over from above and decides.</summary>
public sealed class StandardBookTests
{
    private static readonly UnitId Province = UnitId.Parse("330000");
    private static readonly StandardBook Blank = StandardBook.Blank(UnitId.Parse("330110"));

    [Fact]
    public void Edit_IsRecorded_AndTheSameAgainIsNothing()
    {
        var book = Edited(Blank, Item("a", "按月"));
        Assert.Equal(("县标准目录", "按月", true, 0), (book.Title, book.Items["a"][EntryFields.Limit], book.IsAhead, book.Version));
        Assert.Equal(Decision<StandardEvent>.Nothing, book.Edit("", "", [Item("a", "按月")], [], -1));
        Assert.IsType<StandardEdited>(Assert.Single(book.Edit("新标题", "", [], [], -1).Events));
    }

    [Theory] // what the editor knew; whether the edit is taken
    [InlineData(-1, "")]
    [InlineData(1, "")]
    [InlineData(0, "CT-101")]
    [InlineData(2, "CT-101")]
    public void Edit_FromAnOlderRevision_IsRefused(long expected, string code) =>
        Assert.Equal(code, string.Join(' ', Edited(Blank, Item("a", "按月")).Edit("", "", [Item("b", "按月")], [], expected).Findings.Select(f => f.Code)));

    [Fact]
    public void Edit_FindsEveryFaultAtOnce()
    {
        var decision = Blank.Edit("t", "b", [Item("a", "按月"), Item("a", "按周"), Item("有空格 的", "随便什么时候") with { Title = " " }], ["z"], -1);
        Assert.True(decision.Refused);
        Assert.Equal(["CT-001", "CT-002", "CT-311", "CT-312"], decision.Findings.Where(f => f.Blocks).Select(f => f.Code).Order());
    }

    [Fact]
    public void Edit_ToldWhereItDemandsLess_AndRefusedOnlyWhenPublished()
    {
        var book = Taken(Blank, Above(1, Item("a", "20个工作日内") with { Required = true }));
        var decision = book.Edit("", "", [], ["a"], -1);
        Assert.Equal("CT-303", Assert.Single(decision.Findings).Code);
        var edited = book.Apply(Assert.Single(decision.Events));
        edited = Edited(edited, Item("b", "按月"));
        Assert.Equal("CT-303", Assert.Single(edited.Publish().Findings).Code);
        Assert.True(edited.Publish().Refused);
    }

    [Fact]
    public void AnItemMadeOptional_ThatTheStandardRequires_IsFound_AndOneMadeRequired_Stays()
    {
        var strict = Above(1, Item("a", "按月") with { Required = true }, Item("b", "按月"));
        var book = Taken(Blank, strict);
        Assert.Equal("CT-303 a.required", string.Join(' ', book.Edit("", "", [Item("a", "按月")], [], -1).Findings.Select(f => $"{f.Code} {f.Where}")));
        var stricter = Edited(book, Item("b", "按月") with { Required = true });
        var later = stricter.Apply(Assert.Single(stricter.Take(Above(2, Item("a", "按月"), Item("b", "按周"))).Events));
        Assert.Equal((false, true, "按周"), (later.Items["a"].Required, later.Items["b"].Required, later.Items["b"][EntryFields.Limit]));
    }

    [Fact]
    public void Publish_NumbersVersions_AndRepeatsNone()
    {
        Assert.Equal("CT-308", Assert.Single(Blank.Publish().Findings).Code);
        var first = Published(Edited(Blank, Item("a", "按月")));
        Assert.Equal((1, false), (first.Version, first.IsAhead));
        Assert.Equal(Decision<StandardEvent>.Nothing, first.Publish());
        var second = Published(Edited(first, Item("a", "按周")));
        Assert.Equal([1, 2], second.Published.Select(p => p.Of.Version));
        Assert.Equal(["按月", "按周"], second.Published.Select(p => p.Items["a"][EntryFields.Limit]));
    }

    [Fact]
    public void Take_WithoutConflicts_IsDoneAtOnce_AndKeepsWhatIsOurs()
    {
        var book = Edited(Taken(Blank, Above(13, Item("a", "按月"), Item("b", "按月"))), Item("b", "按周"), Item("ours", "按日"));
        var happened = Assert.IsType<StandardSynced>(Assert.Single(book.Take(Above(14, Item("a", "按季度"), Item("b", "按月"), Item("c", "按年"))).Events));
        var after = book.Apply(happened);
        Assert.Equal(["a 按季度", "b 按周", "c 按年", "ours 按日"], after.Items.Values.Select(i => $"{i.Id} {i[EntryFields.Limit]}"));
        Assert.Equal((14, null), (after.Base!.Of.Version, after.Sync));
        Assert.True(after.IsAhead);
    }

    [Theory] // version offered to one that rests on 13
    [InlineData(13, false, "")]
    [InlineData(14, true, "")]
    [InlineData(15, false, "CT-309")]
    [InlineData(12, false, "CT-309")]
    public void Take_SkipsNoVersion(int offered, bool taken, string code)
    {
        var decision = Taken(Blank, Above(13, Item("a", "按月"))).Take(Above(offered, Item("a", "按周")));
        Assert.Equal((taken, code), (!decision.Events.IsEmpty, string.Join(' ', decision.Findings.Select(f => f.Code))));
    }

    [Fact]
    public void Take_OfAnotherOwner_BeginsWithItsNewest()
    {
        var book = Taken(Blank, new StandardCatalog(new(UnitId.Nation, 1), "", "", null, Of(Item("a", "按月"))));
        var after = Taken(book, Above(7, Item("a", "按周")));
        Assert.Equal("330000/v7", after.Base!.Of.ToString());
        Assert.Equal("按周", after.Items["a"][EntryFields.Limit]);
    }

    [Fact]
    public void Conflicts_HoldEverythingElse_UntilAPersonDecidesTheLast()
    {
        var book = InConflict();
        Assert.Equal(["a.limit", "b.limit"], book.OpenConflicts.Select(c => c.Place));
        Assert.Equal(13, book.Base!.Of.Version);
        Assert.Equal("CT-307", Assert.Single(book.Edit("", "", [Item("z", "按月")], [], -1).Findings).Code);
        Assert.Equal(["CT-307", "CT-307"], book.Publish().Findings.Select(f => f.Code));
        Assert.Equal(["CT-307", "CT-307"], book.Take(Above(15, Item("a", "按日"))).Findings.Select(f => f.Code));

        var half = Decided(book, new ConflictDecision("a.limit", ConflictChoice.Theirs, ""));
        Assert.Equal(("b.limit", 13), (Assert.Single(half.OpenConflicts).Place, half.Base!.Of.Version));
        var whole = Decided(half, new ConflictDecision("b.limit", ConflictChoice.Ours, "本县按周公开"));
        Assert.Equal(("按日", "按周", 14, null), (whole.Items["a"][EntryFields.Limit], whole.Items["b"][EntryFields.Limit], whole.Base!.Of.Version, whole.Sync));
        Assert.False(Published(whole).IsAhead);
    }

    [Fact]
    public void Decide_FindsEveryFaultAtOnce_AndRecordsNone()
    {
        var decision = InConflict().Decide([new("a.limit", ConflictChoice.Ours, " "), new("c", ConflictChoice.Theirs, ""), new("b.limit", ConflictChoice.Theirs, ""), new("b.limit", ConflictChoice.Ours, "理由")]);
        Assert.True(decision.Refused);
        Assert.Equal(["CT-301", "CT-302", "CT-312"], decision.Findings.Select(f => f.Code).Order());
        Assert.Equal("CT-301", Assert.Single(InConflict().Decide([]).Findings).Code);
        Assert.Equal("CT-301", Assert.Single(Blank.Decide([new("a", ConflictChoice.Theirs, "")]).Findings).Code);
    }

    [Fact]
    public void ADecision_MayBeTakenBack_WhileAnotherConflictIsOpen()
    {
        var half = Decided(InConflict(), new ConflictDecision("a.limit", ConflictChoice.Theirs, ""));
        var again = Decided(half, new ConflictDecision("a.limit", ConflictChoice.Ours, "本县有特殊规定"), new ConflictDecision("b.limit", ConflictChoice.Theirs, ""));
        Assert.Equal(("按季度", "按年"), (again.Items["a"][EntryFields.Limit], again.Items["b"][EntryFields.Limit]));
    }

    [Fact]
    public void Exempt_NeedsAReasonAndAnItemInForce_AndCanBeTakenBack()
    {
        var inForce = Above(1, Item("a", "按月"));
        Assert.Equal(["CT-311", "CT-310"], Blank.Exempt("z", " ", inForce).Findings.Select(f => f.Code));
        Assert.Equal("CT-311", Assert.Single(Blank.Exempt("a", "本县无此事项", null).Findings).Code);
        var aside = Blank.Apply(Assert.Single(Blank.Exempt("a", "本县无此事项", inForce).Events));
        Assert.Equal("本县无此事项", aside.SetAside["a"]);
        Assert.Equal(Decision<StandardEvent>.Nothing, aside.Exempt("a", "本县无此事项", inForce));
        Assert.Empty(aside.Apply(Assert.Single(aside.Exempt("a", "", inForce).Events)).SetAside);
        Assert.Equal(Decision<StandardEvent>.Nothing, Blank.Exempt("a", "", inForce));
    }

    [Fact]
    public void Gaps_CountWhatBindsTheTier_AndAnEntryOutweighsBeingSetAside()
    {
        var standard = Above(1, Item("a", "按月"), Item("b", "按月"), Item("c", "按月"), Item("d", "按月") with { Levels = [Tier.Township] });
        var county = new Unit(Blank.Owner, "丙县", Tier.County, UnitKind.Territory, Province, DateOnly.MinValue, DateOnly.MaxValue);
        var list = Gaps.Of(county, standard, new HashSet<string> { "a", "b" }, new HashSet<string> { "a", "d" });
        Assert.Equal((3, 1, 1, "c"), (list.Bound, list.Fulfilled, list.SetAside, Assert.Single(list.Missing).Id));
    }

    [Fact]
    public void Difference_NamesFieldsAndWholeItems()
    {
        var changes = StandardDifference.Of(Of(Item("a", "按月"), Item("b", "按月")), Of(Item("a", "按周") with { Required = true }, Item("c", "按月")));
        Assert.Equal(["a.limit 按月>按周", "a.required >yes", "b. 低保>", "c. >低保"], changes.Select(c => $"{c.Item}.{c.Field} {c.Before}>{c.After}"));
        Assert.Empty(StandardDifference.Of(Of(Item("a", "按月")), Of(Item("a", "按月"))));
    }

    [Fact]
    public void Events_AreReadAsTheyWereWritten()
    {
        StandardEvent[] all =
        [
            new StandardEdited("标题", "依据", [Item("a", "按月") with { Levels = [Tier.County, Tier.Township], Required = true }], ["b"]), new StandardPublished(3), new StandardItemSetAside("a", "无“此”事项"),
            new StandardSynced(Above(14, Item("a", "按月")), Of(Item("a", "按周"), Item("b", ""))), new StandardSyncProposed(Above(14) with { Base = new(UnitId.Nation, 2) }),
            new StandardConflictsDecided([new("a.limit", ConflictChoice.Ours, "理由"), new("b", ConflictChoice.Theirs, "")]),
        ];
        foreach (var happened in all)
        {
            var written = StandardJson.Write(happened);
            var read = StandardJson.Read(Recorded(written));
            Assert.Equal(happened.GetType(), read.GetType());
            Assert.Equal(written.Payload.ToArray(), StandardJson.Write(read).Payload.ToArray()); // what is written again is the same to the byte
        }
        var edited = Assert.IsType<StandardEdited>(StandardJson.Read(Recorded(StandardJson.Write(all[0]))));
        Assert.True(edited.Put[0].SameAs(((StandardEdited)all[0]).Put[0]));
        Assert.Throws<FormatException>(() => StandardJson.Read(Recorded(StandardJson.Write(all[1])) with { KindVersion = 2 }));
        Assert.Throws<FormatException>(() => StandardJson.Read(Recorded(StandardJson.Write(all[1])) with { Payload = "{}"u8.ToArray() }));
    }

    private static RecordedEvent Recorded(NewEvent written) =>
        new(1, "standard/330110", 1, Entries.Now, "a@330110", "", "", written.Kind, written.KindVersion, written.Payload, default, default);

    private static StandardBook InConflict()
    {
        var ours = Edited(Taken(Blank, Above(13, Item("a", "按月"), Item("b", "按月"))), Item("a", "按季度"), Item("b", "按周"));
        return ours.Apply(Assert.IsType<StandardSyncProposed>(Assert.Single(ours.Take(Above(14, Item("a", "按日"), Item("b", "按年"))).Events)));
    }

    private static StandardBook Edited(StandardBook book, params ImmutableArray<StandardItem> items) => book.Apply(Assert.Single(book.Edit("县标准目录", "县政办〔2026〕1号", items, [], -1).Events));

    private static StandardBook Taken(StandardBook book, StandardCatalog above) => book.Apply(Assert.IsType<StandardSynced>(Assert.Single(book.Take(above).Events)));

    private static StandardBook Published(StandardBook book) => book.Apply(Assert.IsType<StandardPublished>(Assert.Single(book.Publish().Events)));

    private static StandardBook Decided(StandardBook book, params ImmutableArray<ConflictDecision> decisions) => book.Apply(Assert.Single(book.Decide(decisions).Events));

    private static StandardCatalog Above(int version, params StandardItem[] items) => new(new StandardVersion(Province, version), "省标准目录", "省政办〔2026〕1号", null, Of(items));

    private static ImmutableSortedDictionary<string, StandardItem> Of(params StandardItem[] items) => items.ToImmutableSortedDictionary(i => i.Id, i => i, StringComparer.Ordinal);

    private static StandardItem Item(string id, string limit) => new(
        id, "低保", limit.Length == 0 ? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal) : ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.Limit, limit)]), [], false);
}
