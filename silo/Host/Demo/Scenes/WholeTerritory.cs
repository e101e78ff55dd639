using Federation.V1;
using Spectre.Console;
using ReportScope = Federation.V1.ReportScope;

namespace Federation.Host.Demo.Scenes;

/// <summary>全辖区报告: a county's report of its whole territory begins with its parts added up; a correction below re-opens it visibly.</summary>
internal static class WholeTerritory
{
    private const string Shown = "t3.new.total";
    private const int ShowMost = 8;

    /// <summary>Begun, sealed, accepted, published.</summary>
    public static async Task Publish(Stage stage)
    {
        var (county, name) = (stage.Cast.County, stage.NameOf(stage.Cast.County));
        Story.Heading("四、全辖区报告", "the report of a whole territory");
        var start = await stage.Reports.BeginReportAsync(new GetReportRequest { Unit = county.Value, Period = stage.Period, Scope = ReportScope.Whole }, stage.Clerk(county));
        var parts = await stage.Reports.GetTotalPartsAsync(new GetTotalRequest { Unit = county.Value, Period = stage.Period }, stage.Reviewer(county));
        var handedIn = new SubmitReportRequest { Unit = county.Value, Period = stage.Period, Scope = ReportScope.Whole, Figures = start.Draft, RequestId = $"demo-whole-{county}" };
        var receipt = await stage.File(handedIn, county);
        await stage.Reports.AcceptReportAsync(
            new AcceptReportRequest { Unit = county.Value, Period = stage.Period, Scope = ReportScope.Whole, Version = receipt.Version, RequestId = $"demo-whole-{county}-accept" }, stage.Reviewer(stage.Cast.Superior));
        await stage.Reports.PublishReportAsync(
            new PublishReportRequest { Unit = county.Value, Period = stage.Period, Scope = ReportScope.Whole, Version = receipt.Version, Where = "县政府网站 / 政府信息公开年报", RequestId = $"demo-whole-{county}-publish" }, stage.Clerk(county));

        Story.Say($"[bold]{name}[/] 的全辖区报告由三部分相加起稿,应报 {parts.Expected:N0} 个、已报 {parts.Filed:N0} 个;签发、审定、发布 [grey]/ begins with its parts added up; sealed, accepted, published[/]");
        var table = Story.Table("单元格 cell", ">本级 own", ">部门 agencies", ">下级 below", ">全辖区 whole");
        table.Row(
            Story.LabelOf(Shown), $"{Story.Count(parts.Own, Shown):N0}", $"{Story.Count(parts.Agencies, Shown):N0}", $"{Story.Count(parts.Children, Shown):N0}",
            $"{Story.Count((await stage.Read(county, ReportScope.Whole)).Filed, Shown):N0}");
        AnsiConsole.Write(table);
        Story.Life(await stage.Read(county, ReportScope.Whole));
    }

    /// <summary>After a correction below.</summary>
    /// <returns>False when the published report does not say that it no longer holds.</returns>
    public static async Task<bool> TellReopened(Stage stage)
    {
        var report = await stage.Read(stage.Cast.County, ReportScope.Whole);
        Story.Say($"[bold]{report.Name}[/] 已发布的全辖区报告因下级更正而[yellow]待更正[/],差异逐格列明 [grey]/ the published whole report is visibly re-opened[/]");
        var table = Story.Table("单元格 cell", ">已发布 published", ">现应为 now");
        foreach (var cell in report.Reopened.Take(ShowMost))
            table.Row(cell.Label, cell.Before, cell.After);
        AnsiConsole.Write(table);
        return report.Reopened.Count > 0;
    }
}
