using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;
using Federation.Domain.Authority;

namespace Federation.Cli.Tests;

/// <summary>fed standard and fed catalog gaps: from a list loaded for the nation to a conflict decided in a county.</summary>
public sealed class StandardTests(Fed fed) : IClassFixture<Fed>
{
    private const string Heading = "id,title,content,basis,limit,levels,required\n";

    private string Officer(string unit) => fed.Installation.Token(unit, Role.Officer);

    [Fact]
    public async Task Standard_FromAFileToADecidedConflict()
    {
        var nation = fed.Officer();
        var first = fed.Write(Heading + "a,低保标准,标准,《办法》,按季度,,yes\nb,\"救助,名单\",名单,《办法》,按月,County,\n", ".csv");
        Assert.Equal(ExitCodes.Usage, (await fed.TypeInto("n\n", nation, "standard", "load", "000000", first)).Exit);
        await Does(nation, "第 1 版", "standard", "load", "000000", first, "--yes", "--title", "全国标准目录", "--basis", "国办发〔2019〕54号");
        await Does(Officer("500151"), "依据上级", "standard", "sync", "500151");
        await Does(Officer("500151"), "尚未发布", "standard", "edit", "500151", fed.Write(Heading + "a,低保标准,标准,《铜梁办法》,按周,,yes\n", ".csv"), "--title", "铜梁区标准目录");
        await Does(Officer("500151"), "第 1 版", "standard", "publish", "500151");
        await Does(Officer("500151"), "《铜梁办法》", "standard", "show", "500151");
        await Does(Officer("500151"), "按季度", "standard", "diff", "500151", "--from-unit", "000000");

        await Does(nation, "第 2 版", "standard", "load", "000000", fed.Write(Heading + "a,低保标准,标准,《新办法》,按日,,yes\nc,养老,名单,《新办法》,按月,,\n", ".csv"), "-y");
        await Does(nation, "(删去)", "standard", "diff", "000000");
        await Does(Officer("500151"), "fed standard conflicts 500151", "standard", "sync", "500151");
        var conflicts = await Does(Officer("500151"), "a.limit", "standard", "conflicts", "500151");
        Assert.Contains("《新办法》", conflicts.Out, StringComparison.Ordinal); // both sides with their basis
        Assert.Contains("《铜梁办法》", conflicts.Out, StringComparison.Ordinal);
        var refused = await fed.Type(Officer("500151"), "standard", "decide", "500151", "--keep", "a.basis=");
        Assert.Equal(ExitCodes.Refused, refused.Exit);
        Assert.Contains("CT-302", refused.Err, StringComparison.Ordinal);
        await Does(Officer("500151"), "000000 第 2 版", "standard", "decide", "500151", "--take", "a.limit", "--keep", "a.basis=本区办法仍有效");
        await Does(Officer("500151"), "没有冲突", "standard", "conflicts", "500151");
        await Does(Officer("500151"), "第 2 版", "standard", "publish", "500151");
        await Does(Officer("500151"), "不涉及 c", "standard", "aside", "500151", "c", "--reason", "本区无此项");

        await Does(fed.Clerk("500151"), "缺 1 项", "catalog", "gaps", "500151");
        await Does(fed.Clerk("500152"), "潼南区", "catalog", "gaps", "500000", "--below");
        await Does(fed.Clerk("500152"), "巴川街道", "catalog", "gaps", "500000", "--deep");
        await Does(fed.Clerk("500152"), "铜梁区标准目录", "standard", "versions", "500000", "--below");
        var csv = await Does(nation, "id,title", "standard", "show", "000000", "--version", "1", "--csv");
        Assert.Contains("\"救助,名单\"", csv.Out, StringComparison.Ordinal);
        var json = await Does(nation, "{", "standard", "versions", "000000", "--json");
        Assert.Equal(2, JsonNode.Parse(json.Out)!["versions"]!.AsArray().Count);
    }

    [Fact]
    public async Task Standard_MisusedOrOfOthers_IsRefused()
    {
        Assert.Equal(ExitCodes.NotPermitted, (await fed.Type(fed.Clerk("500151"), "standard", "publish", "500151")).Exit);
        Assert.Equal(ExitCodes.Usage, (await fed.Type(Officer("500151"), "standard", "aside", "500151", "a")).Exit);
        Assert.Equal(ExitCodes.Usage, (await fed.Type(Officer("500151"), "standard", "edit", "500151", fed.Path("none.csv"))).Exit);
        Assert.Equal(ExitCodes.NotFound, (await fed.Type(Officer("500151"), "standard", "show", "500152", "--version", "7")).Exit);
        var faults = await fed.TypeInto(Heading + "a b,,内容,,随便,moon,\n", Officer("500152"), "standard", "edit", "500152", "-");
        Assert.Equal(ExitCodes.Refused, faults.Exit);
        Assert.Contains("line 2", faults.Err, StringComparison.Ordinal);
    }

    private async Task<Ended> Does(string token, string says, params string[] args)
    {
        var ended = await fed.Type(token, args);
        Assert.True(ended.Exit == ExitCodes.Ok, $"fed {string.Join(' ', args)}: {ended.Err}");
        Assert.Contains(says, ended.Out, StringComparison.Ordinal);
        return ended;
    }
}
