using System.CommandLine;
using Federation.Cli.Files;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed catalog template, import, diff, export: catalogs as files.</summary>
internal static class CatalogFileCommands
{
    private static readonly string[] Kinds = ["matter", "document", "list-item", "interpretation", "consultation", "meeting", "response"];

    public static Command Export(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var format = new Option<string>("--format") { Description = words["格式(默认 dcat,即 DCAT-AP 3 JSON-LD)", "format (dcat, which is DCAT-AP 3 as JSON-LD, when absent)"], HelpName = "dcat|csv|json|jsonl|xlsx" };
        format.AcceptOnlyFromAmong("dcat", "csv", "json", "jsonl", "xlsx");
        var address = new Option<string>("--base") { Description = words["网址前缀,用于生成条目的网址标识(默认由服务器确定)", "public address by which IRIs are made (the server's when absent)"], HelpName = "URL" };
        var (to, force) = (SharedArguments.To(words), SharedArguments.Force(words));
        var command = new FedCommand(
            "export", words["把公开目录导出为文件", "write a catalog as a file"], "fed catalog export 330110 --to out/", "fed catalog export 330110 --format csv --to catalog.csv") { unit, format, address, to, force };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ExportCatalogRequest
            {
                Unit = parsed.GetValue(unit), Base = parsed.GetValue(address) ?? "", Format = Enum.Parse<ExportCatalogRequest.Types.Format>(parsed.GetValue(format) ?? "dcat", ignoreCase: true),
            };
            SavedFile.Tell(run, await SavedPieces.Write(run, parsed.GetValue(to), run.Server.Read(run.Server.Bundles.ExportCatalog, request, ct), parsed.GetValue(force), ct));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command Template(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var kind = Kind(words, words["条目类型(默认每类一张表)", "kind of entry (a sheet for each when absent)"]);
        var format = new Option<string>("--format") { Description = words["格式(默认 xlsx)", "format (xlsx when absent)"], HelpName = "xlsx|csv" };
        format.AcceptOnlyFromAmong("xlsx", "csv");
        var (to, force) = (SharedArguments.To(words), SharedArguments.Force(words));
        var command = new FedCommand("template", words["下载待填的公开目录填报表", "download a table of entries to fill in"], "fed catalog template 330110 --to 目录.xlsx", "fed catalog template 330110 --kind matter --format csv") { unit, kind, format, to, force };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new GetEntryTemplateRequest
            {
                Unit = parsed.GetValue(unit), Kind = parsed.GetValue(kind) ?? "", Format = Enum.Parse<GetEntryTemplateRequest.Types.Format>(parsed.GetValue(format) ?? "xlsx", ignoreCase: true),
            };
            var file = await run.Server.Call(run.Server.Bundles.GetEntryTemplateAsync, request, ct);
            SavedFile.Tell(run, await SavedFile.Write(run, parsed.GetValue(to), file.Name, file.Content.Memory, parsed.GetValue(force), ct));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command Import(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, file) = (SharedArguments.Unit(words), File(words));
        var push = new Option<bool>("--push") { Description = words["写入目录(默认只试导入)", "record it (a dry run when absent)"] };
        var kind = Kind(words, words["未写明类型的行按此类型", "kind of rows that do not say theirs"]);
        var complete = new Option<bool>("--complete") { Description = words["文件为完整目录:未列条目删除(须写理由,超过限度待另一人确认)", "the file lists everything: what it does not list is removed (needs a reason; over the bound a second person confirms)"] };
        var reason = new Option<string>("--reason") { Description = words["删除理由", "why entries are removed"], HelpName = "TEXT" };
        var source = new Option<string>("--source") { Description = words["来源系统名称(默认为本单位)", "source registered with the unit (the unit itself when absent)"], HelpName = "NAME" };
        var requestId = new Option<string>("--request-id") { Description = words["请求编号:同一编号重复导入只生效一次", "request id: the same one twice has one effect"], HelpName = "ID" };
        var command = new FedCommand(
            "import", words["导入条目(xlsx、csv、json、jsonl),先试导入并列出差异", "import entries (xlsx, csv, json, jsonl): a dry run with differences first"],
            words["fed catalog import 330110 目录.xlsx  # 试导入", "fed catalog import 330110 entries.xlsx  # a dry run"], "fed catalog import 330110 目录.xlsx --push", "fed catalog import 330110 全部.csv --kind document --complete --reason 清理重复 --push")
        {
            unit, file, push, kind, complete, reason, source, requestId,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ImportEntriesRequest
            {
                Unit = parsed.GetValue(unit), FileName = Path.GetFileName(parsed.GetValue(file)), Content = await LocalFile.Content(parsed.GetValue(file)!, words, ct), Kind = parsed.GetValue(kind) ?? "",
                Mode = parsed.GetValue(push) ? ImportEntriesRequest.Types.Mode.Push : ImportEntriesRequest.Types.Mode.DryRun, Complete = parsed.GetValue(complete), Reason = parsed.GetValue(reason) ?? "",
                Source = parsed.GetValue(source) ?? "", RequestId = parsed.GetValue(requestId) ?? SharedArguments.NewRequestId(),
            };
            var steps = await Read(run, request, ct);
            if (!run.Json)
                EntryImportText.Write(run, request.Mode == ImportEntriesRequest.Types.Mode.Push, steps);
            return steps.Exists(EntryImportText.Blocks) ? ExitCodes.Refused : ExitCodes.Ok;
        });
        return command;
    }

    public static Command Diff(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, file) = (SharedArguments.Unit(words), File(words));
        var kind = Kind(words, words["未写明类型的行按此类型", "kind of rows that do not say theirs"]);
        var command = new FedCommand("diff", words["文件与目录的差异,逐条逐栏;不作记录", "how a file differs from the catalog, column by column; nothing is recorded"], "fed catalog diff 330110 目录.xlsx") { unit, file, kind };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ImportEntriesRequest { Unit = parsed.GetValue(unit), FileName = Path.GetFileName(parsed.GetValue(file)), Content = await LocalFile.Content(parsed.GetValue(file)!, words, ct), Kind = parsed.GetValue(kind) ?? "" };
            var steps = await Read(run, request, ct);
            if (!run.Json)
                EntryImportText.Write(run, false, steps);
            return steps.Exists(EntryImportText.Blocks) ? ExitCodes.Refused : ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<List<ImportEntriesResponse>> Read(Run run, ImportEntriesRequest request, CancellationToken ct)
    {
        var steps = new List<ImportEntriesResponse>();
        using var progress = new ProgressLine(run);
        progress.Show(0, 0, request.FileName);
        await foreach (var step in run.Server.Read(run.Server.Bundles.ImportEntries, request, ct))
        {
            steps.Add(step);
            if (run.Json)
                run.Around.Out.WriteLine(JsonText.WriteLine(step));
            progress.Show(step.Done, step.Total, step.Title);
        }
        return steps;
    }

    private static Argument<string> File(Words words) => new("FILE") { Description = words["文件(.xlsx、.csv、.json、.jsonl)", "a file (.xlsx, .csv, .json, .jsonl)"] };

    private static Option<string> Kind(Words words, string description)
    {
        var kind = new Option<string>("--kind") { Description = description, HelpName = string.Join('|', Kinds) };
        kind.AcceptOnlyFromAmong(Kinds);
        return kind;
    }
}
