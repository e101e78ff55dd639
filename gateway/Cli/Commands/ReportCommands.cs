using System.CommandLine;

namespace Federation.Cli.Commands;

/// <summary>fed report: filing, review, reading.</summary>
internal static class ReportCommands
{
    public static Command Build(RunFrame frame) => new FedCommand(
        "report",
        frame.Words["报送、审核和查阅报告", "file, review and read reports"],
        "fed report template 500151 annual-2025 > report.json",
        "fed report check report.json",
        "fed report submit report.json",
        "fed report show 500151 annual-2025")
    {
        FilingCommands.Template(frame),
        FilingCommands.Check(frame),
        FilingCommands.Submit(frame),
        NilCommand.Build(frame),
        ReadingCommands.Show(frame),
        ReadingCommands.Total(frame),
        ExplainCommand.Build(frame),
        ReviewCommands.Accept(frame),
        ReviewCommands.Return(frame),
    };
}
