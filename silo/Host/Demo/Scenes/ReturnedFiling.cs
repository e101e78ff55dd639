using Federation.V1;
using Spectre.Console;

namespace Federation.Host.Demo.Scenes;

/// <summary>退回: the superior returns a county's report with reasons bound to cells; it is mended and sealed again.</summary>
internal static class ReturnedFiling
{
    private const string Licences = "t2.licence.decisions", Received = "t3.new.natural", Granted = "t3.granted.natural";

    private static readonly Dictionary<string, (string Reason, long Missed)> Reasons = new()
    {
        [Licences] = ("与行政审批台账不符,漏计一个月", 37),
        [Received] = ("与依申请公开台账不符,少 2 件", 2),
        [Granted] = ("与第三表新收数同步核对", 2),
    };

    public static async Task Play(Stage stage)
    {
        var (county, name) = (stage.Cast.County, stage.NameOf(stage.Cast.County));
        Story.Heading("二、退回、修改、重新签发", "a report returned with reasons at its cells, mended, sealed again");
        var first = await stage.Read(county);
        var request = new ReturnReportRequest { Unit = county.Value, Period = stage.Period, Version = first.Version, RequestId = $"demo-return-{county}" };
        request.Reasons.AddRange(Reasons.Select(r => new ReturnReason { Cell = r.Key, Text = r.Value.Reason }));
        await stage.Reports.ReturnReportAsync(request, stage.Reviewer(stage.Cast.Superior));
        var returned = await stage.Read(county);

        stage.Sent.Mend(county, Reasons.ToDictionary(r => r.Key, r => r.Value.Missed));
        await stage.File(county, first.Version);
        var mended = await stage.Read(county);

        Story.Say($"{stage.NameOf(stage.Cast.Superior)} 退回 [bold]{name}[/] 本机关的报告,理由对应到单元格;{name} 修改后重新报送、签发 [grey]/ returned, out of the totals until sealed again[/]");
        var table = Story.Table("单元格 cell", "退回理由 reason", ">第 1 版", $">第 {mended.Version} 版");
        foreach (var reason in returned.ReturnReasons)
            table.Row(Story.LabelOf(reason.Cell), reason.Text, $"{Story.Count(first.Filed, reason.Cell):N0}", $"{Story.Count(mended.Filed, reason.Cell):N0}");
        AnsiConsole.Write(table);
        Story.Life(mended);
    }
}
