using System.CommandLine.Help;
using Federation.Cli.Commands;
using Federation.Cli.Output;

namespace Federation.Cli;

/// <summary>The command <c>fed</c> as a function, so that a test runs what a user runs.</summary>
public static class FedCli
{
    /// <summary>Runs one command line with output that is no terminal and an empty standard input.</summary>
    /// <inheritdoc cref="RunAsync(IReadOnlyList{string}, Surroundings, CancellationToken)" />
    public static Task<int> RunAsync(IReadOnlyList<string> args, TextWriter stdout, TextWriter stderr, IReadOnlyDictionary<string, string> env) =>
        RunAsync(args, new Surroundings(TextReader.Null, stdout, stderr, env), CancellationToken.None);

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Surroundings around, CancellationToken ct)
    {
        var words = Words.Of(args, around);
        var root = CommandTree.Build(words, around);
        var parsed = root.Parse(args, new() { ResponseFileTokenReplacer = null }); // @ in a reason is only a sign
        var command = parsed.CommandResult.Command;
        if (parsed.Action is HelpAction)
        {
            Help.Write(command, words, Terminals.Make(around.Out, around.OutWidth, around));
            return ExitCodes.Ok;
        }
        if (Help.IsNeeded(parsed))
        {
            Help.Write(command, words, Terminals.Make(around.Err, around.ErrWidth, around));
            return ExitCodes.Usage;
        }
        if (parsed.Errors.Count > 0)
        {
            foreach (var sentence in UsageErrors.Of(parsed, words))
                await around.Err.WriteLineAsync(words["命令有误:", "usage: "] + sentence);
            await around.Err.WriteLineAsync(words["用法见 ", "see "] + Help.PathOf(command) + " --help");
            return ExitCodes.Usage;
        }
        return await parsed.InvokeAsync(
            new() { Output = around.Out, Error = around.Err, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, ct);
    }
}
