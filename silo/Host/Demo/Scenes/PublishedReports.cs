using Federation.Domain.Divisions;
using Federation.V1;

namespace Federation.Host.Demo.Scenes;

/// <summary>审定、发布: the own reports of two counties, and all that one of them collected, are accepted and made public, so that citizens find some.</summary>
internal static class PublishedReports
{
    private const string Where = "政府网站 / 政府信息公开年报";

    public static async Task Play(Stage stage, CancellationToken ct)
    {
        var cast = stage.Cast;
        List<UnitId> units = [cast.County, cast.Batch, .. cast.Collected.OrderBy(u => u)];
        foreach (var unit in units)
            await Publish(stage, unit, ct);
        Story.Say($"[bold]{stage.NameOf(cast.County)}[/]、[bold]{stage.NameOf(cast.Batch)}[/] 及后者直接下级共 {units.Count:N0} 份报告经上级审定后向社会发布 [grey]/ accepted by the superior and made public[/]");
    }

    private static async Task Publish(Stage stage, UnitId unit, CancellationToken ct)
    {
        var superior = stage.TerritoriesAbove(unit).FirstOrDefault() ?? UnitId.Nation;
        var report = await stage.Reports.GetReportAsync(new GetReportRequest { Unit = unit.Value, Period = stage.Period }, stage.Clerk(unit), cancellationToken: ct);
        await stage.Reports.AcceptReportAsync(
            new AcceptReportRequest { Unit = unit.Value, Period = stage.Period, Version = report.Version, RequestId = $"demo-accept-{unit}" }, stage.Reviewer(superior), cancellationToken: ct);
        await stage.Reports.PublishReportAsync(
            new PublishReportRequest { Unit = unit.Value, Period = stage.Period, Version = report.Version, Where = Where, RequestId = $"demo-publish-{unit}" }, stage.Clerk(unit), cancellationToken: ct);
    }
}
