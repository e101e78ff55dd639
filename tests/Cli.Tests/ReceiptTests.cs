using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>fed report receipt, verify-receipt: the proof of a seal, checked where there is no server.</summary>
public sealed class ReceiptTests(ReceiptTests.Sealed sealed_) : IClassFixture<ReceiptTests.Sealed>
{
    private static readonly Dictionary<string, string> Nowhere = new() { ["FED_SERVER"] = "http://127.0.0.1:1" };

    [Fact]
    public async Task Verify_GenuineReceiptWithTheKey_SaysWhatItProves()
    {
        var ended = await Fed.Typed(["verify-receipt", "-", "--key", sealed_.Fed.Installation.PublicKey], Nowhere, sealed_.Receipt);

        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
        Assert.Contains("✓ 回执成立", ended.Out, StringComparison.Ordinal);
        Assert.Matches("单位 +500151001", ended.Out);
        Assert.Matches("签发人 +approver@500151001", ended.Out);
        Assert.Matches("签发时间 +2026-01-20 09:00:00", ended.Out);
        Assert.Contains("没有证明:", ended.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("未给公钥", ended.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Verify_OnEightyColumns_BreaksNoHash(string lang)
    {
        using StringWriter stdout = new();
        var around = new Surroundings(new StringReader(sealed_.Receipt), stdout, TextWriter.Null, new Dictionary<string, string> { ["NO_COLOR"] = "1" }) { OutWidth = 80 };

        Assert.Equal(ExitCodes.Ok, await FedCli.RunAsync(["verify-receipt", "-", "--lang", lang], around, CancellationToken.None));

        Assert.Equal(4, System.Text.RegularExpressions.Regex.Count(stdout.ToString(), "[0-9a-f]{64}")); // content, before, here, key
        Assert.All(stdout.ToString().Split('\n'), line => Assert.InRange(Output.Wrapped.WidthOf(line), 0, 80));
    }

    [Fact]
    public async Task Verify_WithoutKey_SaysThatTheSignerIsNotProved() =>
        Assert.Contains("未给公钥", (await Fed.Typed(["verify-receipt", "-"], Nowhere, sealed_.Receipt)).Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2")]
    [InlineData("\"sealedBy\": \"approver", "\"sealedBy\": \"somebody")]
    [InlineData("\"unit\": \"500151001\"", "\"unit\": \"500151002\"")]
    [InlineData("\"author\": \"clerk", "\"author\": \"other")]
    [InlineData("2026-01-20T", "2026-01-21T")]
    public async Task Verify_AnyPlaceChanged_Fails(string was, string now)
    {
        var forged = sealed_.Receipt.Replace(was, now, StringComparison.Ordinal);
        Assert.NotEqual(sealed_.Receipt, forged);

        var ended = await Fed.Typed(["verify-receipt", "-", "--json"], Nowhere, forged);

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.False((bool)JsonNode.Parse(ended.Out)!["holds"]!);
        Assert.NotEmpty(JsonNode.Parse(ended.Out)!["faults"]!.AsArray());
    }

    [Fact]
    public async Task Verify_SignedWithAnotherKey_Fails()
    {
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var ended = await Fed.Typed(["verify-receipt", "-", "--key", sealed_.Fed.Write(other.ExportSubjectPublicKeyInfoPem(), ".pem"), "--lang", "en"], Nowhere, sealed_.Receipt);

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("another key", ended.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("{\"format\":\"federation-seal-receipt-1\"}")]
    public async Task Verify_NoReceipt_IsUsageError(string content) =>
        Assert.Equal(ExitCodes.Usage, (await Fed.Typed(["verify-receipt", "-"], Nowhere, content)).Exit);

    public sealed class Sealed : IAsyncLifetime
    {
        public Fed Fed { get; } = new();

        internal string Receipt { get; private set; } = "";

        public async Task InitializeAsync()
        {
            await Fed.InitializeAsync();
            await Fed.File("500151001", Fed.Filing("500151001"));
            var got = await Fed.Type(Fed.Clerk("500151001"), "report", "receipt", "500151001", Installation.Period);
            Assert.True(got.Exit == ExitCodes.Ok, got.Err);
            Receipt = got.Out;
        }

        public async Task DisposeAsync()
        {
            await Fed.DisposeAsync();
            Fed.Dispose();
        }
    }
}
