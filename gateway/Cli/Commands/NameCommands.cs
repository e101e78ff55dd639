using System.CommandLine;
using Federation.Cli.Errors;
using Federation.Cli.Output;
using Federation.V1;
using Google.Protobuf.Collections;
using Spectre.Console;

namespace Federation.Cli.Commands;

/// <summary>fed names: what names of bodies in the notices of a unit mean.</summary>
internal static class NameCommands
{
    private const int MostClauses = 3;

    public static Command Build(RunFrame frame) => new FedCommand(
        "names", frame.Words["单位名称:待指定清单、指定、撤回", "names of bodies: worklist, choose, withdraw"],
        "fed names list 500000", "fed names choose 500000 市教委 500000.education") { List(frame), Choose(frame), Withdraw(frame) };

    private static FedCommand List(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var command = new FedCommand("list", frame.Words["要点里尚未对应到单位的名称,常见的在前;和已作的指定", "names in plans that mean nobody yet, the most frequent first; and what was chosen"], "fed names list 500000") { unit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            Tell(run, await run.Server.Call(run.Server.Notices.ListBodyNamesAsync, new ListBodyNamesRequest { Unit = parsed.GetValue(unit) }, ct));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Choose(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, name) = (SharedArguments.Unit(words), Name(words));
        var codes = new Argument<string[]>("CODE") { Description = words["所指的单位,可多个", "the units meant"], Arity = ArgumentArity.ZeroOrMore };
        var none = new Option<bool>("--none") { Description = words["本辖区没有这个单位", "there is no such unit here"] };
        var command = new FedCommand(
            "choose", words["指定名称所指的单位:以后的通知都照此,并填入现有草稿", "say what a name means: for every notice from now on, and in the drafts there are"],
            "fed names choose 500000 市教委 500000.education", "fed names choose 500000 市公积金中心 --none") { unit, name, codes, none };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var units = parsed.GetValue(codes) ?? [];
            if (units.Length == 0 != parsed.GetValue(none))
                throw new UsageException(words["请给出单位代码,或用 --none 说明没有", "give codes of units, or --none"]);
            var request = new ChooseBodyNameRequest { Unit = parsed.GetValue(unit), Name = parsed.GetValue(name), RequestId = SharedArguments.NewRequestId() };
            request.Units.AddRange(units);
            Tell(run, await run.Server.Call(run.Server.Notices.ChooseBodyNameAsync, request, ct));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Withdraw(RunFrame frame)
    {
        var (unit, name) = (SharedArguments.Unit(frame.Words), Name(frame.Words));
        var command = new FedCommand("withdraw", frame.Words["撤回指定;草稿不变", "take a choice back; drafts stay as they are"], "fed names withdraw 500000 市教委") { unit, name };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new WithdrawBodyNameRequest { Unit = parsed.GetValue(unit), Name = parsed.GetValue(name), RequestId = SharedArguments.NewRequestId() };
            Tell(run, await run.Server.Call(run.Server.Notices.WithdrawBodyNameAsync, request, ct));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Argument<string> Name(Words words) => new("NAME") { Description = words["名称,照通知所写", "the name as the notice has it"] };

    private static void Tell(Run run, BodyNames names) => run.Show(names, () =>
    {
        var words = run.Words;
        if (names.Filled.Count > 0)
            run.Out.Line(words["已填入草稿:", "put into drafts: "] + string.Join(words["、", ", "], names.Filled));
        var open = Tables.Make().Text(words["待指定", "to be chosen"]).Number(words["处", "met"]).Text(words["见于", "where"]).Text(words["候选", "candidates"]);
        foreach (var name in names.Open)
        {
            open.AddRow(
                Tables.Cell(name.Name), Tables.Cell(Printed.Count(name.Clauses.Count)),
                Tables.Cell(string.Join('\n', name.Clauses.Take(MostClauses)) + (name.Clauses.Count > MostClauses ? " …" : "")), Tables.Cell(Units(name.Candidates)));
        }
        run.Out.Write(open);
        if (names.Chosen.Count == 0)
            return;
        var chosen = Tables.Make().Text(words["已指定", "chosen"]).Text(words["单位", "units"]).Text(words["经办", "by"]).Text(words["时间", "at"]);
        foreach (var name in names.Chosen)
            chosen.AddRow(Tables.Cell(name.Name), Tables.Cell(name.Units.Count == 0 ? words["本辖区没有", "none here"] : Units(name.Units)), Tables.Cell(name.By), Tables.Cell(Printed.Moment(name.At)));
        run.Out.Write(chosen);
    });

    private static string Units(RepeatedField<NamedUnit> units) =>
        string.Join('\n', units.Take(MostClauses).Select(u => $"{u.Unit} {u.Name}")) + (units.Count > MostClauses ? $"\n… {units.Count}" : "");
}
