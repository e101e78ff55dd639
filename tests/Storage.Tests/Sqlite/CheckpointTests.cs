using Federation.Storage.Sqlite;
using Federation.Storage.Tests.Support;

namespace Federation.Storage.Tests.Sqlite;

public sealed class CheckpointTests : IAsyncLifetime
{
    private readonly TestStore store = TestStore.OnSqlite();

    private static CancellationToken None => CancellationToken.None;

    private SqliteCheckpoints Checkpoints => ((SqliteLedger)store.Ledger).Checkpoints;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => store.DisposeAsync().AsTask();

    [Fact]
    public async Task Write_ThenRead_AnswersBytesAndTag()
    {
        var etag = await Checkpoints.Write("report", "report/500151", new byte[] { 1, 2 }, null, None);

        var read = await Checkpoints.Read("report", "report/500151", None);

        Assert.Equal(("report/500151", etag), (read!.Key, read.Etag));
        Assert.Equal([1, 2], read.Bytes.ToArray());
        Assert.Null(await Checkpoints.Read("other", "report/500151", None));
    }

    [Theory]
    [InlineData(null)] // believes there is none
    [InlineData("7777")] // another tag
    [InlineData("no number")]
    public async Task Write_WithAnotherTag_IsRefusedAndWritesNothing(string? etag)
    {
        await Checkpoints.Write("s", "k", new byte[] { 1 }, null, None);

        await Assert.ThrowsAsync<CheckpointConflictException>(async () => await Checkpoints.Write("s", "k", new byte[] { 2 }, etag, None));
        if (etag is not null)
            await Assert.ThrowsAsync<CheckpointConflictException>(async () => await Checkpoints.Write("s", "new", new byte[] { 2 }, etag, None));
        await Assert.ThrowsAsync<CheckpointConflictException>(async () => await Checkpoints.Clear("s", "k", etag, None));

        Assert.Equal([1], (await Checkpoints.Read("s", "k", None))!.Bytes.ToArray());
    }

    [Fact]
    public async Task Clear_ThenWriteAnew_NeverBearsAnOldTag()
    {
        var first = await Checkpoints.Write("s", "k", new byte[] { 1 }, null, None);
        await Checkpoints.Clear("s", "k", first, None);
        await Checkpoints.Clear("s", "k", first, None); // nothing there: no matter

        var second = await Checkpoints.Write("s", "k", new byte[] { 1 }, null, None);

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Write_FromTwoAtOnce_IsWonByOne()
    {
        var etag = await Checkpoints.Write("s", "k", new byte[] { 0 }, null, None);

        var writes = Enumerable.Range(0, 8).Select(i => Checkpoints.Write("s", "k", new byte[] { (byte)i }, etag, None).AsTask()).ToArray();
        await Task.WhenAll(writes.Select(write => write.ContinueWith(_ => { }, TaskScheduler.Default)));

        _ = Assert.Single(writes, write => write.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task List_OfAState_AnswersAllInOrderOfKey()
    {
        foreach (var key in (string[])["b", "a", "c"])
            await Checkpoints.Write("reminders", key, ReadOnlyMemory<byte>.Empty, null, None);
        await Checkpoints.Write("other", "d", new byte[] { 1 }, null, None);

        Assert.Equal(["a", "b", "c"], (await Checkpoints.List("reminders", None)).Select(c => c.Key));
    }
}
