using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Federation.Documents.Pdf;
using Federation.Gateway.Tests.Services;
using Federation.V1;
using Grpc.Core;
using Format = Federation.V1.ExportReportRequest.Types.Format;
using Mode = Federation.V1.ImportReportsRequest.Types.Mode;
using static Federation.Gateway.Tests.Exchange.CountyHost;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Exchange;

/// <summary>A sealed report as a file in every format, and back.</summary>
public sealed class ExportTests(CountyHost host) : IClassFixture<CountyHost>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        if ((await Report()).Version == 0)
            await host.File(Filing(Town(5), 12));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(Format.Xlsx, ".xlsx", "PK")]
    [InlineData(Format.Docx, ".docx", "PK")]
    [InlineData(Format.Html, ".html", "<!DOCTYPE html>")]
    [InlineData(Format.Json, ".json", "{")]
    [InlineData(Format.Csv, ".csv", "")]
    [InlineData(Format.Bundle, ".zip", "PK")]
    public async Task Export_InEveryFormat_IsAFileOfThatKind_ThroughBothDoors(Format format, string end, string begin)
    {
        var file = await Export(format);
        Assert.EndsWith(end, file.Name, StringComparison.Ordinal);
        Assert.StartsWith(begin, file.Content.ToStringUtf8().TrimStart('\uFEFF'), StringComparison.OrdinalIgnoreCase);
        Assert.True(file.Content.Length > 500, $"{file.Name} has {file.Content.Length} bytes");
        var (status, body) = await host.Send("GET", $"/v1/units/{Town(5)}/reports/{Annual}:export?format={format.ToString().ToUpperInvariant()}", host.Officer);
        Assert.Equal((200, file.Name, file.Content.ToBase64()), (status, (string)body!["name"]!, (string)body["content"]!));
    }

    [Fact]
    public async Task Export_SaysOfWhichVersionItIs_AndADraftThatItIsOne()
    {
        var report = await Report();
        var file = await Export(Format.Csv);
        Assert.Equal((report.State, report.Version), (file.State, file.Version));

        var unit = Town(7);
        async Task<ReportFile> Now() => await host.Exchange.ExportReportAsync(new ExportReportRequest { Unit = unit, Period = Annual, Format = Format.Xlsx }, host.Officer);
        var filing = Filing(unit, 3);
        var draft = new SaveDraftRequest { Unit = unit, Period = Annual, Figures = filing.Figures };
        await host.Reports.SaveDraftAsync(draft, host.Clerk(unit));
        Assert.Equal((ReportState.NotFiled, 0L), ((await Now()).State, (await Now()).Version));
        await host.Reports.SubmitReportAsync(filing, host.Clerk(unit));
        Assert.Equal((ReportState.Submitted, 0L), ((await Now()).State, (await Now()).Version));
        var template = await host.Exchange.GetTemplateAsync(new GetTemplateRequest { Unit = unit, Period = Annual }, host.Clerk(unit));
        Assert.Equal((ReportState.Unspecified, 0L), (template.State, template.Version));
    }

    [Fact] // printed by a browser of the machine, where there is one; else the finding says which is wanted
    public async Task Export_AsPdf_IsPrinted_OrSaysWhatIsMissing()
    {
        if (PdfPrinter.OnPath().PrintsHtml)
        {
            Assert.StartsWith("%PDF-", (await Export(Format.Pdf)).Content.ToStringUtf8(), StringComparison.Ordinal);
            return;
        }
        var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(() => Export(Format.Pdf)));
        Assert.Contains("chromium", Assert.Single(refused.Findings).TextEn, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ABundle_HoldsEveryFormat_AndAManifestWhoseHashesVerify()
    {
        var files = Workbooks.Unzip((await Export(Format.Bundle)).Content.ToByteArray());
        var manifest = JsonNode.Parse(files["manifest.json"])!;
        Assert.Equal((await Report()).ContentHash, (string)manifest["contentHash"]!);
        var listed = manifest["files"]!.AsArray().ToDictionary(f => (string)f!["name"]!, f => (string)f!["sha256"]!);
        Assert.Equal(files.Keys.Where(n => n != "manifest.json").Order(), listed.Keys.Order());
        Assert.Superset(new HashSet<string> { "report.xlsx", "report.docx", "report.html", "report.json", "report.csv" }, listed.Keys.ToHashSet());
        Assert.All(listed, f => Assert.Equal(f.Value, Convert.ToHexStringLower(SHA256.HashData(files[f.Key]))));
    }

    [Theory]
    [InlineData(Format.Xlsx)]
    [InlineData(Format.Json)]
    [InlineData(Format.Bundle)]
    public async Task ExportThenImport_GivesTheSameContent(Format format)
    {
        var file = await Export(format);
        var before = await host.Events();
        var answers = await host.Import(file.Content.ToByteArray(), Mode.Submit, file.Name, by: host.Clerk(Town(5)));
        Assert.Equal((true, Town(5)), (answers[0].Taken, answers[0].Unit));
        Assert.Equal(before, await host.Events()); // exactly this content counts already: nothing is recorded
        Assert.Empty(answers[^1].Effects.SelectMany(e => e.Cells));
    }

    [Fact]
    public async Task Export_OfAVersionOrUnitThatIsNotThere_IsRefused()
    {
        var version = await Assert.ThrowsAsync<RpcException>(async () => await host.Exchange.ExportReportAsync(new ExportReportRequest { Unit = Town(5), Period = Annual, Version = 9 }, host.Officer));
        Assert.Equal("AR-106", Assert.Single(Refused.Of(version).Codes));
        var blank = await Assert.ThrowsAsync<RpcException>(async () => await host.Exchange.ExportReportAsync(new ExportReportRequest { Unit = Town(6), Period = Annual }, host.Officer));
        Assert.Equal("AR-106", Assert.Single(Refused.Of(blank).Codes));
        var format = await Assert.ThrowsAsync<RpcException>(() => Export((Format)77));
        Assert.Equal("GW-108", Assert.Single(Refused.Of(format).Codes));
    }

    [Fact]
    public async Task ATemplate_OfAllBelowAUnitWithNothingBelow_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await host.Exchange.GetTemplateAsync(new GetTemplateRequest { Unit = Town(5), Period = Annual, Below = true }, host.Officer));
        Assert.Equal("AR-102", Assert.Single(Refused.Of(refused).Codes));
    }

    private async Task<ReportFile> Export(Format format) =>
        await host.Exchange.ExportReportAsync(new ExportReportRequest { Unit = Town(5), Period = Annual, Format = format }, host.Officer);

    private async Task<Report> Report() => await host.Reports.GetReportAsync(new GetReportRequest { Unit = Town(5), Period = Annual }, host.Officer);
}
