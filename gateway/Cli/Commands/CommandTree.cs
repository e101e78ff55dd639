using System.CommandLine;
using System.CommandLine.Help;

namespace Federation.Cli.Commands;

/// <summary>Every command of <c>fed</c>.</summary>
internal static class CommandTree
{
    /// <summary>Examples in the help of <c>fed</c> itself.</summary>
    public static IReadOnlyList<string> FirstSteps { get; } =
    [
        "fed units search 铜梁",
        "fed report template 500151 annual-2025 > report.json",
        "fed report submit report.json",
        "fed coverage 500000 annual-2025 --watch",
    ];

    public static RootCommand Build(Words words, Surroundings around)
    {
        var options = new GlobalOptions(words);
        var frame = new RunFrame(words, around, options);
        var root = new RootCommand(words["政府信息公开联邦命令行:单位、报送、审核、汇总、进度", "Command line of the disclosure federation: units, filing, review, totals, coverage"]);
        foreach (var option in options.All)
            root.Options.Add(option);
        root.Options.OfType<HelpOption>().Single().Description = words["显示帮助", "show help"];
        root.Add(UnitCommands.Build(frame));
        root.Add(PeriodCommands.Build(frame));
        root.Add(ReportCommands.Build(frame));
        root.Add(CoverageCommands.Coverage(frame));
        root.Add(CoverageCommands.Missing(frame));
        return root;
    }
}
