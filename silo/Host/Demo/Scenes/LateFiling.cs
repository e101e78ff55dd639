using Federation.V1;
using Spectre.Console;
using Grpc.Core;

namespace Federation.Host.Demo.Scenes;

/// <summary>催报与迟报: a township is asked for its report before the due date, and files after it.</summary>
internal static class LateFiling
{
    private const int ShowMost = 6;

    /// <summary>Some days before the due date: the county lists who has not filed, and asks.</summary>
    public static async Task Urge(Stage stage, CancellationToken ct)
    {
        var (county, late) = (stage.Cast.County, stage.Cast.Late);
        Story.Heading("三、催报与迟报", "asked for its report, filed late");
        await Ask(stage, late, ct);
        var due = await stage.Supervision.ListDueAsync(new ListDueRequest { Unit = county.Value, Period = stage.Period }, stage.Reviewer(county), cancellationToken: ct);
        Story.Say($"[bold]{stage.NameOf(county)}[/] 的催报清单 [grey]/ who directly below has not filed[/]");
        var table = Story.Table("单位 unit", "时限 due", ">余日 days left", ">已催 urged", "依据 basis");
        foreach (var unit in due.Units.OrderByDescending(u => u.Urged).Take(ShowMost))
            table.Row(unit.Name, unit.Due, $"{unit.DaysLeft}", $"{unit.Urged}", unit.Basis);
        AnsiConsole.Write(table);
    }

    /// <summary>After the due date and the surge of the late ones.</summary>
    public static async Task Tell(Stage stage)
    {
        var report = await stage.Read(stage.Cast.Late);
        Story.Say($"[bold]{report.Name}[/]:时限 {report.Due},催报 {report.Urged} 次,签发 {Story.At(report.FiledAt)},[yellow]{(report.Late ? "迟报" : "按时")}[/] [grey]/ lateness is counted from the seal[/]");
        Story.Life(report);
    }

    private static async Task Ask(Stage stage, Domain.Divisions.UnitId late, CancellationToken ct)
    {
        var request = new UrgeReportsRequest { Unit = stage.Cast.County.Value, Period = stage.Period, Units = { late.Value }, Text = "请于时限前报送年度报告", RequestId = $"demo-urge-{late}" };
        using var acts = stage.Supervision.UrgeReports(request, stage.Reviewer(stage.Cast.County), cancellationToken: ct);
        await foreach (var act in acts.ResponseStream.ReadAllAsync(ct))
        {
            if (!act.Done)
                throw new InvalidOperationException($"{act.Unit} could not be asked: {string.Join("; ", act.Blockers.Select(b => b.TextEn))}");
        }
    }
}
