using Federation.Domain.Catalogs;

namespace Federation.Domain.Tests.Catalogs;

public sealed class CatalogPushTests
{
    [Fact]
    public void Decide_OneBadEntry_StopsItselfAlone()
    {
        var bad = Entries.Document("b", "") with { Disclosure = new Disclosure(DisclosureAttribute.Unset) };
        var catalog = new PaperCatalog();
        var decision = catalog.Push(Entries.Put(Entries.Document("a")), Entries.Put(bad), Entries.Put(Entries.Document("c")));

        Assert.Equal([EntryOutcome.Recorded, EntryOutcome.Refused, EntryOutcome.Recorded], decision.Results.Select(r => r.Outcome));
        Assert.Equal(["CT-002", "CT-003"], decision.Results[1].Findings.Where(f => f.Blocks).Select(f => f.Code));
        Assert.Equal([1L, 2L], decision.Results.Where(r => r.Outcome == EntryOutcome.Recorded).Select(r => r.Seq));
    }

    [Fact]
    public void Decide_TheSameAgain_RecordsNothing()
    {
        var catalog = new PaperCatalog();
        catalog.Push(Entries.Put(Entries.Document("a")));
        var again = catalog.Push(Entries.Put(Entries.Document("a"), 0));
        Assert.Empty(again.Events);
        Assert.Equal(new EntryResult(EntryId.Parse("a"), EntryOutcome.Unchanged, 1, 1, []).Outcome, again.Results[0].Outcome);
    }

    [Fact]
    public void Decide_ANamedTextThatNobodyHas_IsRefused_AndOnlyThatEntry()
    {
        var (text, file) = (Digest.Of([1]), Digest.Of([2]));
        var entry = Entries.Document("a") with { Body = text, Attachments = [new Attachment("一.pdf", "application/pdf", 1, file)] };
        EntryChange[] changes = [Entries.Put(entry), Entries.Put(Entries.Document("b"))];
        var decision = CatalogPush.Decide([.. changes], Entries.Context() with { Missing = [text, file] });
        Assert.Equal([EntryOutcome.Refused, EntryOutcome.Recorded], decision.Results.Select(r => r.Outcome));
        Assert.Equal([("CT-023", "body"), ("CT-023", "attachments[0]")], decision.Results[0].Findings.Where(f => f.Blocks).Select(f => (f.Code, f.Where)));
        Assert.All(CatalogPush.Decide([.. changes], Entries.Context()).Results, r => Assert.Equal(EntryOutcome.Recorded, r.Outcome));
    }

    [Theory] // revision that the sender knows, against revision 2 in the catalog
    [InlineData(null, EntryOutcome.Recorded)]
    [InlineData(2L, EntryOutcome.Recorded)]
    [InlineData(1L, EntryOutcome.Conflict)]
    [InlineData(0L, EntryOutcome.Conflict)]
    [InlineData(3L, EntryOutcome.Conflict)]
    public void Decide_OnARevision_IsTakenOnThePresentAlone(long? expected, EntryOutcome outcome)
    {
        var catalog = new PaperCatalog();
        catalog.Push(Entries.Put(Entries.Document("a")));
        catalog.Push(Entries.Put(Entries.Document("a", "第二稿")));
        var result = catalog.Push(Entries.Put(Entries.Document("a", "第三稿"), expected)).Results[0];
        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(outcome == EntryOutcome.Recorded ? 3 : 2, result.Revision);
    }

    [Fact]
    public void Decide_AnEntryNamedTwice_OrTooMany_IsRefused()
    {
        var twice = new PaperCatalog().Push(Entries.Put(Entries.Document("a")), Entries.Put(Entries.Document("a", "另一稿")));
        Assert.All(twice.Results, r => Assert.Equal("CT-019", Assert.Single(r.Findings).Code));
        var many = new PaperCatalog().Push([.. Enumerable.Range(0, 1001).Select(i => Entries.Put(Entries.Document($"e{i}")))]);
        Assert.All(many.Results, r => Assert.Equal("CT-018", Assert.Single(r.Findings).Code));
        Assert.Equal(1000, new PaperCatalog().Push([.. Enumerable.Range(0, 1000).Select(i => Entries.Put(Entries.Document($"e{i}")))]).Events.Length);
    }

    [Fact]
    public void Decide_TitlesRepeat_IdsAndIndexNumbersDoNot()
    {
        var catalog = new PaperCatalog();
        var first = Entries.Document("a", "通知", (EntryFields.IndexNumber, "000000001/2025-00037"));
        Assert.Equal(EntryOutcome.Recorded, catalog.Push(Entries.Put(first)).Results[0].Outcome);
        Assert.Equal(EntryOutcome.Recorded, catalog.Push(Entries.Put(Entries.Document("b", "通知"))).Results[0].Outcome);
        var taken = catalog.Push(Entries.Put(first with { Id = EntryId.Parse("c") })).Results[0];
        Assert.Equal("CT-016", Assert.Single(taken.Findings).Code);
        Assert.Equal(EntryOutcome.Recorded, catalog.Push(Entries.Put(first with { Title = "通知(修改)" })).Results[0].Outcome); // its own number
    }

    [Fact]
    public void Decide_Removals_NeedAReason_AndAnEntry()
    {
        var catalog = new PaperCatalog();
        catalog.Push(Entries.Put(Entries.Document("a")));
        Assert.Equal("CT-106", Assert.Single(catalog.Push(Entries.Remove("a") with { Reason = " " }).Results[0].Findings).Code);
        Assert.Equal("CT-102", Assert.Single(catalog.Push(Entries.Remove("z")).Results[0].Findings).Code);
        Assert.Equal(EntryOutcome.Recorded, catalog.Push(Entries.Remove("a")).Results[0].Outcome);
        Assert.Equal(EntryOutcome.Unchanged, catalog.Push(Entries.Remove("a")).Results[0].Outcome);
        Assert.Equal(Digest.None, catalog.Whole.Digest);
        var back = catalog.Push(Entries.Put(Entries.Document("a")));
        Assert.Equal(3, back.Results[0].Revision); // the tombstone counted
    }

    [Theory] // of 100 entries, 10% are free
    [InlineData(10, EntryOutcome.Recorded)]
    [InlineData(11, EntryOutcome.Held)]
    public void Decide_ManyRemovals_Wait(int count, EntryOutcome outcome)
    {
        var catalog = Filled(100);
        var decision = catalog.Push([.. Enumerable.Range(0, count).Select(i => Entries.Remove($"e{i}"))]);
        Assert.All(decision.Results, r => Assert.Equal(outcome, r.Outcome));
        Assert.Equal(outcome == EntryOutcome.Held ? 100 : 90, catalog.Whole.Count);
    }

    [Fact]
    public void Decide_RemovalsOfADay_AreCountedTogether()
    {
        var catalog = Filled(100);
        for (var i = 0; i < 10; i++)
            Assert.Equal(EntryOutcome.Recorded, catalog.Push(Entries.Remove($"e{i}")).Results[0].Outcome);
        Assert.Equal(EntryOutcome.Held, catalog.Push(Entries.Remove("e10")).Results[0].Outcome);
        catalog.Head = catalog.Head with { RemovedOn = Entries.Today.AddDays(-1) }; // another day
        Assert.Equal(EntryOutcome.Recorded, catalog.Push(Entries.Remove("e11")).Results[0].Outcome);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(39, 3)]
    [InlineData(40, 4)]
    [InlineData(500, 50)]
    [InlineData(100_000, 50)]
    public void Bound_IsAShare_AtLeastAHandful_AtMostTheCount(int entries, int bound) => Assert.Equal(bound, CatalogSettings.Default.Bound(entries));

    [Fact]
    public void DecideRemovals_BySomebodyElse_RemovesWhatIsStillThere()
    {
        var catalog = Filled(40);
        catalog.Push([.. Enumerable.Range(0, 20).Select(i => Entries.Remove($"e{i}"))]);
        var rows = System.Collections.Immutable.ImmutableDictionary.CreateRange(catalog.Rows);
        Assert.Equal(["CT-104", "CT-106"], RemovalGuard.Decide(catalog.Head, rows, 1, true, "", "zhang@330110").Findings.Select(f => f.Code));
        Assert.Equal("CT-105", Assert.Single(RemovalGuard.Decide(catalog.Head, rows, 2, true, "已核对", "li@330110").Findings).Code);
        Assert.Empty(RemovalGuard.Decide(catalog.Head, rows, 1, false, "误操作", "zhang@330110").Findings); // one's own may be taken back

        var (events, findings) = RemovalGuard.Decide(catalog.Head, rows, 1, true, "已核对", "li@330110");
        Assert.Empty(findings);
        catalog.Record(events, "li@330110");
        Assert.Equal(20, catalog.Whole.Count);
        Assert.Empty(catalog.Head.Holds);
        Assert.Equal(0, catalog.Head.RemovedCount); // confirmed ones do not count against the day
        Assert.Equal(2, catalog.Push([.. Enumerable.Range(20, 20).Select(i => Entries.Remove($"e{i}"))]).Events.OfType<RemovalsHeld>().Single().Hold);
    }

    [Fact]
    public void Events_SurviveTheirEncoding()
    {
        var full = Entries.Matter("m-1") with
        {
            Disclosure = new Disclosure(DisclosureAttribute.Withheld, "涉及国家秘密", "条例第十四条"), Validity = new Validity(ValidityState.Repealed, new DateOnly(2026, 1, 1)),
            Links = [new EntryLink(LinkRelation.Interprets, Federation.Domain.Divisions.UnitId.Parse("330000"), EntryId.Parse("x/1")), new EntryLink(LinkRelation.Related, null, EntryId.Parse("y"))],
            Body = Digest.Of("正文"u8), Attachments = [new Attachment("附件.pdf", "application/pdf", 12, Digest.Of("%PDF"u8))],
        };
        CatalogEvent[] events =
        [
            new EntryPut(full, 3, "330110/website", "王", "v7", "li@330110", 2), new EntryRemoved(full.Id, 4, "重复", "330110", "zhang", 3),
            new RemovalsHeld(1, [full.Id, EntryId.Parse("b")], "栏目撤并", "330110/website"), new RemovalsDecided(1, true, "已核对"),
            new CatalogSettingsChanged(new CatalogSettings(5, 20, ["初审", "保密审查", "签发"], "{year}-{serial:5}")),
        ];
        foreach (var happened in events)
        {
            var written = CatalogEventJson.Write(happened);
            var read = CatalogEventJson.Read(written.Kind, written.KindVersion, written.Payload);
            Assert.Equal(System.Text.Encoding.UTF8.GetString(written.Payload.Span), System.Text.Encoding.UTF8.GetString(CatalogEventJson.Write(read).Payload.Span));
            Assert.IsType(happened.GetType(), read);
        }
        Assert.True(full.SameAs(((EntryPut)CatalogEventJson.Read("entry-put", 1, CatalogEventJson.Write(events[0]).Payload)).Entry));
    }

    private static PaperCatalog Filled(int entries)
    {
        var catalog = new PaperCatalog();
        catalog.Push([.. Enumerable.Range(0, entries).Select(i => Entries.Put(Entries.Document($"e{i}")))]);
        return catalog;
    }
}
