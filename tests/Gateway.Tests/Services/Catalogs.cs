using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;

namespace Federation.Gateway.Tests.Services;

/// <summary>Catalogs as the tests need them.</summary>
internal static class Catalogs
{
    /// <summary>Puts one entry with a text; again and again has one effect.</summary>
    public static async Task Seed(GatewayHost host, string unit, string entry, string text)
    {
        var put = Put(entry, "最低生活保障标准");
        put.Put.Body = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var request = new V1.PushEntriesRequest { Unit = unit, Changes = { put }, Contents = { new V1.Content { MediaType = "text/plain", Bytes = ByteString.CopyFromUtf8(text) } } };
        var response = await new V1.Catalogs.CatalogsClient(host.Calls).PushEntriesAsync(request, host.Website(unit));
        Assert.DoesNotContain(response.Results, r => r.Findings.Any(f => f.Severity == V1.Finding.Types.Severity.Error));
    }

    public static V1.EntryChange Put(string id, string title, long? expected = null)
    {
        var change = new V1.EntryChange { Put = new V1.Entry { Id = id, Kind = "document", Title = title, Disclosure = "proactive", Fields = { ["formedOn"] = "2026-02-27" } } };
        if (expected is { } revision)
            change.ExpectedRevision = revision;
        return change;
    }

    public static V1.EntryChange Remove(string id) => new() { Remove = id, Reason = "栏目撤并" };
}
