using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Sync;

namespace Federation.Domain.Tests.Catalogs.Sync;

/// <summary>Copies of a catalog: what they take, what they refuse, and how they prove themselves.</summary>
public sealed class CopyTests
{
    [Fact]
    public async Task Take_TheSamePageAgain_ChangesNothing()
    {
        var source = Source(40);
        var once = (await CatalogCopy.Empty.Take(source.Page(0, 100))).Copy;
        var twice = await once.Take(source.Page(0, 100));
        Assert.Same(once, twice.Copy);
        Assert.Empty(twice.Changed);
        Assert.Equal(Proof.Equal, once.Against(source.Page(once.Cursor, 10)));
    }

    [Fact]
    public async Task Take_ALatePage_BringsNothingBack()
    {
        var source = Source(10);
        var late = source.Page(0, 100);
        source.Push(Entries.Remove("e3"));
        source.Push(Entries.Put(Entries.Document("e4", "改过的标题")));
        var copy = (await (await CatalogCopy.Empty.Take(source.Page(0, 100))).Copy.Take(late)).Copy;
        Assert.True(copy.Find(EntryId.Parse("e3"))!.Removed);
        Assert.Equal("改过的标题", copy.Find(EntryId.Parse("e4"))!.Entry!.Title);
        Assert.Equal(source.Head.Whole, copy.Whole);
    }

    [Fact]
    public async Task Take_WithAPageMissing_IsRefused()
    {
        var source = Source(10);
        await Refused(CatalogCopy.Empty, source.Page(5, 100), "CT-404");
    }

    [Theory] // the source was emptied, or an old backup of it was put in place: it says another sequence than was asked with
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public async Task Take_FromASourceThatWentBack_IsRefused(long seq, bool refused)
    {
        var copy = (await CatalogCopy.Empty.Take(Source(10).Page(0, 100))).Copy;
        var taken = await copy.Take(new FeedPage(10, [], Math.Max(seq, 10), true, seq, Digest.None));
        Assert.Equal(refused ? ["CT-401"] : [], taken.Findings.Select(f => f.Code));
        Assert.Equal(10, taken.Copy.Whole.Count);
        Assert.Equal(refused ? Proof.Behind : Proof.Differs, taken.Copy.Against(new FeedPage(10, [], 10, true, seq, Digest.None)));
    }

    [Fact]
    public async Task Take_ContentOfAnotherHash_IsRefused()
    {
        var page = Source(10).Page(0, 100);
        await Refused(CatalogCopy.Empty, page with { Changes = page.Changes.SetItem(3, page.Changes[3] with { Entry = Entries.Document("e3", "伪造的标题") }) }, "CT-402");
        await Refused(CatalogCopy.Empty, page with { Changes = page.Changes.SetItem(3, page.Changes[3] with { Entry = null }) }, "CT-402");
        await Refused(CatalogCopy.Empty, page with { Changes = page.Changes.SetItem(3, page.Changes[3] with { Id = EntryId.Parse("other") }) }, "CT-402");
    }

    [Fact]
    public async Task Take_APageOutOfOrder_IsRefused()
    {
        var page = Source(10).Page(0, 100);
        await Refused(CatalogCopy.Empty, page with { Changes = [.. page.Changes.Reverse()] }, "CT-403");
        await Refused(CatalogCopy.Empty, page with { NextSeq = 9 }, "CT-403");
        await Refused(CatalogCopy.Empty, page with { Changes = [page.Changes[0], page.Changes[0] with { Seq = 2 }] }, "CT-403");
    }

    [Fact]
    public async Task Compare_OneEntryOfManyThousands_IsNamedInAFewSteps_AndMended()
    {
        var source = Source(10_000);
        var page = source.Page(0, 20_000);
        var lossy = (await CatalogCopy.Empty.Take(page with { Changes = page.Changes.RemoveAt(4321) })).Copy;
        Assert.Equal(Proof.Differs, lossy.Against(source.Page(lossy.Cursor, 10)));

        var comparison = await DigestCompare.Of(source.Copy, source.Head.Whole, lossy, lossy.Whole);
        var mismatch = Assert.Single(comparison.Mismatches);
        Assert.Equal((page.Changes[4321].Id, null), (mismatch.Id, mismatch.Right));
        Assert.InRange(comparison.Steps, 2, 8);

        var mended = await lossy.Mend([source.Copy.Find(mismatch.Id)!]);
        Assert.Equal(source.Head.Whole, mended.Copy.Whole);
        Assert.Same(mended.Copy, (await mended.Copy.Mend([source.Copy.Find(mismatch.Id)!])).Copy);
    }

    [Fact]
    public async Task Mend_WithAnOlderState_ChangesNothing()
    {
        var source = Source(5);
        var old = source.Copy.Find(EntryId.Parse("e1"))!;
        source.Push(Entries.Remove("e1"));
        var copy = (await CatalogCopy.Empty.Take(source.Page(0, 10))).Copy;
        Assert.Same(copy, (await copy.Mend([old])).Copy);
    }

    [Fact]
    public async Task Log_CutOffAnywhere_ResumesAndEndsEqual()
    {
        var source = Source(6);
        source.Push(Entries.Remove("e2"));
        var first = await CatalogCopy.Empty.Take(source.Page(0, 4));
        var second = await first.Copy.Take(source.Page(first.Copy.Cursor, 10));
        byte[] file = [.. CopyLog.Write(first.Changed, first.Copy.Cursor), .. CopyLog.Write(second.Changed, second.Copy.Cursor)];
        for (var length = 0; length <= file.Length; length++)
        {
            var (rows, cursor, good) = CopyLog.Read(file.AsMemory(0, length));
            Assert.InRange(good, 0, length);
            var resumed = await CatalogCopy.Of(rows, cursor);
            Assert.Contains(cursor, new[] { 0, first.Copy.Cursor, second.Copy.Cursor });
            Assert.Equal(source.Head.Whole, (await resumed.Take(source.Page(cursor, 100))).Copy.Whole);
        }
    }

    [Fact]
    public async Task Log_DamagedInside_IsNotReadAsLess()
    {
        var taken = await CatalogCopy.Empty.Take(Source(3).Page(0, 10));
        var file = CopyLog.Write(taken.Changed, taken.Copy.Cursor);
        file[file.AsSpan().IndexOf((byte)'\n') + 5] = (byte)'#';
        Assert.Throws<FormatException>(() => CopyLog.Read(file));
    }

    [Fact]
    public async Task Log_HoldsTheCanonicalForm_SoThatPlainToolsProveIt()
    {
        var taken = await CatalogCopy.Empty.Take(Source(1).Page(0, 10));
        var line = System.Text.Encoding.UTF8.GetString(CopyLog.Write(taken.Changed, 1)).Split('\n')[0];
        var entry = line[(line.IndexOf("\"entry\":", StringComparison.Ordinal) + 8)..^1];
        Assert.Equal(taken.Changed[0].Hash, Digest.Of(System.Text.Encoding.UTF8.GetBytes(entry)));
    }

    private static async Task Refused(CatalogCopy copy, FeedPage page, string code)
    {
        var taken = await copy.Take(page);
        Assert.Contains(code, taken.Findings.Select(f => f.Code));
        Assert.Same(copy, taken.Copy);
    }

    private static FedCatalog Source(int entries)
    {
        var source = new FedCatalog();
        foreach (var some in Enumerable.Range(0, entries).Select(i => Entries.Put(Entries.Document($"e{i}"))).Chunk(1000))
            source.Push([.. some]);
        return source;
    }
}
