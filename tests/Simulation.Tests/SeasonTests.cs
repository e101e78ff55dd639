namespace Federation.Simulation.Tests;

/// <summary>Seasons with lost, doubled and delayed messages and crashes at any moment. A failing seed is printed and plays again the same.</summary>
public sealed class SeasonTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Season_WithLossDelayDuplicatesAndCrashes_EndsInTheTruth(int seed)
    {
        using var province = new SimulatedProvince(seed);
        var season = new SeasonDriver(province);
        province.Simulation.Options = province.Simulation.Options with { Loss = 0.04, ReplyLoss = 0.04, Duplication = 0.05, Delay = 0.3 };
        season.Run(acts: 240, crashes: 0.05);
        Assert.Empty(Heal(province, season));
        Assert.NotEmpty(season.Acknowledged);
    }

    [Fact]
    public void TheSameSeed_PlaysTheSameSeason()
    {
        static ulong Play(int seed)
        {
            using var province = new SimulatedProvince(seed);
            province.Simulation.Options = province.Simulation.Options with { Loss = 0.05, Duplication = 0.05, Delay = 0.3 };
            new SeasonDriver(province).Run(acts: 60, crashes: 0.1);
            return province.Simulation.TraceHash;
        }

        Assert.Equal(Play(7), Play(7));
        Assert.NotEqual(Play(7), Play(8));
    }

    [Fact] // the check is worth something only if it sees what is wrong
    public void Truth_WhenAContributionIsForged_IsNotMet()
    {
        using var province = new SimulatedProvince(3);
        var season = new SeasonDriver(province);
        season.Run(acts: 60, crashes: 0);
        Assert.Empty(Heal(province, season));
        province.Simulation.Run(() => province.RollUp(province.Units[2].Id).Contribute(
            [new Contracts.Reports.Delivery([], new Domain.Reports.Contribution(province.Units[3].Id, Domain.Ledger.ContributionScope.Own, 10_000, new(1, 0, 0, 0), Domain.Reports.Tally.Empty, [], [], "", DateTimeOffset.MaxValue))]));
        Assert.NotEmpty(province.Simulation.Run(() => new Truth(province).Faults(season.Acknowledged)));
    }

    // The network is well again and the host sweeps as it does every few seconds: then everything must be true.
    private static List<string> Heal(SimulatedProvince province, SeasonDriver season)
    {
        province.Simulation.Options = province.Simulation.Options with { Loss = 0, ReplyLoss = 0, Duplication = 0, Delay = 0 };
        for (var round = 0; round < 8; round++)
        {
            province.Simulation.Run(province.Sweep);
            province.Simulation.RunFor(TimeSpan.FromSeconds(15));
        }
        return province.Simulation.Run(() => new Truth(province).Faults(season.Acknowledged));
    }
}
