using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;
using Federation.Domain.Catalogs;

namespace Federation.Cli.Tests;

/// <summary>fed catalog search.</summary>
public sealed class CatalogSearchTests(Fed fed) : IClassFixture<Fed>
{
    [Fact]
    public async Task Search_MarksWhatItFinds_AndRefusesWhatItCannot()
    {
        await fed.Installation.Put("500151001", Entry("n1", "关于低保标准的通知", Validity.InForce), Entry("n2", "低保旧办法", new Validity(ValidityState.Repealed, new DateOnly(2025, 1, 1))));
        await fed.Installation.Put("500152", Entry("n3", "特困供养标准", Validity.InForce));
        await fed.Installation.Index();
        var clerk = fed.Clerk("500151");
        var found = await fed.Type(clerk, "catalog", "search", "低保");
        Assert.True(found.Exit == ExitCodes.Ok, found.Err);
        Assert.Contains("关于【低保】标准的通知", found.Out, StringComparison.Ordinal);
        Assert.Contains("已废止", found.Out, StringComparison.Ordinal);
        Assert.Contains("共 2 条", found.Out, StringComparison.Ordinal);
        Assert.Contains("【标准】", (await fed.Type(clerk, "catalog", "search", "标准", "--within", "500152")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("特困", (await fed.Type(clerk, "catalog", "search", "标准", "--within", "500151")).Out, StringComparison.Ordinal);
        Assert.Contains("n2", (await fed.Type(clerk, "catalog", "search", "--validity", "废止", "--json")).Out, StringComparison.Ordinal);
        var first = await fed.Type(clerk, "catalog", "search", "低保", "--limit", "1", "--json");
        var token = (string)JsonNode.Parse(first.Out)!["nextPageToken"]!;
        Assert.Contains("低保", (await fed.Type(clerk, "catalog", "search", "低保", "--limit", "1", "--page", token)).Out, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await fed.Type(clerk, "catalog", "search", "没有这样的词")).Out, StringComparison.Ordinal);
        var refused = await fed.Type(clerk, "catalog", "search", "!!!", "--from", "x", "--kind", "y");
        Assert.NotEqual(ExitCodes.Ok, refused.Exit);
        Assert.All(["CT-601", "GW-101", "GW-108"], code => Assert.Contains(code, refused.Err + refused.Out, StringComparison.Ordinal));
    }

    private static CatalogEntry Entry(string id, string title, Validity validity) => new(
        EntryId.Parse(id), EntryKind.Document, title, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.FormedOn, "2024-12-20")]),
        new Disclosure(DisclosureAttribute.Proactive), validity, [], null, []);
}
