using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Reports;
using static Federation.Grains.Tests.SmallNation;

namespace Federation.Grains.Tests;

/// <summary>A town on the list of 2025 that is merged away on 10 January 2026, before its report is due: its report goes on as if it stood.</summary>
public sealed class EndedUnitTests
{
    private static readonly string Merged = Csv.Replace("\n", ",,\n", StringComparison.Ordinal).Replace("parent,kind,,", "parent,kind,from,to", StringComparison.Ordinal)
        .Replace("戊乡,township,110101,,,", "戊乡,township,110101,,,2026-01-10", StringComparison.Ordinal) + ",,";

    [Fact]
    public async Task Report_OfATownThatEndedSince_IsReviewedByItsSuperiorThen()
    {
        await using var nation = await Start(csv: Merged);
        Assert.False((await nation.File(TownB, 3)).Refused);

        var accepted = await nation.Report(TownB).Accept(new AcceptReport("", Reviewer(County), 1));

        Assert.Equal(ReportState.Accepted, accepted.Value?.State);
        Assert.Equal(["AU-001"], (await nation.Report(TownB).Get(Reviewer(CityTown))).Findings.Select(f => f.Code));
    }

    [Fact] // 撤乡并镇 is what excusing is for
    public async Task AmendRoster_OfATownThatEndedSince_Excuses()
    {
        await using var nation = await Start(csv: Merged);

        var reply = await nation.Grains.GetGrain<IPeriodGrain>(GrainKeys.Period(Period)).AmendRoster(new AmendRoster("", Officer, TownB, true, "撤乡并镇"));

        Assert.Equal(6, reply.Value?.Expected);
    }
}
