using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Consoles over writers: colours only on a terminal that wants them, lines as long as they need when nobody's screen sets a width.</summary>
internal static class Terminals
{
    private const int Unbounded = 1000;
    private const int Narrowest = 80; // below it the terminal breaks the lines of a table, which is ugly and loses nothing

    public static IAnsiConsole Make(TextWriter writer, int? terminalWidth, Surroundings around)
    {
        var plain = !IsLive(terminalWidth, around);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminalWidth is null ? new TrimmingWriter(writer) : writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Math.Max(terminalWidth ?? Unbounded, Narrowest);
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>True for a terminal that takes colours and moves of the cursor.</summary>
    public static bool IsLive(int? terminalWidth, Surroundings around) =>
        terminalWidth is not null && around.Variable("NO_COLOR") is null && around.Variable("TERM") != "dumb";
}
