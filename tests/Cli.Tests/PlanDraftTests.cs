using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;
using Federation.Domain.Authority;

namespace Federation.Cli.Tests;

/// <summary>fed plan draft and fed names: from a notice to a draft that can be issued.</summary>
public sealed class PlanDraftTests(Fed fed) : IClassFixture<Fed>
{
    private const string Text = "铜梁区人民政府办公室关于印发2026年政务公开工作要点的通知\n铜府办发〔2026〕6号\n各镇人民政府、街道办事处:\n一、重点工作\n(一)政策解读。年内解读重要政策不少于1次。(区司法局牵头,区月球局配合)\n(二)专栏。按月更新专栏。(区月球局负责)\n";

    private string Officer => fed.Installation.Token("500151", Role.Officer, Role.Reader);

    [Fact]
    public async Task Draft_FromANotice_IsATreeWithItsNotes_AndChosenNamesAreFilledIn()
    {
        var path = fed.Write(Text, ".txt");
        var dry = await fed.Type(Officer, "plan", "draft", "500151/2026/1", path, "--to", "tier township", "--dry-run");
        Assert.Equal((ExitCodes.Ok, ""), (dry.Exit, dry.Err));
        Assert.Contains("试读", dry.Out, StringComparison.Ordinal);

        var ended = await fed.Type(Officer, "plan", "draft", "500151/2026/1", path, "--to", "tier township", "--minutes", "30");
        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
        Assert.Contains("一 重点工作", ended.Out, StringComparison.Ordinal); // a heading is a branch
        Assert.Contains("每年不少于1次", ended.Out, StringComparison.Ordinal);
        Assert.Contains("区司法局=500151.justice", ended.Out, StringComparison.Ordinal);
        Assert.Contains("区月球局(?)", ended.Out, StringComparison.Ordinal);
        Assert.Contains("1 个待指定", ended.Out, StringComparison.Ordinal);

        Assert.Contains("区月球局", (await fed.Type(Officer, "names", "list", "500151")).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, (await fed.Type(Officer, "names", "choose", "500151", "区月球局")).Exit);
        var chosen = await fed.Type(Officer, "names", "choose", "500151", "区月球局", "500151.justice", "--json");
        Assert.Equal((ExitCodes.Ok, "500151/2026/1"), (chosen.Exit, (string?)JsonNode.Parse(chosen.Out)!["filled"]![0]));
        Assert.DoesNotContain("区月球局(?)", (await fed.Type(Officer, "plan", "draft", "500151/2026/1", path, "--to", "tier township")).Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, (await fed.Type(Officer, "names", "withdraw", "500151", "区月球局")).Exit);
        Assert.Equal(ExitCodes.Refused, (await fed.Type(Officer, "names", "withdraw", "500151", "区月球局")).Exit);
    }

    [Fact]
    public async Task Draft_OfAFileThatIsNoNotice_IsRefused()
    {
        var ended = await fed.Type(Officer, "plan", "draft", "500151/2026/2", fed.Write("%PDF-1.7", ".pdf"));
        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("NT-030", ended.Err, StringComparison.Ordinal);
    }
}
