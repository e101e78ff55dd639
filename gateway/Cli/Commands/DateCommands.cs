using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed dates, roster: the due dates of a period with their local layers, and changes of who must file.</summary>
internal static class DateCommands
{
    public static Command Dates(RunFrame frame) => new FedCommand(
        "dates", frame.Words["报送时限:查看、提前、说明来由", "due dates: show them, set an earlier one, explain one"],
        "fed dates show annual-2025", "fed dates explain 500151001 annual-2025")
    {
        Show(frame), SetEarlier(frame), Explain(frame),
    };

    public static Command Roster(RunFrame frame) => new FedCommand(
        "roster", frame.Words["应报名单:免报或增列一个单位", "who must file: excuse a unit, or add one"],
        frame.Words["fed roster excuse 500151002 annual-2025 --reason 已并入巴川街道", "fed roster excuse 500151002 annual-2025 --reason \"merged\""])
    {
        Amend(frame, "excuse", excused: true, frame.Words["免报:该单位本期不再应报", "the unit need not file in this period"], frame.Words["已并入巴川街道", "merged"]),
        Amend(frame, "add", excused: false, frame.Words["增列:该单位本期应报", "the unit must file in this period"], frame.Words["漏列", "left-out"]),
    };

    private static FedCommand Show(RunFrame frame)
    {
        var period = SharedArguments.Period(frame.Words);
        var command = new FedCommand("show", frame.Words["报告期的时限、各地提前时限和名单变更", "dates of a period, local earlier layers, changes of its list"], "fed dates show annual-2025") { period };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var dates = await run.Server.Call(run.Server.Supervision.GetPeriodDatesAsync, new GetPeriodDatesRequest { Period = parsed.GetValue(period) }, ct);
            run.Show(dates, () => DatesText.Write(run, dates));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand SetEarlier(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, period) = (SharedArguments.Unit(words), SharedArguments.Period(words));
        var due = new Option<string>("--due") { Description = words["提前后的截止日(含)", "the earlier due date, inclusive"], HelpName = "YYYY-MM-DD", Required = true };
        var locks = SharedArguments.Day("--locks", words["锁定日:此后首次报送须有例外(默认不变)", "last day on which a first filing is taken without an exception (unchanged when absent)"]);
        var notice = new Option<string>("--notice") { Description = words["依据的通知:名称或文号", "title or number of the notice"], HelpName = "TEXT", Required = true };
        var kind = new Option<string>("--kind") { Description = words["只对政府(territory)或部门(agency)", "only territories or only agencies"], HelpName = "territory|agency" };
        var tier = new Option<string>("--tier") { Description = words["只对一级:province、city、county、township", "only one tier: province, city, county, township"], HelpName = "TIER" };
        kind.AcceptOnlyFromAmong("territory", "agency");
        tier.AcceptOnlyFromAmong("province", "city", "county", "township");
        var command = new FedCommand(
            "set-earlier", words["为一个辖区提前时限,须写明通知", "set an earlier date for a subtree, citing the notice"],
            words["fed dates set-earlier 500151 annual-2025 --due 2026-01-26 --kind agency --notice 铜府办〔2026〕1号", "fed dates set-earlier 500151 annual-2025 --due 2026-01-26 --kind agency --notice \"notice 1 of 2026\""])
        {
            unit, period, due, locks, kind, tier, notice,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new SetEarlierDueRequest
            {
                Unit = parsed.GetValue(unit),
                Period = parsed.GetValue(period),
                Due = parsed.GetValue(due),
                Locks = parsed.GetValue(locks) ?? "",
                Notice = parsed.GetValue(notice),
                Kind = parsed.GetValue(kind) is { } one ? Enum.Parse<UnitKind>(one, ignoreCase: true) : UnitKind.Unspecified,
                Tier = parsed.GetValue(tier) is { } level ? Enum.Parse<Tier>(level, ignoreCase: true) : Tier.Unspecified,
                RequestId = SharedArguments.NewRequestId(),
            };
            var dates = await run.Server.Call(run.Server.Supervision.SetEarlierDueAsync, request, ct);
            run.Show(dates, () => DatesText.Write(run, dates));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Explain(RunFrame frame)
    {
        var (unit, period) = (SharedArguments.Unit(frame.Words), SharedArguments.Period(frame.Words));
        var command = new FedCommand("explain", frame.Words["一个单位的截止日期怎么来的", "how a unit's due date came about, step by step"], "fed dates explain 500151001 annual-2025") { unit, period };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var due = await run.Server.Call(run.Server.Supervision.ExplainDueAsync, new ExplainDueRequest { Unit = parsed.GetValue(unit), Period = parsed.GetValue(period) }, ct);
            run.Show(due, () => DatesText.WriteExplained(run, due));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Amend(RunFrame frame, string name, bool excused, string description, string exampleReason)
    {
        var (unit, period) = (SharedArguments.Unit(frame.Words), SharedArguments.Period(frame.Words));
        var reason = new Option<string>("--reason") { Description = frame.Words["理由", "why"], HelpName = "TEXT", Required = true };
        var command = new FedCommand(name, description, $"fed roster {name} 500151002 annual-2025 --reason {exampleReason}") { unit, period, reason };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new AmendRosterRequest
            {
                Unit = parsed.GetValue(unit), Period = parsed.GetValue(period), Excused = excused, Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId(),
            };
            var dates = await run.Server.Call(run.Server.Supervision.AmendRosterAsync, request, ct);
            run.Show(dates, () => DatesText.Write(run, dates));
            return ExitCodes.Ok;
        });
        return command;
    }
}
