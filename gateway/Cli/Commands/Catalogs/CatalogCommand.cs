using System.CommandLine;
using Federation.Cli.Mirrors;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed catalog: what a unit has made public; read, followed, compared, proved.</summary>
internal static class CatalogCommand
{
    public static Command Build(RunFrame frame)
    {
        var words = frame.Words;
        var command = new FedCommand(
            "catalog", words["公开目录:查阅、增量、比对、确认删除", "disclosure catalogs: read, follow, compare, confirm removals"],
            "fed catalog show 330110", "fed catalog list 330110 --kind document", "fed catalog changes 330110 --after 0");
        var parts = Parts(frame).ToList(); // each command is made once
        foreach (var subcommand in parts.SelectMany(p => p.Commands))
            command.Add(subcommand);
        return command.GroupedBy([.. parts.Select(p => (p.Heading, p.Commands.Select(c => c.Name).ToArray()))]);
    }

    // Every part of the work on catalogs stands in a file of its own; a new one is added here.
    private static IEnumerable<(string Heading, Command[] Commands)> Parts(RunFrame frame)
    {
        var words = frame.Words;
        yield return (words["查阅", "Read"], [CatalogReadCommands.Show(frame), CatalogReadCommands.List(frame), CatalogReadCommands.Get(frame), CatalogReadCommands.History(frame), SearchCommand.Build(frame)]);
        yield return (words["同步", "Follow and prove"], [FeedCommands.Changes(frame), FeedCommands.Digest(frame), SyncCommand.Build(frame)]);
        yield return (words["导入导出", "Files"], [CatalogFileCommands.Template(frame), CatalogFileCommands.Import(frame), CatalogFileCommands.Diff(frame), CatalogFileCommands.Export(frame)]);
        yield return (words["管理", "Keep"], [CatalogSettingsCommands.Set(frame), HoldCommands.Build(frame), GapsCommand.Build(frame), CatalogSettingsCommands.Peers(frame), SourceCommands.Build(frame)]);
    }
}
