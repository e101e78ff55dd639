using System.CommandLine;
using Federation.Cli.Commands;
using Federation.Cli.Output;
using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>Help of every command there is.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. All(CommandTree.Build(new Words(true), new Surroundings(TextReader.Null, TextWriter.Null, TextWriter.Null, new Dictionary<string, string>()))).Select(Help.PathOf)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_OfEveryCommand_HasExamples(string command)
    {
        var ended = await Fed.Typed([.. command.Split(' ')[1..], "--help"], []);

        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
        Assert.Contains("示例", ended.Out, StringComparison.Ordinal);
        Assert.Contains("  " + command, ended.Out, StringComparison.Ordinal);
        Assert.Contains("--server", ended.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LANG", "en_US.UTF-8", "Examples")]
    [InlineData("LANG", "zh_CN.UTF-8", "示例")]
    [InlineData("LC_ALL", "C", "示例")]
    public async Task Help_ByLocale_IsInItsLanguage(string variable, string locale, string heading) =>
        Assert.Contains(heading, (await Fed.Typed(["units", "--help"], new() { [variable] = locale })).Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("缺少参数 UNIT, PERIOD", "report", "show")]
    [InlineData("缺少选项 --version", "report", "accept", "500151", "annual-2025")]
    [InlineData("不认识 nonsense", "nonsense")]
    [InlineData("不认识 --no-such", "periods", "--no-such")]
    public async Task Call_BadCommandLine_NamesWhatIsWrong(string sentence, params string[] args) =>
        Assert.Contains(sentence, (await Fed.Typed(args, [])).Err, StringComparison.Ordinal);

    [Fact]
    public async Task Call_GroupWithoutCommand_IsUsageErrorWithHelp()
    {
        var ended = await Fed.Typed(["units"], []);

        Assert.Equal((ExitCodes.Usage, ""), (ended.Exit, ended.Out));
        Assert.Contains("fed units show", ended.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_GroupedByWhoUsesIt_LeavesNoCommandOut()
    {
        var root = CommandTree.Build(new Words(true), new Surroundings(TextReader.Null, TextWriter.Null, TextWriter.Null, new Dictionary<string, string>()));
        Assert.Empty(root.Subcommands.Select(c => c.Name).Except(CommandTree.Groups(new Words(true)).SelectMany(g => g.Paths)));
        var grouped = All(root).OfType<FedCommand>().Where(c => c.Groups.Count > 0).ToList();
        Assert.NotEmpty(grouped);
        Assert.All(grouped, c => Assert.Empty(c.Subcommands.Select(s => s.Name).Except(c.Groups.SelectMany(g => g.Paths))));
    }

    [Fact]
    public async Task Help_OfFed_FitsAScreenOfEightyColumns()
    {
        using StringWriter stdout = new();
        await FedCli.RunAsync(["--help"], new Surroundings(TextReader.Null, stdout, TextWriter.Null, new Dictionary<string, string>()) { OutWidth = 80 }, CancellationToken.None);
        Assert.All(stdout.ToString().Split('\n'), line => Assert.InRange(Wrapped.WidthOf(line), 0, 80));
        Assert.Contains("上级机关", stdout.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
