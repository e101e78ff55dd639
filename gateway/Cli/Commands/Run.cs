using System.CommandLine;
using Federation.Cli.Calls;
using Federation.Cli.Output;
using Google.Protobuf;
using Spectre.Console;

namespace Federation.Cli.Commands;

/// <summary>Makes runs: what all commands of one command line share.</summary>
/// <param name="Words">Language.</param>
/// <param name="Around">The process around.</param>
/// <param name="Options">Options that every command takes.</param>
internal sealed record RunFrame(Words Words, Surroundings Around, GlobalOptions Options)
{
    /// <exception cref="Errors.UsageException">Address or token cannot be used.</exception>
    public Run Start(ParseResult parsed)
    {
        var access = Access.Read(
            parsed.GetValue(Options.Server), parsed.GetValue(Options.Token), parsed.GetValue(Options.TokenFile), parsed.GetValue(Options.StandsInFor), Around, Words);
        var server = new Server(access, TimeSpan.FromSeconds(parsed.GetValue(Options.Timeout)), Around.Clock);
        return new Run(Words, Around, server, parsed.GetValue(Options.Json));
    }
}

/// <summary>One command under way.</summary>
internal sealed class Run(Words words, Surroundings around, Server server, bool json) : IDisposable
{
    public Words Words => words;

    public Surroundings Around => around;

    public Server Server => server;

    /// <summary>True: standard output takes JSON and nothing else.</summary>
    public bool Json => json;

    public IAnsiConsole Out { get; } = Terminals.Make(around.Out, around.OutWidth, around);

    public IAnsiConsole Err { get; } = Terminals.Make(around.Err, around.ErrWidth, around);

    public FormBook Forms { get; } = new(server);

    /// <summary>Shows an answer: as JSON to programs, as drawn to people.</summary>
    public void Show(IMessage answer, Action draw)
    {
        if (json)
            around.Out.WriteLine(JsonText.Write(answer));
        else
            draw();
    }

    public void Dispose() => server.Dispose();
}
