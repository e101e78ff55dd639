using Federation.Domain.Ledger;
using Federation.Storage.Sqlite;
using Federation.Storage.Sqlite.Native;
using Federation.Storage.Tests.Support;
using Federation.Storage.Verification;
using static Federation.Storage.Tests.Support.Acts;

namespace Federation.Storage.Tests.Sqlite;

public sealed class SqliteLedgerTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken None => CancellationToken.None;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Open_Again_FindsEverythingAndGoesOn()
    {
        AppendResult first;
        await using (var ledger = Open())
            first = await ledger.Append(Act("a", 0, "one") with { Key = "k", Outgoing = [Message("x", "m1")] }, None);
        await using (var ledger = Open())
            await ledger.Append(Changing() with { Absorbed = first.MessagePositions }, None);

        await using var reopened = Open();
        var again = await reopened.Append(Act("a", 0, "one") with { Key = "k" }, None);
        var next = await reopened.Append(Act("a", 1, "two") with { Outgoing = [Message("x", "m2")] }, None);

        Assert.Equal((AppendOutcome.Repeated, first.Position), (again.Outcome, again.Position));
        Assert.Equal(AppendOutcome.Recorded, next.Outcome);
        Assert.True(next.Position > first.Position);
        Assert.True(next.MessagePositions[0] > first.MessagePositions[0]); // though the outbox was empty when it was opened
    }

    [Fact]
    public async Task Open_InAFolderThatIsNotThere_CreatesIt()
    {
        await using var ledger = SqliteLedger.Open(Path.Combine(folder.Path, "a", "b", "ledger.db"), TimeProvider.System);
        Assert.Equal(AppendOutcome.Recorded, (await ledger.Append(Act("a", 0, "one"), None)).Outcome);
    }

    [Fact]
    public async Task Open_OfANewerSchema_IsRefusedInClearWords()
    {
        await Open().DisposeAsync();
        Execute("INSERT INTO migration VALUES (99, 'from the future', 0)");

        var refusal = Assert.Throws<InvalidOperationException>(Open);

        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_OfAFileThatIsNoDatabase_IsUnavailable()
    {
        await File.WriteAllTextAsync(folder.File, new string('x', 5000));
        Assert.Throws<LedgerUnavailableException>(Open);
    }

    [Fact]
    public async Task Open_AfterEarlierMigrations_AppliesTheRestOnce()
    {
        using (var connection = Connection.Open(folder.File, writable: true, TimeSpan.FromSeconds(5)))
        {
            connection.Execute("CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL) STRICT");
            connection.Execute(Storage.Sqlite.Schema.LedgerTables.Sql);
            connection.Execute("INSERT INTO migration VALUES (1, 'ledger', 0)");
        }

        await Open().DisposeAsync();
        await Open().DisposeAsync();

        using var check = Connection.Open(folder.File, writable: false, TimeSpan.FromSeconds(5));
        Assert.Equal(Storage.Sqlite.Schema.Migrations.All.Count, check.Scalar("SELECT count(*) FROM migration"));
        Assert.Equal(0, check.Scalar("SELECT at FROM migration WHERE number = 1"));
    }

    [Fact] // rows written before publications were counted say none
    public async Task Open_OfContributionsWithoutPublications_ReadsThemAsNone()
    {
        using (var connection = Connection.Open(folder.File, writable: true, TimeSpan.FromSeconds(5)))
        {
            connection.Execute("CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL) STRICT");
            foreach (var earlier in Storage.Sqlite.Schema.Migrations.All.Where(m => m.Number < 4))
            {
                connection.Execute(earlier.Sql);
                connection.Execute($"INSERT INTO migration VALUES ({earlier.Number}, '{earlier.Name}', 0)");
            }
            connection.Execute("INSERT INTO contribution VALUES ('500151', 0, 'annual-2025', '500100', 3, 1, 0, 0, 1, x'00', x'', x'', 'zhang@500151', 7)");
        }

        await using var ledger = Open();
        var row = await ledger.Contribution(Id("500151"), ContributionScope.Own, "annual-2025", None);

        Assert.Equal((3, 1, 1, 0, 0), (row!.Version, row.Filed, row.Accepted, row.Published, row.Corrected));
    }

    [Fact]
    public async Task Append_WhoseStatementFailsAmongOthers_HurtsOnlyItself()
    {
        await using var ledger = Open();
        // the trigger fails after the act's first rows are written, which no check beforehand can foresee
        Execute("CREATE TRIGGER stumble BEFORE INSERT ON outbox WHEN new.topic = 'stumble' BEGIN SELECT RAISE(ABORT, 'stumbled'); END");

        var answers = Enumerable.Range(0, 100).Select(i => ledger.Append(
            Act($"s/{i}", 0, "one") with { Key = $"k/{i}", Outgoing = [Message("x", "m") with { Topic = i == 50 ? "stumble" : "" }] },
            None).AsTask()).ToArray();

        var failure = await Assert.ThrowsAsync<LedgerUnavailableException>(() => answers[50]);
        Assert.Contains("stumbled", failure.InnerException!.Message, StringComparison.Ordinal);
        Assert.All(await Task.WhenAll(answers.Where((_, i) => i != 50)), a => Assert.Equal(AppendOutcome.Recorded, a.Outcome));
        Assert.Empty(await ledger.ReadStream("s/50", 0, None));
        Assert.Equal(99, (await ledger.ReadOutbox(0, 1000, None)).Length);
        Assert.Equal(AppendOutcome.Recorded, (await ledger.Append(Act("s/50", 0, "one") with { Key = "k/50" }, None)).Outcome);
        Assert.True((await ChainVerifier.Verify(ledger, ledger, None)).Holds);
    }

    [Fact]
    public async Task Append_OnAFullDisk_IsUnavailableAndLaterOnesGoOn()
    {
        await using (var ledger = Open())
            await ledger.Append(Act("a", 0, "one"), None);
        await using var limited = Open(new SqliteLedgerOptions { PageLimit = 60 });

        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await limited.Append(Act("a", 1, new string('x', 1_000_000)) with { Key = "k" }, None));

        Assert.Single(await limited.ReadAll(0, 10, None));
        Assert.Equal(AppendOutcome.Recorded, (await limited.Append(Act("a", 1, "two") with { Key = "k" }, None)).Outcome);
    }

    [Fact]
    public async Task Append_WhileTheFileIsLocked_IsUnavailableAndLaterOnesGoOn()
    {
        await using var ledger = Open(new SqliteLedgerOptions { BusyTimeout = TimeSpan.FromMilliseconds(1) });
        using (var other = Connection.Open(folder.File, writable: true, TimeSpan.Zero))
        {
            other.Execute("BEGIN IMMEDIATE");
            await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await ledger.Append(Act("a", 0, "one"), None));
        }

        Assert.Equal(AppendOutcome.Recorded, (await ledger.Append(Act("a", 0, "one"), None)).Outcome);
    }

    [Fact]
    public async Task Append_WhenTheQueueStaysFull_IsUnavailable()
    {
        var clock = new ManualClock();
        await using var ledger = SqliteLedger.Open(folder.File, clock, new SqliteLedgerOptions { QueueCapacity = 1, BatchLimit = 1, BusyTimeout = TimeSpan.FromMinutes(1) });
        Task<AppendResult>[] acts;
        using (var other = Connection.Open(folder.File, writable: true, TimeSpan.Zero))
        {
            other.Execute("BEGIN IMMEDIATE"); // the writer waits for the lock; at most one act is with it and one in the queue
            acts = [.. Enumerable.Range(0, 8).Select(i => ledger.Append(Act($"s/{i}", 0, "one"), None).AsTask())];
            clock.FireAll();
        }

        var refused = 0;
        foreach (var act in acts)
            refused += await Refused(act) ? 1 : 0;

        Assert.InRange(refused, 6, 7);
        Assert.Equal(8 - refused, (await ledger.ReadAll(0, 10, None)).Length);
    }

    [Fact]
    public async Task Append_WaitingForAPlaceWhenCancelled_IsCancelledAndNotRecorded()
    {
        await using var ledger = Open(new SqliteLedgerOptions { QueueCapacity = 1, BatchLimit = 1, BusyTimeout = TimeSpan.FromMinutes(1) });
        using var stop = new CancellationTokenSource();
        Task<AppendResult>[] acts;
        using (var other = Connection.Open(folder.File, writable: true, TimeSpan.Zero))
        {
            other.Execute("BEGIN IMMEDIATE");
            acts = [.. Enumerable.Range(0, 8).Select(i => ledger.Append(Act($"s/{i}", 0, "one"), stop.Token).AsTask())];
            await stop.CancelAsync();
        }

        await Task.WhenAll(acts.Select(act => act.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(acts.Count(act => act.IsCompletedSuccessfully), (await ledger.ReadAll(0, 10, None)).Length);
        Assert.InRange(acts.Count(act => act.IsCanceled), 6, 7);
    }

    [Fact]
    public async Task Append_FromASecondProcessOnTheSameFile_IsFencedByTheTruth()
    {
        await using var one = Open();
        await using var two = Open();
        await one.Append(Act("a", 0, "one") with { Key = "k1", Outgoing = [Message("x", "m1")] }, None);

        var late = await two.Append(Act("a", 0, "rival"), None);
        var repeated = await two.Append(Act("b", 0, "one") with { Key = "k1" }, None);
        var next = await two.Append(Act("a", 1, "two") with { Outgoing = [Message("x", "m2")] }, None);
        var back = await one.Append(Act("a", 2, "three") with { Outgoing = [Message("x", "m3")] }, None);

        Assert.Equal([AppendOutcome.Conflict, AppendOutcome.Repeated, AppendOutcome.Recorded, AppendOutcome.Recorded],
            new[] { late, repeated, next, back }.Select(a => a.Outcome));
        Assert.Equal(3, (await one.ReadOutbox(0, 10, None)).Length);
        Assert.True((await ChainVerifier.Verify(one, one, None)).Holds);
    }

    [Fact]
    public async Task Append_AfterClosing_IsUnavailable()
    {
        var ledger = Open();
        await ledger.DisposeAsync();

        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await ledger.Append(Act("a", 0, "one"), None));
        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await ledger.ReadAll(0, 10, None));
    }

    [Fact]
    public async Task Append_OnStreamsLongForgotten_ReadsTheirHeadsAnew()
    {
        await using var ledger = Open(new SqliteLedgerOptions { RememberedStreams = 4 });
        for (var seq = 0; seq < 3; seq++)
        {
            for (var i = 0; i < 20; i++)
                Assert.Equal(AppendOutcome.Recorded, (await ledger.Append(Act($"s/{i}", seq, "x"), None)).Outcome);
        }

        Assert.True((await ChainVerifier.Verify(ledger, ledger, None)).Holds);
    }

    [Fact]
    public async Task Backup_OfARunningLedger_IsACompleteLedger()
    {
        await using var ledger = Open();
        await ledger.Append(Act("a", 0, "one", "two") with { Key = "k" }, None);
        var copy = Path.Combine(folder.Path, "copies", "it's a copy.db");

        await ledger.Backup(copy, None);

        await using var restored = SqliteLedger.Open(copy, TimeProvider.System);
        Assert.Equal(2, (await restored.ReadStream("a", 0, None)).Length);
        Assert.Equal(AppendOutcome.Repeated, (await restored.Append(Act("a", 2, "x") with { Key = "k" }, None)).Outcome);
        Assert.Empty(await restored.CheckFile(None));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.Backup(copy, None));
    }

    private static async Task<bool> Refused(Task<AppendResult> act)
    {
        try
        {
            Assert.Equal(AppendOutcome.Recorded, (await act).Outcome);
            return false;
        }
        catch (LedgerUnavailableException)
        {
            return true;
        }
    }

    private SqliteLedger Open() => Open(new SqliteLedgerOptions());

    private SqliteLedger Open(SqliteLedgerOptions options) => SqliteLedger.Open(folder.File, TimeProvider.System, options);

    private void Execute(string sql)
    {
        using var connection = Connection.Open(folder.File, writable: true, TimeSpan.FromSeconds(5));
        connection.Execute(sql);
    }
}
