using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>fed notice parse: a notice through the server, for people, as JSON and as a table.</summary>
public sealed class NoticeTests(ExchangeTests.OneFiled filed) : IClassFixture<ExchangeTests.OneFiled>
{
    private const string Text = "重庆市人民政府办公厅关于印发2017年政务公开工作要点的通知\n各区县人民政府:\n重庆市人民政府办公厅\n2017年4月26日\n一、重点工作\n(一)公开清单。11月底前完成。(市审计局牵头,各区县人民政府配合)\n(二)要高度重视。\n";

    private Fed Fed => filed.Fed;

    [Fact]
    public async Task Parse_ForPeople_ShowsBodiesDatesAndWhatStayedOpen()
    {
        var path = await Notice("要点.txt", Text);
        var table = Fed.Path("任务分解表.xlsx");
        var ended = await Fed.Type(Fed.Clerk("500151001"), "notice", "parse", path, "--table", table, "--unit", "500000");

        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
        Assert.Contains("市审计局", ended.Out, StringComparison.Ordinal);
        Assert.Contains("2017年11月30日前", ended.Out, StringComparison.Ordinal);
        Assert.Contains("要高度重视", ended.Out, StringComparison.Ordinal);
        Assert.True(new FileInfo(table).Length > 0);
    }

    [Fact]
    public async Task Parse_AsJson_HasPlacesInTheOriginal()
    {
        var ended = await Fed.Type(Fed.Clerk("500151001"), "notice", "parse", await Notice("要点2.txt", Text), "--json");
        var fact = JsonNode.Parse(ended.Out)!["facts"]!.AsArray().Single(f => (string?)f!["value"] == "2017-11-30")!;
        var place = fact["place"]!;
        Assert.Equal("11月底前", Text.Substring((int)place["start"]!, (int)place["length"]!));
    }

    [Fact]
    public async Task Parse_Pdf_IsRefusedWithTheWayOut()
    {
        var ended = await Fed.Type(Fed.Clerk("500151001"), "notice", "parse", await Notice("a.pdf", "%PDF-1.7"));
        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("NT-030", ended.Err, StringComparison.Ordinal);
    }

    private async Task<string> Notice(string name, string text)
    {
        var path = Fed.Path(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
