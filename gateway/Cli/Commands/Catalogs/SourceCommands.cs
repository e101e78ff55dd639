using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed catalog source: lists on other systems that are taken into a catalog.</summary>
internal static class SourceCommands
{
    public static FedCommand Build(RunFrame frame) => new(
        "source", frame.Words["外部来源:登记、读取、暂停、移除、查看问题记录", "outside sources: register, read, pause, remove, see what is wrong with records"],
        "fed catalog source run 330110 website", "fed catalog source report 330110 website")
    {
        Add(frame), Run(frame), List(frame), Report(frame), Pause(frame), Resume(frame), Remove(frame),
    };

    private static FedCommand Add(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, name) = (SharedArguments.Unit(words), Name(words));
        var url = new Argument<string>("URL") { Description = words["清单的网址(须列出全部)", "address of the list, which must name everything"] };
        var kind = new Option<string>("--kind") { Description = words["格式:json、csv、dcat(默认 json)", "form: json, csv, dcat (json when absent)"], HelpName = "KIND" };
        var fields = new Option<string[]>("--field") { Description = words["本系统字段=来源字段(可多次;=固定值 写作 kind==document)", "name here=name there (may be repeated; a fixed value: kind==document)"], HelpName = "ID=PLACE" };
        var records = new Option<string>("--records") { Description = words["JSON 中清单所在位置,如 data.items", "place of the list in a JSON document, such as data.items"], HelpName = "PATH" };
        var total = new Option<string>("--total") { Description = words["来源自报条数的位置", "place of the number of records that the source declares"], HelpName = "PATH" };
        var generated = new Option<string>("--generated") { Description = words["来源自报生成时间的位置", "place of the moment at which the list was made"], HelpName = "PATH" };
        var every = new Option<int>("--every") { Description = words["每隔多少分钟读取(60 至 10080;默认 0,手动)", "minutes between readings (60 to 10080; 0, by hand, when absent)"], HelpName = "MINUTES" };
        var wait = new Option<int>("--wait") { Description = words["每次等待秒数(默认 30)", "seconds to wait for an answer (30 when absent)"], HelpName = "SECONDS" };
        var contact = new Option<string>("--contact") { Description = words["来源方的联系人", "who mends records at the origin"], HelpName = "TEXT" };
        var command = new FedCommand(
            "add", words["登记来源,或重设", "register a source, or set it anew"],
            "fed catalog source add 330110 website https://example.gov.cn/list.json --records data.items --total data.total --field id=docId --field title=name --field disclosure==proactive --every 60")
        {
            unit, name, url, kind, fields, records, total, generated, every, wait, contact,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var source = new CatalogSource
            {
                Name = parsed.GetValue(name), Url = parsed.GetValue(url), Kind = parsed.GetValue(kind) ?? "json", Records = parsed.GetValue(records) ?? "", Total = parsed.GetValue(total) ?? "",
                Generated = parsed.GetValue(generated) ?? "", EveryMinutes = parsed.GetValue(every), TimeoutSeconds = parsed.GetValue(wait), Contact = parsed.GetValue(contact) ?? "",
            };
            foreach (var field in parsed.GetValue(fields) ?? [])
            {
                var (here, there) = Reasons.Pair(field, "--field", run.Words);
                source.Fields[here] = there;
            }
            var set = await run.Server.Call(run.Server.Catalogs.SetSourceAsync, new SetSourceRequest { Unit = parsed.GetValue(unit), Source = source, RequestId = SharedArguments.NewRequestId() }, ct);
            run.Show(set, () => SourceTables.Write(run, [set]));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Run(RunFrame frame)
    {
        var (unit, name) = (SharedArguments.Unit(frame.Words), Name(frame.Words));
        var command = new FedCommand("run", frame.Words["立即读取一次", "read a source now"], "fed catalog source run 330110 website") { unit, name };
        command.Does(frame, async (run, parsed, ct) =>
            Tell(run, await run.Server.Call(run.Server.Catalogs.RunSourceAsync, new RunSourceRequest { Unit = parsed.GetValue(unit), Name = parsed.GetValue(name) }, ct)));
        return command;
    }

    private static FedCommand List(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var command = new FedCommand("list", frame.Words["全部来源及其状态", "all sources and how they stand"], "fed catalog source list 330110") { unit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var found = await run.Server.Call(run.Server.Catalogs.ListSourcesAsync, new ListSourcesRequest { Unit = parsed.GetValue(unit) }, ct);
            run.Show(found, () => SourceTables.Write(run, found));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Report(RunFrame frame)
    {
        var (unit, name) = (SharedArguments.Unit(frame.Words), Name(frame.Words));
        var command = new FedCommand("report", frame.Words["最近一次读取:谁须改正哪条记录的哪个字段", "the last reading: who must mend which field of which record"], "fed catalog source report 330110 website") { unit, name };
        command.Does(frame, async (run, parsed, ct) =>
            Tell(run, await run.Server.Call(run.Server.Catalogs.GetSourceReportAsync, new GetSourceReportRequest { Unit = parsed.GetValue(unit), Name = parsed.GetValue(name) }, ct)));
        return command;
    }

    private static FedCommand Pause(RunFrame frame)
    {
        var (unit, name, reason) = (SharedArguments.Unit(frame.Words), Name(frame.Words), Reason(frame.Words));
        var command = new FedCommand("pause", frame.Words["暂停读取,直到恢复", "stop reading a source until it is resumed"], "fed catalog source pause 330110 website --reason 网站改版") { unit, name, reason };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new PauseSourceRequest { Unit = parsed.GetValue(unit), Name = parsed.GetValue(name), Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId() };
            var paused = await run.Server.Call(run.Server.Catalogs.PauseSourceAsync, request, ct);
            run.Show(paused, () => SourceTables.Write(run, [paused]));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Resume(RunFrame frame)
    {
        var (unit, name) = (SharedArguments.Unit(frame.Words), Name(frame.Words));
        var command = new FedCommand("resume", frame.Words["恢复读取", "read a paused source again"], "fed catalog source resume 330110 website") { unit, name };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ResumeSourceRequest { Unit = parsed.GetValue(unit), Name = parsed.GetValue(name), RequestId = SharedArguments.NewRequestId() };
            var resumed = await run.Server.Call(run.Server.Catalogs.ResumeSourceAsync, request, ct);
            run.Show(resumed, () => SourceTables.Write(run, [resumed]));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Remove(RunFrame frame)
    {
        var (unit, name, reason) = (SharedArguments.Unit(frame.Words), Name(frame.Words), Reason(frame.Words));
        var command = new FedCommand(
            "remove", frame.Words["移除来源;其条目保留,名称可再用", "remove a source; its entries stay, its name is free again"], "fed catalog source remove 330110 website --reason 栏目撤销") { unit, name, reason };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new RemoveSourceRequest { Unit = parsed.GetValue(unit), Name = parsed.GetValue(name), Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId() };
            var left = await run.Server.Call(run.Server.Catalogs.RemoveSourceAsync, request, ct);
            run.Show(left, () => SourceTables.Write(run, left));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Option<string> Reason(Words words) => new("--reason") { Description = words["理由", "why"], HelpName = "TEXT", Required = true };

    private static int Tell(Run run, SourceReport report)
    {
        run.Show(report, () => SourceTables.Write(run, report));
        return report.Source.Failing ? ExitCodes.Refused : ExitCodes.Ok;
    }

    private static Argument<string> Name(Words words) => new("NAME") { Description = words["来源名称,例如 website", "name of the source, for example website"] };
}
