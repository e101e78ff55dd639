namespace Federation.Simulation.Tests;

/// <summary>Ten years of deadlines with notices at short notice, local days, lost and doubled calls, and days on which nothing runs.</summary>
public sealed class DecadeTests
{
    private const int TenYears = 3653;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TenYears_WithCalendarChangesAndDowntime_MissNothingAndRepeatNothing(int seed)
    {
        using var decade = new SimulatedDecade(seed);
        var driver = new DecadeDriver(decade, () => decade.Scan.Pass(CancellationToken.None));
        driver.Run(TenYears);
        Assert.True(driver.Faults.Count == 0, string.Join("\n", driver.Faults));
        Assert.InRange(driver.DaysDown, 100, TenYears / 3);
        Assert.True(driver.NoticesTaken > 30, $"only {driver.NoticesTaken} notices");
        var kinds = Kinds(decade);
        Assert.All(["reply-moved", "reply-overdue", "reply-reminded", "opinion-lapsed", "application-given-up", "reply-extended", "duty-dates-moved"], kind => Assert.True(kinds.GetValueOrDefault(kind) > 5, $"{kind}: {kinds.GetValueOrDefault(kind)}"));
    }

    [Fact] // the check is worth something only if it sees what is missed
    public void Scan_ThatForgetsWhatFellIntoDowntime_IsFound()
    {
        using var decade = new SimulatedDecade(1);
        var driver = new DecadeDriver(decade, () => decade.Scan.Pass(decade.Simulation.Time.GetUtcNow().AddDays(-1), CancellationToken.None));
        driver.Run(TenYears);
        Assert.NotEmpty(driver.Faults);
    }

    [Fact]
    public void Scan_ThatNeverComes_IsFound()
    {
        using var decade = new SimulatedDecade(1);
        var driver = new DecadeDriver(decade, () => Task.CompletedTask);
        driver.Run(TenYears);
        Assert.NotEmpty(driver.Faults);
    }

    private static Dictionary<string, int> Kinds(SimulatedDecade decade) =>
        decade.Ledger.ReadAll(0, int.MaxValue, CancellationToken.None).Result().GroupBy(e => e.Kind).ToDictionary(g => g.Key, g => g.Count());
}
