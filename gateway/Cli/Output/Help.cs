using System.CommandLine;
using System.CommandLine.Help;
using Federation.Cli.Commands;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Help of every command, with examples, in the language of the run and in columns that fit Chinese.</summary>
internal static class Help
{
    /// <summary>True when the line names a group of commands and none of them.</summary>
    public static bool IsNeeded(ParseResult parsed) =>
        parsed.CommandResult.Command is { Subcommands.Count: > 0, Action: null } && parsed.UnmatchedTokens.Count == 0;

    /// <summary>Writes the help of a command.</summary>
    public static void Write(Command command, Words words, IAnsiConsole to)
    {
        to.Line(command.Description ?? "");
        Section(to, words["用法", "Usage"], [(UsageOf(command, words), "")]);
        var groups = command is FedCommand grouped ? grouped.Groups : CommandTree.Groups(words);
        if (groups.Count == 0)
            Section(to, words["命令", "Commands"], command.Subcommands.Select(c => (Title(c), c.Description ?? "")));
        foreach (var (heading, paths) in groups)
            Section(to, heading, paths.Select(path => (path, At(command, path).Description ?? "")));
        Section(to, words["参数", "Arguments"], command.Arguments.Select(a => (a.HelpName ?? a.Name, a.Description ?? "")));
        Section(to, words["选项", "Options"], command.Options.Where(o => !o.Recursive && o is not VersionOption).Select(o => (Title(o), o.Description ?? "")));
        Section(to, words["通用选项", "Global options"], Globals(command).Select(o => (Title(o), o.Description ?? "")));
        Section(to, words["示例", "Examples"], (command is FedCommand documented ? documented.Examples : CommandTree.FirstSteps).Select(Example));
    }

    /// <summary>The command as typed: fed report submit.</summary>
    public static string PathOf(Command command) => string.Join(' ', Lineage(command).Reverse().Select(c => c is RootCommand ? "fed" : c.Name));

    private static IEnumerable<Command> Lineage(Command command)
    {
        for (var at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
            yield return at;
    }

    private static IEnumerable<Option> Globals(Command command) =>
        Lineage(command).Last().Options.Where(o => o.Recursive && o is not HelpOption);

    /// <summary>A command below another: "report approve" below fed.</summary>
    public static Command At(Command command, string path) => path.Split(' ').Aggregate(command, (at, name) => at.Subcommands.Single(c => c.Name == name));

    private static string UsageOf(Command command, Words words)
    {
        var arguments = command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[{a.Name}]" : a.Name);
        var options = command.Options.Any(o => !o.Recursive) || command.Subcommands.Count == 0 ? [words["[选项]", "[options]"]] : Array.Empty<string>();
        var below = command.Subcommands.Count > 0 ? [words["命令", "COMMAND"]] : Array.Empty<string>();
        return string.Join(' ', [PathOf(command), .. below, .. arguments, .. options]);
    }

    private static string Title(Command command) => string.Join(' ', [command.Name, .. command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[{a.Name}]" : a.Name)]);

    private static string Title(Option option)
    {
        var names = string.Join(", ", [option.Name, .. option.Aliases.Order()]);
        var required = option.Required ? " *" : "";
        return option.ValueType == typeof(bool) ? names : $"{names} {option.HelpName ?? "TEXT"}{required}";
    }

    private static (string, string) Example(string line) =>
        line.Split("  # ", 2) is [var typed, var means] ? (typed, "# " + means) : (line, "");

    private static void Section(IAnsiConsole to, string heading, IEnumerable<(string Left, string Right)> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        to.WriteLine();
        to.Line(heading, new Style(decoration: Decoration.Bold));
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 2, 0) }).AddColumn();
        foreach (var (left, right) in all)
            grid.AddRow(Tables.Cell(left), Tables.Cell(right));
        to.Write(grid);
    }
}
