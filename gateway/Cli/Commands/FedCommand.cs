using System.CommandLine;
using Federation.Cli.Errors;

namespace Federation.Cli.Commands;

/// <summary>A command with examples in its help, run with everything it needs and with every failure told.</summary>
/// <param name="name">As typed.</param>
/// <param name="description">One sentence.</param>
/// <param name="examples">Command lines, each followed by its explanation after <c>  # </c> where one is needed.</param>
internal sealed class FedCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>Commands below, by who uses them; empty: in one list.</summary>
    public IReadOnlyList<(string Heading, string[] Paths)> Groups { get; private set; } = [];

    /// <summary>Says who uses which of the commands below; every one of them stands in a group.</summary>
    public FedCommand GroupedBy(params (string Heading, string[] Paths)[] groups)
    {
        Groups = groups;
        return this;
    }

    /// <summary>Says what the command does.</summary>
    /// <param name="frame">Makes the run of a parsed command line.</param>
    /// <param name="act">Does it, and returns the exit code.</param>
    public void Does(RunFrame frame, Func<Run, ParseResult, CancellationToken, Task<int>> act) => SetAction(async (parsed, ct) =>
    {
        try
        {
            using var run = frame.Start(parsed);
            try
            {
                return await act(run, parsed, ct);
            }
            catch (Exception e)
            {
                return await Failures.Tell(run, e, ct);
            }
        }
        catch (UsageException e)
        {
            return Failures.TellUsage(frame.Around, parsed.GetValue(frame.Options.Json), e);
        }
    });
}
