using System.Security.Cryptography;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.V1;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>回执: what proves a seal without the server.</summary>
public sealed class ReceiptTests(GatewayHost host) : IClassFixture<GatewayHost>, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        if ((await host.Reports.GetReportAsync(new GetReportRequest { Unit = TownA, Period = Annual }, host.Officer)).Version == 0)
            await host.File(TownA, 3);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task AReceipt_VerifiesFromItsJsonAlone_WithTheKeyThatIsPublished()
    {
        var version = await Version();
        var (receipt, fingerprint, faults) = SealReceipt.Verify(version.Receipt, await PublishedKey());
        Assert.Empty(faults);
        Assert.Equal((TownA, Annual, 1L, version.Filing.ContentHash), (receipt.Unit.Value, receipt.Period.ToString(), receipt.Version, Convert.ToHexStringLower(receipt.ContentHash.AsSpan())));
        Assert.Equal(("tester@" + TownA, "approver@" + TownA), (receipt.Author, receipt.Seal.Actor));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(await PublishedKey())), fingerprint);
        Assert.Empty(SealReceipt.Verify(version.Receipt + "\r\n", []).Faults); // as a file
    }

    [Fact]
    public async Task AReceipt_OfTheContentItself_IsOfThatContent_AndOfNoOther()
    {
        var version = await Version();
        var (receipt, _, _) = SealReceipt.Verify(version.Receipt, []);
        ReportContent Content(long applications) => ReportContent.Of(FigureReader.Read(
            Form2021.Form, new FigureEntries(Applications(applications).Counts, new Dictionary<string, string>(), [], true), PeriodId.Annual(2025)).Figures).WithSums();
        Assert.True(receipt.IsOf(Content(3)));
        Assert.False(receipt.IsOf(Content(4)));
    }

    [Fact]
    public async Task EveryAlteredByte_IsDetected()
    {
        var (json, key) = ((await Version()).Receipt, await PublishedKey());
        var unnoticed = new List<string>();
        for (var at = 0; at < json.Length; at++)
        {
            foreach (var other in (char[])[json[at] == '0' ? '1' : '0', char.IsAsciiLetterLower(json[at]) ? char.ToUpperInvariant(json[at]) : ' '])
            {
                if (other != json[at] && IsAccepted(json[..at] + other + json[(at + 1)..], key))
                    unnoticed.Add($"{at}: {json[Math.Max(0, at - 20)..at]}[{json[at]}→{other}]");
            }
        }
        Assert.Empty(unnoticed);
        Assert.NotEmpty(SealReceipt.Verify(json.Replace("\n", "\r\n", StringComparison.Ordinal), key).Faults);
    }

    [Fact]
    public async Task AReceipt_OfAnotherInstallation_IsNotTakenForOurs()
    {
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.NotEmpty(SealReceipt.Verify((await Version()).Receipt, foreign.ExportSubjectPublicKeyInfo()).Faults);
    }

    private static bool IsAccepted(string json, byte[] key)
    {
        try
        {
            return SealReceipt.Verify(json, key).Faults.IsEmpty;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private async Task<SealedReport> Version() => await host.Reports.GetVersionAsync(new GetVersionRequest { Unit = TownA, Period = Annual, Version = 1 }, host.Clerk(TownA));

    private async Task<byte[]> PublishedKey()
    {
        using var response = await host.Rest.GetAsync(SealKeyEndpoint.Path); // no token
        using var key = ECDsa.Create();
        key.ImportFromPem(await response.Content.ReadAsStringAsync());
        return key.ExportSubjectPublicKeyInfo();
    }
}
