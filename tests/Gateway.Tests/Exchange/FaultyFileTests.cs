using System.Text;
using Federation.Gateway.Tests.Services;
using Federation.V1;
using Grpc.Core;
using Mode = Federation.V1.ImportReportsRequest.Types.Mode;
using static Federation.Gateway.Tests.Exchange.CountyHost;

namespace Federation.Gateway.Tests.Exchange;

/// <summary>Files nobody can import: each ends in findings, and nothing is recorded.</summary>
public sealed class FaultyFileTests(CountyHost host) : IClassFixture<CountyHost>
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public async Task AnEmptyFile_IsAFinding() => await Is("IM-001", []);

    [Fact]
    public async Task ATruncatedWorkbook_IsAFinding() => await Is("IM-004", (await host.BatchTemplate())[..5_000]);

    [Fact]
    public async Task AWorkbookWithAPassword_IsAFinding() =>
        await Is("IM-003", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512]]);

    [Fact]
    public async Task AnOldWorkbook_IsAFinding() => await Is("IM-002", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2048]]);

    [Fact]
    public async Task TextOfAnotherKind_IsAFinding() => await Is("IM-006", "%PDF-1.7"u8.ToArray());

    [Fact] // somewhat above the largest file: told as a finding, not as a broken call
    public async Task AFileAboveSixtyFourMegabytes_IsAFinding() => await Is("IM-005", new byte[(64 * Megabyte) + 1]);

    [Fact]
    public async Task AZipThatUnpacksToGigabytes_IsAFinding() => await Is("IM-005", Workbooks.Zip([.. Enumerable.Range(0, 9).Select(n => ($"{n}.xlsx", new byte[64 * Megabyte]))]));

    [Fact]
    public async Task AFileOfSixtyMegabytes_IsReadAndJudged_ThroughBothDoors()
    {
        var large = new byte[60 * Megabyte];
        var answers = await host.Import(large, Mode.DryRun, "large.xlsx");
        Assert.Equal("IM-006", Assert.Single(answers[0].Findings).Finding.Code);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/imports")
        {
            Content = new StringContent($$"""{"fileName":"large.xlsx","content":"{{Convert.ToBase64String(large)}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", host.Collector.GetValue("authorization"));
        using var response = await host.Rest.SendAsync(request);
        Assert.Contains("IM-006", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMessageAboveEverything_IsRefused_AndTheOtherServicesKeepTheirBound()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => host.Import(new byte[80 * Megabyte], Mode.DryRun));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        var report = new SubmitReportRequest { Unit = Town(1), Period = GatewayHost.Annual, RequestId = new string('x', 5 * Megabyte) };
        Assert.Equal("RESOURCE_EXHAUSTED", (await Refused.Filing(host, Door.Grpc, host.Clerk(Town(1)), report)).Status);
        Assert.Equal("RESOURCE_EXHAUSTED", (await Refused.Filing(host, Door.Rest, host.Clerk(Town(1)), report)).Status);
    }

    private async Task Is(string code, byte[] content)
    {
        var before = await host.Events();
        var answers = await host.Import(content, Mode.Submit);
        var found = answers.SelectMany(a => a.Findings).Select(f => f.Finding).ToList();
        Assert.Equal(code, found[^1].Code);
        Assert.All(found, f => Assert.All([f.Text, f.TextEn, f.Basis], Assert.NotEmpty));
        Assert.DoesNotContain(answers, a => a.Taken);
        Assert.Equal(before, await host.Events());
    }
}
