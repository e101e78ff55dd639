using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>fed coverage --watch: shows what is, then what changes, until Ctrl-C.</summary>
public sealed class WatchTests(Fed fed) : IClassFixture<Fed>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Watch_FilingArrives_ShowsItAndEndsWellOnCtrlC()
    {
        using var ctrlC = new CancellationTokenSource();
        using var screen = new Screen();
        using var errors = new StringWriter();
        var env = new Dictionary<string, string> { ["FED_SERVER"] = fed.Installation.Address, ["FED_TOKEN"] = fed.Officer() };
        var watching = FedCli.RunAsync(["coverage", "500151", Installation.Period, "--watch", "--json"], new Surroundings(TextReader.Null, screen, errors, env), ctrlC.Token);

        Assert.Equal("0", await screen.Next(Patience));
        await fed.File("500151001", Fed.Filing("500151001"));
        Assert.Equal("1", await screen.Next(Patience));

        await ctrlC.CancelAsync();
        Assert.Equal(ExitCodes.Ok, await watching.WaitAsync(Patience));
        Assert.Empty(errors.ToString());
    }

    /// <summary>Gives out the number of filings in each line written.</summary>
    private sealed class Screen : StringWriter
    {
        private readonly System.Threading.Channels.Channel<string> lines = System.Threading.Channels.Channel.CreateUnbounded<string>();

        public override void WriteLine(string? value) => lines.Writer.TryWrite(value!);

        public async Task<string> Next(TimeSpan patience)
        {
            using var ending = new CancellationTokenSource(patience);
            return (string)JsonNode.Parse(await lines.Reader.ReadAsync(ending.Token))!["whole"]!["filed"]!;
        }
    }
}
