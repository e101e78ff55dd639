using System.CommandLine;
using System.Globalization;
using Federation.Cli.Output;
using Federation.V1;
using Option = System.CommandLine.Option;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace Federation.Cli.Commands;

/// <summary>fed duties: what plans ask of a unit, what was done about it, and how that stands.</summary>
internal static class DutyCommands
{
    public static Command Build(RunFrame frame) => new FedCommand(
        "duties", frame.Words["责任清单:查看、签收、佐证、审核、销号、负担、考核", "duties: list, accept, give evidence, review, close, burden, appraisal"],
        "fed duties list 500151 2026", "fed duties accept 500151 '500000/2026/7#一/(一)'")
    {
        List(frame), Show(frame), Open(frame), Accept(frame), Object(frame), Interval(frame), Event(frame), Evidence(frame), Review(frame), Waive(frame), Close(frame),
        DutyReadings.Digest(frame), DutyReadings.Burden(frame), DutyReadings.Appraisal(frame),
    };

    private static FedCommand List(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, year) = (SharedArguments.Unit(words), Year(words));
        var light = new Option<string>("--light") { Description = words["只列一种:not_due、open、due_soon、done、late、waived", "one light alone: not_due, open, due_soon, done, late, waived"], HelpName = "LIGHT" };
        var command = new FedCommand("list", words["一个单位一年的任务", "duties of a unit and year"], "fed duties list 500151 2026", "fed duties list 500151 2026 --light late") { unit, year, light };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ListDutiesRequest { Unit = parsed.GetValue(unit), Year = parsed.GetValue(year), Light = parsed.GetValue(light) ?? "" };
            var book = await run.Server.Call(run.Server.Obligations.ListDutiesAsync, request, ct);
            run.Show(book, () => DutyTable.Write(run, book));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Show(RunFrame frame)
    {
        var (unit, duty) = (SharedArguments.Unit(frame.Words), Duty(frame.Words));
        var command = new FedCommand("show", frame.Words["一项任务:原文、时限如何算出、佐证、为何如此", "one duty: its text, how its last day came about, evidence, and why it stands so"], "fed duties show 500151 '500000/2026/7#一/(一)'") { unit, duty };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var id = parsed.GetValue(duty)!;
            var book = await run.Server.Call(run.Server.Obligations.ListDutiesAsync, new ListDutiesRequest { Unit = parsed.GetValue(unit), Year = YearOf(id) }, ct);
            if (book.Duties.FirstOrDefault(d => d.Id == id) is not { } found)
            {
                run.Out.Line(frame.Words[$"没有任务 {id}。", $"there is no duty {id}."]);
                return ExitCodes.NotFound;
            }
            run.Show(found, () => DutyTable.Explain(run, found));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Open(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var plan = new Argument<string>("PLAN") { Description = frame.Words["计划编号,例如 500000/2026/7", "a plan, for example 500000/2026/7"] };
        var command = new FedCommand("open", frame.Words["查看一份计划的任务,并告知制发单位已查看", "read the duties of a plan; its issuer sees that they were opened"], "fed duties open 500151 500000/2026/7") { unit, plan };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var id = parsed.GetValue(plan)!;
            var book = await run.Server.Call(
                run.Server.Obligations.OpenPlanAsync, new OpenPlanRequest { Unit = parsed.GetValue(unit), Year = YearOf(id), Plan = id, RequestId = SharedArguments.NewRequestId() }, ct);
            return After(run, book, [.. book.Duties.Select(d => d.Id).Where(d => d.Split('#')[0] == id)]);
        });
        return command;
    }

    private static FedCommand Accept(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var duties = new Argument<string[]>("DUTY") { Description = words["任务编号,可多个;同一年度", "duties of one year, one or more"], Arity = ArgumentArity.OneOrMore };
        var command = new FedCommand("accept", words["签收任务,全部或一项不收", "take duties on, all or none"], "fed duties accept 500151 '500000/2026/7#一' '500000/2026/7#二'") { unit, duties };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var ids = parsed.GetValue(duties)!;
            var request = new AcceptDutiesRequest { Unit = parsed.GetValue(unit), Year = YearOf(ids[0]), RequestId = SharedArguments.NewRequestId() };
            request.Duties.AddRange(ids);
            return After(run, await run.Server.Call(run.Server.Obligations.AcceptDutiesAsync, request, ct), ids);
        });
        return command;
    }

    private static FedCommand Object(RunFrame frame)
    {
        var reason = new Option<string>("--reason") { Description = frame.Words["理由", "why"], HelpName = "TEXT", Required = true };
        return Act(frame, "object", frame.Words["提出异议", "object to a duty"], "fed duties object 500151 '500000/2026/7#一' --reason 非本单位职责", [reason],
            (run, parsed, unit, duty, ct) => run.Server.Call(
                run.Server.Obligations.ObjectToDutyAsync,
                new ObjectToDutyRequest { Unit = unit, Year = YearOf(duty), Duty = duty, Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId() }, ct));
    }

    private static FedCommand Interval(RunFrame frame)
    {
        var cadence = new Option<string>("--every") { Description = frame.Words["daily、weekly、monthly、quarterly、half_yearly、yearly", "daily, weekly, monthly, quarterly, half_yearly, yearly"], HelpName = "CADENCE", Required = true };
        return Act(frame, "interval", frame.Words["为“定期”的任务设定周期", "set the interval that a clause leaves open"], "fed duties interval 500151 '500000/2026/7#一' --every quarterly", [cadence],
            (run, parsed, unit, duty, ct) => run.Server.Call(
                run.Server.Obligations.SetDutyIntervalAsync,
                new SetDutyIntervalRequest { Unit = unit, Year = YearOf(duty), Duty = duty, Cadence = parsed.GetValue(cadence), RequestId = SharedArguments.NewRequestId() }, ct));
    }

    private static FedCommand Event(RunFrame frame)
    {
        var what = new Option<string>("--what") { Description = frame.Words["何事,例如文号", "what happened, for example a document number"], HelpName = "TEXT", Required = true };
        var at = new Option<DateTimeOffset?>("--at") { Description = frame.Words["何时(默认现在)", "when (now when absent)"], HelpName = "MOMENT" };
        return Act(frame, "event", frame.Words["登记触发事件,期限自此起算", "record an event that sets a clock going"], "fed duties event 500151 '500000/2026/7#一' --what 渝府发〔2026〕3号公开", [what, at],
            (run, parsed, unit, duty, ct) => run.Server.Call(
                run.Server.Obligations.TriggerDutyAsync,
                new TriggerDutyRequest { Unit = unit, Year = YearOf(duty), Duty = duty, What = parsed.GetValue(what), At = Moment(parsed.GetValue(at)), RequestId = SharedArguments.NewRequestId() }, ct));
    }

    private static FedCommand Evidence(RunFrame frame)
    {
        var words = frame.Words;
        var kind = new Option<string>("--kind") { Description = words["catalog 公开事项、report 报告单元格、number 数字、register 台账、file 文件", "catalog, report, number, register or file"], HelpName = "KIND", Required = true };
        var reference = new Option<string>("--ref") { Description = words["哪一项;文件为其 SHA-256", "which one; for a file its SHA-256"], HelpName = "TEXT", Required = true };
        var done = new Option<DateTimeOffset?>("--done") { Description = words["何时完成(默认现在)", "when it was done (now when absent)"], HelpName = "MOMENT" };
        var period = SharedArguments.Day("--for", words["补报时,所属周期内的一天", "a day of the period meant, when late"]);
        var occurrence = new Option<int>("--event") { Description = words["所对应事件的编号", "number of the event answered"], HelpName = "N" };
        var value = new Option<decimal?>("--value") { Description = words["数字,或比率(0.5)", "a number, or a share (0.5)"], HelpName = "NUMBER" };
        return Act(frame, "evidence", words["报送佐证", "give evidence"], "fed duties evidence 500151 '500000/2026/7#一' --kind catalog --ref catalog:500151/7", [kind, reference, done, period, occurrence, value],
            (run, parsed, unit, duty, ct) => run.Server.Call(
                run.Server.Obligations.GiveEvidenceAsync,
                new GiveEvidenceRequest
                {
                    Unit = unit,
                    Year = YearOf(duty),
                    Duty = duty,
                    Kind = parsed.GetValue(kind),
                    Reference = parsed.GetValue(reference),
                    DoneAt = Moment(parsed.GetValue(done)),
                    ForDay = parsed.GetValue(period) ?? "",
                    Occurrence = parsed.GetValue(occurrence),
                    Value = parsed.GetValue(value)?.ToString(CultureInfo.InvariantCulture) ?? "",
                    RequestId = SharedArguments.NewRequestId(),
                },
                ct));
    }

    private static FedCommand Review(RunFrame frame)
    {
        var words = frame.Words;
        var number = new Option<int>("--evidence") { Description = words["佐证编号", "number of the evidence"], HelpName = "N", Required = true };
        var reason = new Option<string>("--return") { Description = words["退回的理由(不给则为认可)", "returns it, for this reason (accepts it when absent)"], HelpName = "TEXT" };
        return Act(frame, "review", words["认可或退回佐证", "accept or return evidence"], "fed duties review 500151001 '500000/2026/7#一' --evidence 1", [number, reason],
            (run, parsed, unit, duty, ct) => run.Server.Call(
                run.Server.Obligations.ReviewEvidenceAsync,
                new ReviewEvidenceRequest
                {
                    Unit = unit,
                    Year = YearOf(duty),
                    Duty = duty,
                    Number = parsed.GetValue(number),
                    Accepted = parsed.GetValue(reason) is null,
                    Reason = parsed.GetValue(reason) ?? "",
                    RequestId = SharedArguments.NewRequestId(),
                },
                ct));
    }

    private static FedCommand Waive(RunFrame frame)
    {
        var until = new Option<string>("--until") { Description = frame.Words["最后一日(含)", "last day, inclusive"], HelpName = "YYYY-MM-DD", Required = true };
        var reason = new Option<string>("--reason") { Description = frame.Words["理由", "why"], HelpName = "TEXT", Required = true };
        return Act(frame, "waive", frame.Words["批准例外,到期自动终止", "waive a duty until a day; it ends by itself"], "fed duties waive 500151001 '500000/2026/7#一' --until 2026-06-30 --reason 机构改革", [until, reason],
            (run, parsed, unit, duty, ct) => run.Server.Call(
                run.Server.Obligations.WaiveDutyAsync,
                new WaiveDutyRequest { Unit = unit, Year = YearOf(duty), Duty = duty, Until = parsed.GetValue(until), Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId() }, ct));
    }

    private static FedCommand Close(RunFrame frame) => Act(
        frame, "close", frame.Words["销号:已完成且佐证已认可", "close a duty that is done and whose evidence is accepted"], "fed duties close 500151001 '500000/2026/7#一'", [],
        (run, _, unit, duty, ct) => run.Server.Call(
            run.Server.Obligations.CloseDutyAsync, new CloseDutyRequest { Unit = unit, Year = YearOf(duty), Duty = duty, RequestId = SharedArguments.NewRequestId() }, ct));

    private static FedCommand Act(
        RunFrame frame, string name, string description, string example, IEnumerable<Option> options, Func<Run, ParseResult, string, string, CancellationToken, Task<DutyBook>> act)
    {
        var (unit, duty) = (SharedArguments.Unit(frame.Words), Duty(frame.Words));
        var command = new FedCommand(name, description, example) { unit, duty };
        foreach (var option in options)
            command.Options.Add(option);
        command.Does(frame, async (run, parsed, ct) =>
        {
            var id = parsed.GetValue(duty)!;
            return After(run, await act(run, parsed, parsed.GetValue(unit)!, id, ct), id);
        });
        return command;
    }

    private static int After(Run run, DutyBook book, params IReadOnlyList<string> duties)
    {
        var concerned = new DutyBook(book);
        concerned.Duties.Clear();
        concerned.Duties.AddRange(book.Duties.Where(d => duties.Contains(d.Id)));
        run.Show(concerned, () => DutyTable.Write(run, concerned));
        return ExitCodes.Ok;
    }

    private static Timestamp? Moment(DateTimeOffset? at) => at is { } moment ? Timestamp.FromDateTimeOffset(moment) : null;

    public static Argument<int> Year(Words words) => new("YEAR") { Description = words["计划年度", "year of the plans"] };

    private static Argument<string> Duty(Words words) => new("DUTY") { Description = words["任务编号,例如 500000/2026/7#一/(一)", "a duty, for example 500000/2026/7#一/(一)"] };

    // The year stands in the id; one that has none is refused by the server, with its finding.
    private static int YearOf(string duty) => duty.Split('/') is [_, var year, ..] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
}
