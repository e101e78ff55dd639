using System.CommandLine;
using System.Globalization;
using Federation.Cli.Output;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Commands;

/// <summary>fed delegations: lending one's roles to a colleague for a time.</summary>
internal static class DelegationCommands
{
    public static Command Build(RunFrame frame) => new FedCommand(
        "delegations", frame.Words["代行授权:授予、终止、查看", "stand-ins: grant, end, list"],
        "fed delegations list 500151", frame.Words["fed report approve … --stands-in-for zhang  # 代行时每条命令加此选项", "fed report approve ... --stands-in-for zhang  # a stand-in adds this to each command"])
    {
        Grant(frame), End(frame), List(frame),
    };

    private static FedCommand Grant(RunFrame frame)
    {
        var words = frame.Words;
        var to = new Argument<string>("NAME") { Description = words["本单位代行人的账号", "account name of the stand-in, of the same unit"] };
        var from = SharedArguments.Day("--from", words["首日(默认今日)", "first day (today when absent)"]);
        var until = new Option<string>("--until") { Description = words["最后一日(含)", "last day, inclusive"], HelpName = "YYYY-MM-DD", Required = true };
        var roles = new Option<string[]>("--role") { Description = words["授出的角色:Clerk、Approver、Reviewer、Officer(可多次;默认全部)", "role lent: Clerk, Approver, Reviewer, Officer (may be repeated; all when absent)"], HelpName = "ROLE" };
        var reason = new Option<string>("--reason") { Description = words["理由", "why"], HelpName = "TEXT", Required = true };
        var command = new FedCommand(
            "grant", words["把自己的角色授予同事一段时间", "lend own roles to a colleague for a time"],
            words["fed delegations grant li --from 2026-01-20 --until 2026-01-31 --role Approver --reason 出差", "fed delegations grant li --from 2026-01-20 --until 2026-01-31 --role Approver --reason travelling"]) { to, from, until, roles, reason };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new GrantDelegationRequest { To = parsed.GetValue(to), FirstDay = parsed.GetValue(from) ?? "", LastDay = parsed.GetValue(until), Reason = parsed.GetValue(reason) };
            request.Roles.AddRange((parsed.GetValue(roles) ?? []).Select(r => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(r.ToLowerInvariant())));
            var granted = await run.Server.Call(run.Server.Delegations.GrantDelegationAsync, request, ct);
            run.Show(granted, () => Write(run, granted));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand End(RunFrame frame)
    {
        var number = new Argument<int>("NUMBER") { Description = frame.Words["授权编号", "number of the delegation"] };
        var command = new FedCommand("end", frame.Words["提前终止自己授出的授权", "end an own delegation before its last day"], "fed delegations end 3") { number };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var ended = await run.Server.Call(run.Server.Delegations.EndDelegationAsync, new EndDelegationRequest { Number = parsed.GetValue(number) }, ct);
            run.Show(ended, () => Write(run, ended));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand List(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var command = new FedCommand("list", frame.Words["一个单位的授权,含已过期的", "delegations of a unit, past ones too"], "fed delegations list 500151") { unit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var found = await run.Server.Call(run.Server.Delegations.ListDelegationsAsync, new ListDelegationsRequest { Unit = parsed.GetValue(unit) }, ct);
            run.Show(found, () => Write(run, [.. found.Delegations]));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Write(Run run, params ReadOnlySpan<Delegation> delegations)
    {
        var words = run.Words;
        if (delegations.Length == 0)
        {
            run.Out.Line(words["没有代行授权。", "there are no delegations."]);
            return;
        }
        var table = Tables.Make()
            .Number(words["编号", "no."]).Text(words["授权人", "from"]).Text(words["代行人", "to"]).Text(words["角色", "roles"])
            .Text(words["起止", "term"]).Text(words["理由", "reason"]).Text(words["今日有效", "holds today"], wraps: false);
        foreach (var delegation in delegations)
        {
            table.AddRow(
                Tables.Cell(Printed.Count(delegation.Number)), Tables.Cell(delegation.From), Tables.Cell(delegation.To), Tables.Cell(string.Join(' ', delegation.Roles)),
                Tables.Cell($"{delegation.FirstDay}\n{delegation.LastDay}"), Tables.Cell(delegation.Reason), Tables.Cell(delegation.Holds ? words["是", "yes"] : words["否", "no"]));
        }
        run.Out.Write(table);
    }
}
