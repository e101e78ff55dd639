using Federation.Domain.Authority;
using Federation.Journeys.Tests.Support;
using Federation.V1;
using Grpc.Reflection.V1Alpha;
using Microsoft.Data.Sqlite;

namespace Federation.Journeys.Tests;

/// <summary>The commands an operator types.</summary>
public sealed class CommandTests
{
    private const string Swap = """
        UPDATE contribution SET figures = other.figures FROM (SELECT unit, figures FROM contribution WHERE scope = 0 LIMIT 1000) other
        WHERE scope = 0 AND contribution.unit || other.unit IN ('110101001110101002', '110101002110101001')
        """;

    [Theory]
    [InlineData("1500")]
    [InlineData("400")]
    [InlineData("400", "--departments")]
    public async Task Demo_OfAFewUnits_TellsEveryScene_ChecksItself_WritesItsFiles_AndEnds(string units, params string[] further)
    {
        var folder = Directory.CreateTempSubdirectory("demo-");
        var (exit, output) = await HostProcess.Run(folder.FullName, ["demo", "--exit", "--units", units, "--web-port", "0", "--grpc-port", "0", .. further]);
        Assert.True(exit == 0, output);
        foreach (var scene in new[] { "一县一簿", "退回", "催报", "迟报", "全辖区报告", "更正清单", "待更正", "真实", "核对一致" })
            Assert.Contains(scene, output, StringComparison.Ordinal);
        var files = Path.Combine(folder.FullName, "out");
        Assert.Contains("政府信息公开", await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(files, "*.html"))), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(files, "*.xlsx"));
        Assert.Single(Directory.GetFiles(files, "*-receipt.json"));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Demo_OfTooFewUnitsForTheScenes_SaysSo_AndStillChecksItself()
    {
        var folder = Directory.CreateTempSubdirectory("demo-");
        var (exit, output) = await HostProcess.Run(folder.FullName, "demo", "--exit", "--units", "20", "--web-port", "0", "--grpc-port", "0");
        Assert.True(exit == 0, output);
        Assert.Contains("too few units", output, StringComparison.Ordinal);
        Assert.Contains("核对一致", output, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("UPDATE event SET payload = CAST(replace(CAST(payload AS TEXT), '\"late\":true', '\"late\":null') AS BLOB) WHERE stream = 'report/110101001/annual-2025'", "report/110101001/annual-2025")]
    [InlineData("UPDATE contribution SET filed = filed + 1 WHERE unit = '110100' AND scope = 1", "110100")]
    [InlineData(Swap, "110101001/annual-2025")] // two townships' figures: every total stays right
    [InlineData("DELETE FROM event WHERE stream = 'report/110101001/annual-2025'", "110101001/annual-2025")]
    [InlineData("DELETE FROM event WHERE stream = 'report/110101001/annual-2025' AND kind = 'report-submitted'", "report/110101001/annual-2025")]
    [InlineData("DELETE FROM event WHERE stream = 'report/110101001/annual-2025' AND kind = 'report-sealed'", "110101001/annual-2025")]
    [InlineData("UPDATE event SET actor = 'other@110101' WHERE stream = 'whole-report/110101/annual-2025' AND kind = 'report-sealed'", "whole-report/110101/annual-2025")]
    [InlineData("UPDATE roster SET name = 'elsewhere' WHERE unit = '110101001'", "period/annual-2025")]
    public async Task Verify_OfALedgerThatSomebodyTouched_NamesTheFault_AndFails(string touch, string place)
    {
        using var at = new Installation(new Country(provinces: 1, cities: 1, counties: 1, townships: 2));
        await at.Start();
        await new Surge(at).File();
        await at.AssertTotals();
        await WholeReport.File(at, "110101");
        await at.Terminate();
        Assert.Equal(0, (await at.Verify()).Exit);

        await using (var connection = new SqliteConnection($"Data Source={at.LedgerFile};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = touch;
            Assert.InRange(await command.ExecuteNonQueryAsync(), 1, 2);
        }
        var (exit, output) = await at.Verify();
        Assert.True(exit == 1, output);
        Assert.Contains(place, output, StringComparison.Ordinal);
        if (touch == Swap)
            Assert.DoesNotContain("differs from the sum", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OfACatalogThatSomebodyTouched_NamesTheEntry_AndFails()
    {
        using var at = new Installation(new Country(provinces: 1, cities: 1, counties: 1, townships: 1));
        await at.Start();
        var push = new PushEntriesRequest { Unit = "110101", RequestId = "p" };
        push.Changes.AddRange(Enumerable.Range(1, 40).Select(i => new EntryChange
        {
            Put = new Entry { Id = $"e-{i}", Kind = "document", Title = $"通知{i}", Disclosure = "proactive", Fields = { ["formedOn"] = "2026-02-27" } },
        }));
        await new Catalogs.CatalogsClient(at.Calls).PushEntriesAsync(push, at.As("110101", Role.Integrator));
        await at.Terminate();
        var (exit, output) = await at.Verify();
        Assert.True(exit == 0, output);
        Assert.Contains("40 条在目录", output, StringComparison.Ordinal);
        Assert.Matches("检索索引 / search index: (与目录一致|落后|没有)", output);

        await using (var connection = new SqliteConnection($"Data Source={at.LedgerFile};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE entry SET title = '别的' WHERE entry = 'e-7'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }
        (exit, output) = await at.Verify();
        Assert.True(exit == 1, output);
        Assert.Contains("entry 110101 e-7", output, StringComparison.Ordinal);
        Assert.Contains("title=通知7", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OfAWholeReportThatAChangeBelowReopened_NamesIt_AndIsNoFault()
    {
        using var at = new Installation(new Country(provinces: 1, cities: 1, counties: 1, townships: 2));
        await at.Start();
        await new Surge(at).File();
        await at.AssertTotals();
        await WholeReport.File(at, "110101");
        await at.Reports.ReturnReportAsync(
            new ReturnReportRequest { Unit = "110101001", Period = Installation.Period, Version = 1, Reasons = { new ReturnReason { Text = "与台账不符" } } }, at.As("110101", Role.Reviewer));
        await at.AssertTotals();
        await at.Terminate();
        var (exit, output) = await at.Verify();
        Assert.True(exit == 0, output);
        Assert.Contains("待更正", output, StringComparison.Ordinal);
        Assert.Contains("110101 单位110101", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WithoutALedger_SaysSo()
    {
        var (exit, output) = await HostProcess.Run(Path.GetTempPath(), "verify", "--data", Path.Combine(Path.GetTempPath(), "no-such-installation"));
        Assert.Equal(2, exit);
        Assert.Contains("no ledger", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WithAWatcherConnected_StopsInOrder()
    {
        using var at = new Installation(new Country(provinces: 1, cities: 1, counties: 1, townships: 2));
        await at.Start();
        using var watch = at.Reports.WatchCoverage(new GetCoverageRequest { Unit = Country.Nation, Period = Installation.Period }, at.Officer);
        Assert.True(await watch.ResponseStream.MoveNext(default));
        await at.Terminate(); // asserts exit code 0
    }

    [Fact]
    public async Task Serve_WithACallUnderWay_WaitsForItsEnd_AndStopsInOrder()
    {
        using var at = new Installation(new Country(provinces: 1, cities: 1, counties: 1, townships: 2));
        await at.Start();
        using var call = new ServerReflection.ServerReflectionClient(at.Calls).ServerReflectionInfo(); // the one call whose end is up to us
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        Assert.True(await call.ResponseStream.MoveNext(default));
        await at.Terminate(async host =>
        {
            Assert.True(await host.Outlives(TimeSpan.FromSeconds(3)), "the host gave up a call under way");
            await call.RequestStream.CompleteAsync();
        });
    }
}
