using System.CommandLine;

namespace Federation.Cli.Commands;

/// <summary>fed report: everything about one report, and the totals it enters.</summary>
internal static class ReportCommands
{
    public static Command Build(RunFrame frame)
    {
        var words = frame.Words;
        return new FedCommand(
            "report",
            words["一份报告的全过程:填报、签发、审核、查阅", "one report from draft to publication, and the totals it enters"],
            "fed report template 500151 annual-2025 > report.json",
            "fed report check report.json",
            "fed report submit report.json",
            "fed report approve 500151 annual-2025",
            "fed report show 500151 annual-2025")
        {
            FilingCommands.Template(frame),
            DraftCommands.Build(frame),
            PublicationCommands.DraftProse(frame),
            PublicationCommands.CountRegister(frame),
            FilingCommands.Check(frame),
            FilingCommands.Submit(frame),
            NilCommand.Build(frame),
            FilingCommands.Correct(frame),
            PublicationCommands.Publish(frame),
            ApprovalCommands.Approve(frame),
            ApprovalCommands.SendBack(frame),
            ReviewCommands.Accept(frame),
            ReviewCommands.Return(frame),
            ReadingCommands.Show(frame),
            ReadingCommands.Receipt(frame),
            TotalCommands.Total(frame),
            TotalCommands.Parts(frame),
            ExplainCommand.Build(frame),
        }.GroupedBy(
            (words["经办人", "Clerk"], ["template", "draft", "draft-prose", "count-register", "check", "submit", "nil", "correct", "publish"]),
            (words["签发人", "Approver"], ["approve", "send-back"]),
            (words["上级机关", "Superior office"], ["accept", "return"]),
            (words["查阅", "Anybody"], ["show", "receipt", "total", "parts", "explain"]));
    }
}
