using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Journeys.Tests.Support;
using Federation.Storage.Sqlite;

namespace Federation.Journeys.Tests;

/// <summary>What was acknowledged stays, whatever ends the process: a hand-in as well as a seal.</summary>
public sealed class KillTests
{
    // 3 provinces, 9 cities, 36 counties with an agency each, 504 townships
    private static Country SixHundred => new(provinces: 3, cities: 3, counties: 4, townships: 14);

    [Fact]
    public async Task Kill_TwiceInTheMidstOfASurge_LosesNothingAcknowledged_AndEveryTotalComesRight()
    {
        using var at = new Installation(SixHundred);
        var surge = new Surge(at);
        await at.Start();
        for (var kill = 1; kill <= 2; kill++)
        {
            await surge.File(acknowledgements: 150, strike: at.Kill);
            Assert.InRange(surge.Acknowledged.Count, 150 * kill, at.Country.Units.Count - 1); // else it struck too late
            await at.Start();
            await AssertAcknowledged(at, surge);
            await at.AssertTotals();
        }
        await surge.File();
        Assert.Equal(at.Country.Units.Count, (await at.AssertTotals()).Filed(Country.Nation));
        await at.Terminate();
        await AssertAtRest(at, surge);
    }

    [Fact]
    public async Task Kill_BetweenHandInAndSeal_LosesNoHandIn_AndWhatIsSealedAfterwardsIsWhatWasHandedIn()
    {
        using var at = new Installation(new Country(provinces: 1, cities: 1, counties: 2, townships: 4));
        var surge = new Surge(at);
        await at.Start();
        await surge.HandIn();
        await at.Kill();

        await at.Start();
        foreach (var (unit, receipt) in surge.HandedIn)
        {
            var report = await at.Report(unit);
            Assert.Equal((unit, V1.ReportState.Submitted, receipt.ContentHash, "clerk@" + unit), (unit, report.State, report.Pending.ContentHash, report.Pending.Author));
        }
        Assert.Equal(0, (await at.AssertTotals()).Filed(Country.Nation)); // nothing is sealed, so nothing counts
        await surge.File();
        Assert.Equal(at.Country.Units.Count, (await at.AssertTotals()).Filed(Country.Nation));
        await at.Terminate();
        await AssertAtRest(at, surge);
    }

    [Fact]
    public async Task Terminate_InTheMidstOfASurge_Drains_AndLosesNothingAcknowledged()
    {
        using var at = new Installation(SixHundred);
        var surge = new Surge(at);
        await at.Start();
        await surge.File(acknowledgements: 200, strike: at.Terminate); // exit code 0
        Assert.InRange(surge.Acknowledged.Count, 200, at.Country.Units.Count - 1);

        await at.Start();
        await AssertAcknowledged(at, surge);
        await at.AssertTotals();
        await surge.File();
        Assert.Equal(at.Country.Units.Count, (await at.AssertTotals()).Filed(Country.Nation));
        await at.Terminate();
        await AssertAtRest(at, surge);
    }

    private static async Task AssertAcknowledged(Installation at, Surge surge)
    {
        foreach (var (unit, receipt) in surge.Acknowledged)
        {
            var report = await at.Report(unit);
            Assert.Equal((unit, receipt.ContentHash, receipt.ChainHash), (unit, report.ContentHash, report.ChainHash));
        }
        foreach (var (unit, receipt) in surge.HandedIn.Where(h => !surge.Acknowledged.ContainsKey(h.Key)))
        {
            var report = await at.Report(unit); // waits, or was sealed by a call whose answer never came
            Assert.Equal((unit, receipt.ContentHash), (unit, report.Pending?.ContentHash ?? report.ContentHash));
        }
    }

    // The ledger itself, without the program: each acknowledged filing at its place, nothing under way, and verify finds nothing.
    private static async Task AssertAtRest(Installation at, Surge surge)
    {
        await using (var ledger = SqliteLedger.Open(at.LedgerFile, TimeProvider.System))
        {
            var events = (await ledger.ReadAll(0, 100_000, default)).ToDictionary(e => e.Position);
            foreach (var (unit, receipt) in surge.Acknowledged)
                Assert.Equal((unit, receipt.ContentHash), (unit, Sealed(events[receipt.Position])));
            foreach (var (unit, receipt) in surge.HandedIn)
                Assert.Equal((unit, receipt.ContentHash), (unit, HandedIn(events[receipt.Position])));
            Assert.Equal(surge.Acknowledged.Count, events.Values.Count(e => e.Kind == "report-sealed"));
            Assert.Equal(surge.HandedIn.Count, events.Values.Count(e => e.Kind == "report-submitted"));
            Assert.Empty(await ledger.ReadOutbox(0, 100_000, default));
        }
        var (exit, output) = await at.Verify();
        Assert.True(exit == 0, output);
    }

    private static string Sealed(RecordedEvent recorded) => Convert.ToHexStringLower(((ReportSealed)ReportEventJson.Read(recorded)).ContentHash.AsSpan());

    private static string HandedIn(RecordedEvent recorded) => Convert.ToHexStringLower(((ReportSubmitted)ReportEventJson.Read(recorded)).ContentHash.AsSpan());
}
