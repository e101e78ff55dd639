using System.Text.Json.Nodes;
using Federation.Gateway.Tests.Services;
using Federation.V1;
using Google.Protobuf;
using Mode = Federation.V1.ImportReportsRequest.Types.Mode;
using static Federation.Gateway.Tests.Exchange.CountyHost;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Exchange;

/// <summary>汇总填报: the county's workbook of its townships, from the template to the totals of the province.</summary>
public sealed class BatchImportTests : IAsyncLifetime
{
    private readonly CountyHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task ThirtyTownships_FromTemplateToTotals_MoveThemExactlyByTheEffectShown()
    {
        var workbook = await host.FilledBatch(30);
        var before = await host.Events();
        var tried = await host.Import(workbook, Mode.DryRun);
        Assert.Equal(before, await host.Events()); // a trial records nothing
        Assert.Equal((30, 31), (tried.Count(a => a.Taken), tried[^1].Done)); // the row of the county's agency stands blank
        Assert.Equal([Shire, Upper, Top], tried[^1].Effects.Select(e => e.Unit));
        Assert.Equal([false, true, true], tried[^1].Effects.Select(e => e.ChangeOnly)); // a collector of the county reads no total of the city

        var handedIn = await host.Import(workbook, Mode.Submit, requestId: "batch-1");
        Assert.Equal(Enumerable.Range(1, 30).Select(Town), handedIn.Where(a => (a.Taken, a.Receipt) == (true, "submitted")).Select(a => a.Unit));
        Assert.Equal(tried[^1].Effects, handedIn[^1].Effects);
        Assert.Equal(0, (await Total(Top)).Coverage.Filed); // nothing counts before it is sealed

        var after = await host.Events();
        var repeated = await host.Import(workbook, Mode.Submit, requestId: "batch-1");
        Assert.Equal((30, after), (repeated.Count(a => a.Taken), await host.Events())); // one effect

        var own = await Approve(host.Collector);
        Assert.All(own, a => Assert.Equal((false, "AR-115"), (a.Done, Assert.Single(a.Blockers).Code))); // whoever handed in seals nothing
        Assert.All(await Approve(host.SecondCollector), a => Assert.Equal((true, ReportState.Sealed), (a.Done, a.State)));
        await host.Filed(Top, 30);
        foreach (var effect in tried[^1].Effects)
        {
            var total = await Total(effect.Unit);
            Assert.Equal((effect.FiledAfter, 0L), (total.Coverage.Filed, effect.FiledBefore));
            Assert.Equal(effect.Cells.ToDictionary(c => c.Cell, c => long.Parse(c.After)), total.Figures.Counts.Where(c => c.Value != 0).ToDictionary());
        }
        Assert.Equal(465, (await Total(Top)).Figures.Counts["t3.new.total"]);
    }

    [Fact]
    public async Task OneBadRow_IsToldAtItsCell_AndStopsNoOther()
    {
        var workbook = await host.FilledBatch(30, typed =>
        {
            typed[Town(3)]["t3.new.natural"] = "三件";
            typed[Town(4)]["t3.granted.natural"] = "9"; // no balance
        });
        var answers = await host.Import(workbook, Mode.Submit);
        Assert.Equal(28, answers.Count(a => a.Taken));
        Assert.Equal([Town(3), Town(4)], answers.SkipLast(1).Where(a => !a.Taken && a.Unit != Bureau).Select(a => a.Unit));
        var unread = answers.Single(a => a.Unit == Town(3)).Findings;
        var typed = unread.Single(f => f.Finding.Code == "IM-020");
        Assert.Equal(("汇总填报", "t3.new.natural"), (typed.Sheet, typed.Finding.Where));
        Assert.Matches("^[A-Z]+10$", typed.Address); // the fourth row below the head: the agency stands first
        Assert.Single(unread, f => f.Finding.Where == "t3.new.natural"); // told once
        var unbalanced = answers.Single(a => a.Unit == Town(4)).Findings.Single(f => f.Finding.Code == "AR-001");
        Assert.Equal("汇总填报", unbalanced.Sheet);
        Assert.Matches("^[A-Z]+11$", unbalanced.Address);
        Assert.All(answers.SelectMany(a => a.Findings), f => Assert.All([f.Finding.Text, f.Finding.TextEn, f.Finding.Basis], Assert.NotEmpty));
    }

    [Fact]
    public async Task AnImport_AnswersBeforeTheLastReportIsDealtWith()
    {
        var workbook = await host.FilledBatch(30);
        var before = await host.Events();
        using var import = host.Exchange.ImportReports(new ImportReportsRequest { FileName = "batch.xlsx", Content = ByteString.CopyFrom(workbook), Mode = Mode.Submit }, host.Collector);
        Assert.True(await import.ResponseStream.MoveNext(default));
        var recorded = await host.Events() - before;
        Assert.Equal((1, 31), (import.ResponseStream.Current.Done, import.ResponseStream.Current.Total));
        while (await import.ResponseStream.MoveNext(default))
            continue;
        Assert.InRange(recorded, 1, 29);
        Assert.Equal(before + 30, await host.Events());
    }

    [Fact]
    public async Task AZip_OfWorkbooksAndJson_IsTakenWhole_OverRest()
    {
        await host.File(Filing(Town(1), 3));
        var town = await Single(1);
        var json = JsonNode.Parse((await host.Exchange.ExportReportAsync(Export(Town(1), ExportReportRequest.Types.Format.Json), host.Officer)).Content.ToStringUtf8())!;
        (json["unit"], json["unitName"]) = (Town(2), null);
        var zip = Workbooks.Zip(("乡镇/一.xlsx", town), ("二.json", System.Text.Encoding.UTF8.GetBytes(json.ToJsonString())), ("坏.xlsx", [1, 2, 3]), ("__MACOSX/x", [0]));
        var body = new JsonObject { ["fileName"] = "all.zip", ["content"] = Convert.ToBase64String(zip), ["mode"] = "DRY_RUN" };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/imports") { Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", host.Collector.GetValue("authorization"));
        using var response = await host.Rest.SendAsync(request);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains(lines, l => l["findings"]!.AsArray().Any(f => (string)f!["file"]! == "all.zip/坏.xlsx" && (string)f["finding"]!["code"]! == "IM-006"));
        Assert.Equal([Town(1), Town(2)], lines.Where(l => (string)l["unit"]! != "").Select(l => (string)l["unit"]!).Order());
    }

    [Fact]
    public async Task ATemplate_OfOneUnit_KeptAsADraft_StandsInTheReport()
    {
        var workbook = await Single(7);
        var answers = await host.Import(workbook, Mode.Draft, "one.xlsx", by: host.Clerk(Town(7)));
        Assert.Equal((Town(7), true, "draft"), (answers[0].Unit, answers[0].Taken, answers[0].Receipt));
        var report = await host.Reports.GetReportAsync(new GetReportRequest { Unit = Town(7), Period = Annual }, host.Clerk(Town(7)));
        Assert.Equal(ReportState.NotFiled, report.State);
        Assert.NotNull(report.Draft);
        var refused = await host.Import(workbook, Mode.Draft, "one.xlsx", by: host.Clerk(Town(8)));
        Assert.Equal((false, "AU-001"), (refused[0].Taken, Assert.Single(refused[0].Findings).Finding.Code));
    }

    [Fact]
    public async Task AnImport_OfAnotherPeriod_OrOfNoChoice_IsRefused()
    {
        var answers = await host.Import(await host.FilledBatch(2), Mode.Submit, period: "annual-2024");
        Assert.All(answers.SkipLast(1), a => Assert.Contains(a.Findings, f => f.Finding.Code == "AR-111"));
        Assert.DoesNotContain(answers, a => a.Taken);
        var refused = Refused.Of(await Assert.ThrowsAsync<Grpc.Core.RpcException>(() => host.Import([], (Mode)9)));
        Assert.Equal("GW-108", Assert.Single(refused.Codes));
    }

    private async Task<byte[]> Single(int town) =>
        (await host.Exchange.GetTemplateAsync(new GetTemplateRequest { Unit = Town(town), Period = Annual }, host.Clerk(Town(town)))).Content.ToByteArray();

    private async Task<List<ActOnUnit>> Approve(Grpc.Core.Metadata by)
    {
        using var call = host.Supervision.ReviewSubtree(
            new ReviewSubtreeRequest { Unit = Shire, Period = Annual, Act = ReviewSubtreeRequest.Types.Act.Approve, Units = { Enumerable.Range(1, 30).Select(Town) } }, by);
        var acts = new List<ActOnUnit>();
        while (await call.ResponseStream.MoveNext(default))
            acts.Add(call.ResponseStream.Current);
        Assert.Equal(30, acts.Count);
        return acts;
    }

    private async Task<Total> Total(string unit) => await host.Reports.GetTotalAsync(new GetTotalRequest { Unit = unit, Period = Annual }, host.Officer);

    private static ExportReportRequest Export(string unit, ExportReportRequest.Types.Format format) => new() { Unit = unit, Period = Annual, Format = format };
}
