using System.CommandLine;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed catalog: what units have made public.</summary>
internal static class CatalogCommand
{
    public static Command Build(RunFrame frame) => new FedCommand(
        "catalog", frame.Words["公开目录:缺项清单", "catalogs: what is missing"], "fed catalog gaps 500151")
    {
        GapsCommand.Build(frame),
    };
}
