using Federation.Domain.Ledger;
using Federation.Storage.Sqlite;
using Federation.Storage.Sqlite.Native;
using Federation.Storage.Tests.Support;
using Federation.Storage.Verification;
using static Federation.Storage.Tests.Support.Acts;

namespace Federation.Storage.Tests.Verification;

/// <summary>Every planted fault is found; the file is edited as an intruder with SQL would.</summary>
public sealed class ChainVerifierTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Verify_OfAnUntouchedLedger_Holds()
    {
        var found = await VerifyAfter("SELECT 1");

        Assert.True(found.Holds);
        Assert.Equal((7, 2, 1), (found.Events, found.Streams, found.Heads));
    }

    [Theory]
    [InlineData("payload = x'00'")]
    [InlineData("actor = 'li@500151'")]
    [InlineData("at = at + 1")]
    [InlineData("on_behalf_of = '500151.audit'")]
    [InlineData("key = 'another'")]
    [InlineData("kind = 'another'")]
    [InlineData("kind_version = 2")]
    public async Task Verify_AfterAFieldWasEdited_NamesTheEvent(string edit)
    {
        var found = await VerifyAfter($"UPDATE event SET {edit} WHERE position = 3");

        var fault = Assert.Single(found.Faults);
        Assert.Equal((3, "report/500151", LedgerFaultKind.Edited), (fault.Position, fault.Stream, fault.Kind));
    }

    [Fact]
    public async Task Verify_AfterAFieldAndItsHashWereEdited_FindsTheBrokenChain()
    {
        var e = new RecordedEvent(3, "report/500151", 2, At, "zhang@500151", "", "", "noted", 1, new byte[] { 1 }, default, default);
        await Fill();
        byte[] prev;
        using (var connection = Connection.Open(folder.File, writable: true, TimeSpan.FromSeconds(5)))
        {
            using var read = connection.Prepare("SELECT prev_hash FROM event WHERE position = 3");
            read.Step();
            prev = read.Blob(0);
            read.Reset();
            var hash = EventHash.Of(prev, e.Stream, e.Seq, e.At, e.Actor, e.OnBehalfOf, e.Key, new NewEvent(e.Kind, e.KindVersion, e.Payload));
            connection.Execute($"UPDATE event SET payload = x'01', hash = x'{Convert.ToHexString(hash)}' WHERE position = 3");
        }

        var fault = Assert.Single((await Verify()).Faults);
        Assert.Equal((4, LedgerFaultKind.ChainBroken), (fault.Position, fault.Kind)); // its successor names another
    }

    [Fact]
    public async Task Verify_AfterARowWasRemoved_NamesTheGap()
    {
        var found = await VerifyAfter("DELETE FROM event WHERE position = 3");

        var fault = Assert.Single(found.Faults);
        Assert.Equal((4, "report/500151", LedgerFaultKind.OutOfSequence), (fault.Position, fault.Stream, fault.Kind));
    }

    [Fact]
    public async Task Verify_AfterRowsWereSwapped_NamesThem()
    {
        var found = await VerifyAfter(
            "UPDATE event SET position = -1 WHERE position = 3; UPDATE event SET position = 3 WHERE position = 4; UPDATE event SET position = 4 WHERE position = -1");

        Assert.Contains(found.Faults, f => f is { Position: 3, Kind: LedgerFaultKind.OutOfSequence });
        Assert.Contains(found.Faults, f => f is { Position: 4, Kind: LedgerFaultKind.OutOfSequence });
    }

    [Fact]
    public async Task Verify_AfterPayloadsWereSwapped_NamesBoth()
    {
        var found = await VerifyAfter(
            "UPDATE event SET payload = CASE payload WHEN x'63' THEN x'64' ELSE x'63' END WHERE position IN (3, 4)"); // "c" and "d"

        Assert.Equal([(3L, LedgerFaultKind.Edited), (4L, LedgerFaultKind.Edited)], found.Faults.Select(f => (f.Position, f.Kind)));
    }

    [Fact]
    public async Task Verify_AfterTheHeadOfAFilingWasRemoved_NamesTheFiling()
    {
        var found = await VerifyAfter("DELETE FROM event WHERE position = 5");

        var fault = Assert.Single(found.Faults);
        Assert.Equal(("500151/annual-2025", LedgerFaultKind.HeadMissing), (fault.Stream, fault.Kind));
    }

    [Fact]
    public async Task Verify_WithFaultsInSeveralPlaces_ReportsAll()
    {
        var found = await VerifyAfter("UPDATE event SET actor = 'x' WHERE position IN (1, 4, 7)");

        Assert.Equal([1, 4, 7], found.Faults.Select(f => f.Position));
    }

    private async Task<LedgerVerification> VerifyAfter(string sql)
    {
        await Fill();
        using (var connection = Connection.Open(folder.File, writable: true, TimeSpan.FromSeconds(5)))
            connection.Execute(sql);
        return await Verify();
    }

    private async Task<LedgerVerification> Verify()
    {
        await using var ledger = SqliteLedger.Open(folder.File, TimeProvider.System);
        return await ChainVerifier.Verify(ledger, ledger, CancellationToken.None);
    }

    // positions: 1 other, 2-5 report (the filing names 5), 6-7 other
    private async Task Fill()
    {
        await using var ledger = SqliteLedger.Open(folder.File, TimeProvider.System);
        await ledger.Append(Act("other", 0, "a") with { Changes = [Frozen(Place(0, 0, "500151", -1))] }, CancellationToken.None);
        var filed = await ledger.Append(Act("report/500151", 0, "b", "c", "d", "e"), CancellationToken.None);
        await ledger.Append(
            Act("other", 1, "f", "g") with { Changes = [new ContributionChanged(Own("500151", head: filed.HeadHash.ToArray()))] },
            CancellationToken.None);
    }
}
