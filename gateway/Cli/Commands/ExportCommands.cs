using System.CommandLine;
using Federation.Cli.Errors;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed export, template: reports and workbooks as files.</summary>
internal static class ExportCommands
{
    public static Command Export(RunFrame frame)
    {
        var words = frame.Words;
        var of = new OneReport(words);
        var formats = new Option<string[]>("--format") { Description = words["格式(可多次;默认 xlsx);bundle 为全部格式加哈希清单的压缩包", "format (may be repeated; xlsx when absent); bundle is all of them in a zip with hashes"], HelpName = "xlsx|docx|html|json|csv|pdf|bundle" };
        formats.AcceptOnlyFromAmong("xlsx", "docx", "html", "json", "csv", "pdf", "bundle");
        var version = new Option<long>("--version") { Description = words["签发过的某一版(默认最新一版,没有则为草稿)", "a sealed version (the newest, or else the draft, when absent)"], HelpName = "N" };
        var below = new Option<bool>("--all-below") { Description = words["导出下辖全部已签发的报告,存入 --to 文件夹", "every sealed report at and below the unit, into the folder --to"] };
        var (to, force) = (SharedArguments.To(words), SharedArguments.Force(words));
        var command = of.In(
            new FedCommand(
                "export", words["把报告导出为文件", "write a report as a file"],
                "fed export 500151001 annual-2025", "fed export 500151 annual-2025 --whole --format docx --format pdf --to out/", "fed export 500151 annual-2025 --all-below --to tongliang/"),
            formats, version, below, to, force);
        command.Does(frame, async (run, parsed, ct) =>
        {
            var report = of.Of(parsed);
            var request = new ExportReportRequest { Unit = report.Unit, Period = report.Period, Scope = report.Scope, Version = parsed.GetValue(version) };
            var wanted = (parsed.GetValue(formats) is { Length: > 0 } given ? given : ["xlsx"]).Select(f => Enum.Parse<ExportReportRequest.Types.Format>(f, ignoreCase: true)).Distinct().ToList();
            if (parsed.GetValue(below))
            {
                var folder = parsed.GetValue(to) ?? throw new UsageException(words["--all-below 须用 --to 写明文件夹", "--all-below needs a folder: --to"]);
                return await ExportBelow.Run(run, request, wanted, folder, parsed.GetValue(force), ct);
            }
            if (wanted.Count > 1 && parsed.GetValue(to) is { } one && !Directory.Exists(one) && !one.EndsWith('/'))
                throw new UsageException(words["导出多种格式时 --to 应为文件夹(以 / 结尾)", "with several formats --to must be a folder (ending in /)"]);
            foreach (var format in wanted)
            {
                request.Format = format;
                var file = await run.Server.Call(run.Server.Exchange.ExportReportAsync, request, ct);
                SavedFile.Tell(run, await SavedFile.Write(run, parsed.GetValue(to), file.Name, file.Content.Memory, parsed.GetValue(force), ct), file);
            }
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command Template(RunFrame frame)
    {
        var words = frame.Words;
        var of = new OneReport(words);
        var below = new Option<bool>("--below") { Description = words["一张表,直接下级每单位一行", "one sheet with a row for each unit directly below"] };
        var (to, force) = (SharedArguments.To(words), SharedArguments.Force(words));
        var command = of.In(
            new FedCommand(
                "template", words["下载待填的 Excel 工作簿,已知数字预先填好", "download an Excel workbook to fill in, what is known filled in"],
                "fed template 500151001 annual-2025", "fed template 500151 annual-2025 --below --to 乡镇汇总.xlsx"),
            below, to, force);
        command.Does(frame, async (run, parsed, ct) =>
        {
            var report = of.Of(parsed);
            var request = new GetTemplateRequest { Unit = report.Unit, Period = report.Period, Scope = report.Scope, Below = parsed.GetValue(below) };
            var file = await run.Server.Call(run.Server.Exchange.GetTemplateAsync, request, ct);
            SavedFile.Tell(run, await SavedFile.Write(run, parsed.GetValue(to), file.Name, file.Content.Memory, parsed.GetValue(force), ct));
            return ExitCodes.Ok;
        });
        return command;
    }
}
