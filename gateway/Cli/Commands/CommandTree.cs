using System.CommandLine;
using System.CommandLine.Help;
using Federation.Cli.Commands.Catalogs;
using Federation.Cli.Receipts;

namespace Federation.Cli.Commands;

/// <summary>Every command of <c>fed</c>.</summary>
internal static class CommandTree
{
    /// <summary>Examples in the help of <c>fed</c> itself.</summary>
    public static IReadOnlyList<string> FirstSteps { get; } =
    [
        "fed units search 铜梁",
        "fed report template 500151001 annual-2025 > report.json",
        "fed report submit report.json",
        "fed report approve 500151001 annual-2025",
        "fed coverage 500000 annual-2025 --watch",
    ];

    /// <summary>The commands by who uses them.</summary>
    public static IReadOnlyList<(string Heading, string[] Paths)> Groups(Words words) =>
    [
        (words["经办人", "Clerk"], ["report", "report submit", "report nil", "duties", "catalog", "template", "import", "export"]),
        (words["签发人", "Approver"], ["report approve", "report send-back", "delegations"]),
        (words["上级机关", "Superior office"], ["coverage", "missing", "due", "urge", "grant-exception", "report accept", "report return", "review", "corrections", "report total", "report explain", "burden", "appraisal", "tags"]),
        (words["主管和运维", "Authority and operator"], ["periods", "dates", "roster", "plan", "names"]),
        (words["所有人", "Anybody"], ["units", "calendar", "clock", "notice", "verify-receipt"]),
    ];

    public static RootCommand Build(Words words, Surroundings around)
    {
        var options = new GlobalOptions(words);
        var frame = new RunFrame(words, around, options);
        var root = new RootCommand(words["政府信息公开联邦命令行:填报、签发、审核、汇总、督促", "Command line of the disclosure federation: filing, sealing, review, totals, supervision"]);
        foreach (var option in options.All)
            root.Options.Add(option);
        root.Options.OfType<HelpOption>().Single().Description = words["显示帮助", "show help"];
        root.Add(UnitCommands.Build(frame));
        root.Add(PeriodCommands.Build(frame));
        root.Add(ReportCommands.Build(frame));
        root.Add(ExportCommands.Template(frame));
        root.Add(ExportCommands.Export(frame));
        root.Add(ImportCommand.Build(frame));
        root.Add(CoverageCommands.Coverage(frame));
        root.Add(CoverageCommands.Missing(frame));
        root.Add(DueCommands.Due(frame));
        root.Add(DueCommands.Urge(frame));
        root.Add(DueCommands.GrantException(frame));
        root.Add(SubtreeReviewCommand.Build(frame));
        root.Add(CorrectionsCommand.Build(frame));
        root.Add(NoticeCommands.Build(frame));
        root.Add(DateCommands.Dates(frame));
        root.Add(DateCommands.Roster(frame));
        root.Add(PlanCommands.Build(frame));
        root.Add(NameCommands.Build(frame));
        root.Add(DelegationCommands.Build(frame));
        root.Add(DutyCommands.Build(frame));
        root.Add(BurdenCommand.Build(frame));
        root.Add(AppraisalCommands.Build(frame));
        root.Add(TagCommands.Build(frame));
        root.Add(CalendarCommands.Build(frame));
        root.Add(ClockCommands.Build(frame));
        root.Add(CatalogCommand.Build(frame));
        root.Add(VerifyCommand.Build(frame));
        return root;
    }
}
