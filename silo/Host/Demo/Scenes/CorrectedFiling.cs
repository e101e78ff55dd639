using System.Globalization;
using Federation.Domain.Divisions;
using Federation.V1;
using Spectre.Console;

namespace Federation.Host.Demo.Scenes;

/// <summary>更正: a township corrects its accepted report; every total above says what it was before and what it is now.</summary>
internal static class CorrectedFiling
{
    private const string Received = "t3.new.natural", Granted = "t3.granted.natural";
    private const long Missed = 3;

    public static async Task<bool> Play(Stage stage, TimeProvider clock, CancellationToken ct)
    {
        var (town, county) = (stage.Cast.Corrected, stage.Cast.County);
        Story.Heading("五、审定后更正", "a correction after acceptance, and its trace");
        var first = await stage.Read(town);
        await stage.Reports.AcceptReportAsync(
            new AcceptReportRequest { Unit = town.Value, Period = stage.Period, Version = first.Version, RequestId = $"demo-accept-{town}" }, stage.Reviewer(county), cancellationToken: ct);
        var before = clock.GetUtcNow();
        stage.Sent.Mend(town, new Dictionary<string, long> { [Received] = Missed, [Granted] = Missed });
        await stage.File(town, first.Version, "依申请公开台账漏记 3 件");
        await stage.NationShows(whole => whole.Corrected == 1, ct);
        Story.Say($"[bold]{stage.NameOf(town)}[/] 更正已审定的报告,理由随更正上行;各级汇总更正前后 [grey]/ totals before and after, added up anew from the ledger[/]");
        var (table, holds) = await AnsiConsole.Status().StartAsync("由账本重算更正前的汇总 / adding up the totals of before", _ => Totals(stage, town, before, ct));
        AnsiConsole.Write(table);
        await ListCorrections(stage, stage.TerritoriesAbove(town).Last(), ct);
        return holds;
    }

    // the totals of before are folded anew from every event of the territory, the live ones are asked of their grains
    private static async Task<(Table Table, bool Holds)> Totals(Stage stage, UnitId town, DateTimeOffset before, CancellationToken ct)
    {
        var table = Story.Table("汇总 total", "单元格 cell", ">更正前 before", ">更正后 after", ">差 difference");
        var holds = true;
        foreach (var unit in stage.TerritoriesAbove(town))
        {
            var reader = stage.Reviewer(unit);
            var then = await stage.Supervision.GetTotalAsOfAsync(
                new GetTotalAsOfRequest { Unit = unit.Value, Period = stage.Period, AsOf = before.ToString("O", CultureInfo.InvariantCulture) }, reader, cancellationToken: ct);
            var now = await stage.Reports.GetTotalAsync(new GetTotalRequest { Unit = unit.Value, Period = stage.Period }, reader, cancellationToken: ct);
            foreach (var cell in new[] { Received, Granted })
            {
                var (was, after) = (Story.Count(then.Figures, cell), Story.Count(now.Figures, cell));
                holds &= after - was == Missed;
                table.Row(now.Name, Story.LabelOf(cell), $"{was:N0}", $"{after:N0}", $"+{after - was:N0}");
            }
        }
        return (table, holds);
    }

    private static async Task ListCorrections(Stage stage, UnitId top, CancellationToken ct)
    {
        var list = await stage.Supervision.ListCorrectionsAsync(new ListCorrectionsRequest { Unit = top.Value, Period = stage.Period }, stage.Reviewer(top), cancellationToken: ct);
        Story.Say($"[bold]{stage.NameOf(top)}[/] 的更正清单 [grey]/ corrections in the territory[/]");
        var table = Story.Table("单位 unit", "更正理由 reason", "经办 by", ">版本 versions", "单元格:前 → 后 cells");
        foreach (var correction in list.Corrections)
        {
            table.Row(
                string.Join(' ', correction.Path), correction.Reason, correction.By, $"{correction.Corrects} → {correction.Version}",
                string.Join('\n', correction.Cells.Select(c => $"{c.Label}:{c.Before} → {c.After}")));
        }
        AnsiConsole.Write(table);
    }
}
