using System.CommandLine;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>The arguments of a command about one report: unit, period, and which of the unit's two reports.</summary>
internal sealed class OneReport(Words words)
{
    public Argument<string> Unit { get; } = SharedArguments.Unit(words);

    public Argument<string> Period { get; } = SharedArguments.Period(words);

    public Option<bool> Whole { get; } = SharedArguments.Whole(words);

    /// <summary>Puts the arguments first in a command, its own options after them.</summary>
    public FedCommand In(FedCommand command, params Option[] options)
    {
        command.Add(Unit);
        command.Add(Period);
        foreach (var option in options)
            command.Add(option);
        command.Add(Whole);
        return command;
    }

    /// <summary>Which report a command line means.</summary>
    public GetReportRequest Of(ParseResult parsed) =>
        new() { Unit = parsed.GetValue(Unit), Period = parsed.GetValue(Period), Scope = SharedArguments.ScopeOf(parsed.GetValue(Whole)) };
}
