using System.CommandLine;
using Federation.Cli.Errors;
using Federation.Cli.Files;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed notice parse: an official notice read into items, bodies, dates and measures.</summary>
internal static class NoticeCommands
{
    public static Command Build(RunFrame frame) =>
        new FedCommand("notice", frame.Words["读公文:条目、责任单位、时限、量化要求", "read notices: items, bodies, dates, measures"], "fed notice parse 要点.docx --table 任务分解表.xlsx") { Parse(frame) };

    private static FedCommand Parse(RunFrame frame)
    {
        var words = frame.Words;
        var file = new Argument<string>("FILE") { Description = words["通知(.docx、.html 或 .txt)", "the notice (.docx, .html or .txt)"] };
        var table = new Option<string>("--table") { Description = words["另存任务分解表(.xlsx 或 .docx)", "also write the 任务分解表 (.xlsx or .docx)"], HelpName = "OUT" };
        var unit = new Option<string>("--unit") { Description = words["发文单位代码:按其辖区查找各责任单位", "code of the issuing unit: names of bodies are looked up in its scope"], HelpName = "CODE" };
        var force = SharedArguments.Force(words);
        var command = new FedCommand(
            "parse", words["读一份通知,逐条列出责任单位、时限、频次和量化要求", "read a notice: bodies, dates, cadences and measures item by item"],
            "fed notice parse 要点.docx", "fed notice parse 要点.html --table 任务分解表.xlsx", "fed notice parse 要点.txt --unit 500000 --json") { file, table, unit, force };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var to = parsed.GetValue(table);
            var request = new ParseNoticeRequest
            {
                FileName = Path.GetFileName(parsed.GetValue(file)!),
                Content = await LocalFile.Content(parsed.GetValue(file)!, words, ct),
                Table = FormatOf(to, words),
                Unit = parsed.GetValue(unit) ?? "",
            };
            var notice = await run.Server.Call(run.Server.Notices.ParseNoticeAsync, request, ct);
            run.Show(notice, () => NoticeTable.Write(run, notice));
            if (to is not null)
            {
                var path = await SavedFile.Write(run, to, notice.Table.Name, notice.Table.Content.Memory, parsed.GetValue(force), ct);
                if (!run.Json)
                    SavedFile.Tell(run, path);
            }
            return ExitCodes.Ok;
        });
        return command;
    }

    private static ParseNoticeRequest.Types.TableFormat FormatOf(string? path, Words words) => Path.GetExtension(path)?.ToLowerInvariant() switch
    {
        null => ParseNoticeRequest.Types.TableFormat.None,
        ".xlsx" => ParseNoticeRequest.Types.TableFormat.Xlsx,
        ".docx" => ParseNoticeRequest.Types.TableFormat.Docx,
        _ => throw new UsageException(words["--table 的文件名应以 .xlsx 或 .docx 结尾", "the file of --table must end in .xlsx or .docx"]),
    };
}
