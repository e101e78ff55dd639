using System.CommandLine;
using Federation.Cli.Files;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed appraisal: the formula, the ranking, every point explained, the circular.</summary>
internal static class AppraisalCommands
{
    public static Command Build(RunFrame frame) => new FedCommand(
        "appraisal", frame.Words["考核:办法、排名、逐分说明、通报", "appraisal: formula, ranking, every point explained, circular"],
        "fed appraisal formula 500151 2026", "fed appraisal set 500000 2026 formula.json", "fed appraisal show 500000 2026", "fed appraisal explain 500151 2026")
    {
        Formula(frame), Set(frame), Show(frame), Explain(frame), Circular(frame),
    };

    public static Option<string> Format(Words words)
    {
        var format = new Option<string>("--format") { Description = words["docx(默认)、html 或 pdf", "docx (default), html or pdf"], HelpName = "FORMAT", DefaultValueFactory = _ => "docx" };
        format.AcceptOnlyFromAmong("docx", "html", "pdf");
        return format;
    }

    public static CircularFormat FormatOf(string? word) => word switch { "html" => CircularFormat.Html, "pdf" => CircularFormat.Pdf, _ => CircularFormat.Docx };

    public static async Task Save(Run run, ReportFile file, string? to, bool force, CancellationToken ct)
    {
        var path = await SavedFile.Write(run, to, file.Name, file.Content.Memory, force, ct);
        if (!run.Json)
            SavedFile.Tell(run, path);
    }

    private static FedCommand Formula(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, year) = (SharedArguments.Unit(words), DutyCommands.Year(words));
        var own = new Option<bool>("--own") { Description = words["看本单位为下级公布的办法(默认看本单位被考核的办法)", "the one the unit has set for those below (by default the one it is appraised by)"] };
        var command = new FedCommand("formula", words["考核办法:各项满分、扣分、权重、公布时间", "the formula: points, deductions, weight, since when it is known"], "fed appraisal formula 500151 2026") { unit, year, own };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new GetAppraisalFormulaRequest { Unit = parsed.GetValue(unit), Year = parsed.GetValue(year), Own = parsed.GetValue(own) };
            var formula = await run.Server.Call(run.Server.Obligations.GetAppraisalFormulaAsync, request, ct);
            run.Show(formula, () => AppraisalTable.Write(run, formula));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Set(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, year) = (SharedArguments.Unit(words), DutyCommands.Year(words));
        var file = new Argument<FileInfo>("FILE") { Description = words["JSON 文件:name、basis、weight、items[name、count、points、offEach]", "JSON: name, basis, weight, items[name, count, points, offEach]"] };
        var reason = new Option<string>("--reason") { Description = words["修改的理由", "why it is changed"], HelpName = "TEXT" };
        var command = new FedCommand("set", words["公布考核办法", "set the formula for the units below"], "fed appraisal set 500000 2026 formula.json") { unit, year, file, reason };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = await LocalFile.Message<SetAppraisalFormulaRequest>(parsed.GetValue(file)!, words, "考核办法", "a formula", ct);
            (request.Unit, request.Year, request.RequestId) = (parsed.GetValue(unit), parsed.GetValue(year), SharedArguments.NewRequestId());
            if (parsed.GetValue(reason) is { } why)
                request.Reason = why;
            var formula = await run.Server.Call(run.Server.Obligations.SetAppraisalFormulaAsync, request, ct);
            run.Show(formula, () => AppraisalTable.Write(run, formula));
            if (!run.Json && formula.Findings.Count > 0)
                await FindingTable.Write(run, run.Out, formula.Findings, ct);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Show(RunFrame frame)
    {
        var (unit, year) = (SharedArguments.Unit(frame.Words), DutyCommands.Year(frame.Words));
        var command = new FedCommand("show", frame.Words["直接下级的得分和排名", "points and ranks of the units directly below"], "fed appraisal show 500000 2026") { unit, year };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var ranked = await run.Server.Call(run.Server.Obligations.ListAppraisalsAsync, new ListAppraisalsRequest { Unit = parsed.GetValue(unit), Year = parsed.GetValue(year) }, ct);
            run.Show(ranked, () => AppraisalTable.Write(run, ranked));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Explain(RunFrame frame)
    {
        var (unit, year) = (SharedArguments.Unit(frame.Words), DutyCommands.Year(frame.Words));
        var command = new FedCommand("explain", frame.Words["一个单位的得分,逐分说明到佐证", "points of one unit, each down to its evidence"], "fed appraisal explain 500151 2026") { unit, year };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var appraisal = await run.Server.Call(run.Server.Obligations.GetAppraisalAsync, new GetAppraisalRequest { Unit = parsed.GetValue(unit), Year = parsed.GetValue(year) }, ct);
            run.Show(appraisal, () => DutyTable.Write(run, appraisal));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Circular(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, year, format, to, force) = (SharedArguments.Unit(words), DutyCommands.Year(words), Format(words), SharedArguments.To(words), SharedArguments.Force(words));
        var command = new FedCommand("circular", words["考核通报(文件)", "the circular, as a document"], "fed appraisal circular 500000 2026 --format docx") { unit, year, format, to, force };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new WriteAppraisalCircularRequest { Unit = parsed.GetValue(unit), Year = parsed.GetValue(year), Format = FormatOf(parsed.GetValue(format)) };
            await Save(run, await run.Server.Call(run.Server.Obligations.WriteAppraisalCircularAsync, request, ct), parsed.GetValue(to), parsed.GetValue(force), ct);
            return ExitCodes.Ok;
        });
        return command;
    }
}
