using System.CommandLine;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed catalog: what units have made public.</summary>
internal static class CatalogCommand
{
    public static Command Build(RunFrame frame) =>
        new FedCommand("catalog", frame.Words["公开目录", "disclosure catalogs"], "fed catalog search 低保 --within 330100") { SearchCommand.Build(frame) };
}
