using System.CommandLine;
using Federation.Host.Commands;
using Spectre.Console;

// Spectre.Console cannot break wide characters in very narrow tables; a terminal wraps long lines itself.
AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 120);
if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Capabilities.Ansi = false; // it looks at TERM alone, and a file or a pipe shows escapes as they are

return await new RootCommand("政务公开联邦:目录、要点、年度报告 / disclosure federation: catalogs, work points, annual reports")
{
    ServeCommand.Create(),
    DemoCommand.Create(),
    VerifyCommand.Create(),
    TokenCommand.Create(),
}.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) }); // longer than a host may take to drain
