using System.Diagnostics;
using Federation.Domain.Authority;
using Federation.V1;
using Google.Protobuf;
using Grpc.Core;
using Spectre.Console;

namespace Federation.Host.Demo.Scenes;

/// <summary>汇总填报: a county fetches one workbook for everything directly below it, fills it in, imports it, and seals it by another person.</summary>
internal static class CountyWorkbook
{
    public static async Task Play(Stage stage, CancellationToken ct)
    {
        var (county, name) = (stage.Cast.Batch, stage.NameOf(stage.Cast.Batch));
        Story.Heading("一、一县一簿", "one workbook for a whole county");
        var started = Stopwatch.GetTimestamp();
        var template = await stage.Exchange.GetTemplateAsync(
            new GetTemplateRequest { Unit = county.Value, Period = stage.Period, Below = true }, Collector(stage, "collector"), cancellationToken: ct);
        var fetched = Stopwatch.GetElapsedTime(started);
        var filled = WorkbookFilling.Fill(template.Content.ToByteArray(), unit => stage.Sent[unit].Cells);
        var file = Path.Combine("out", template.Name);
        Directory.CreateDirectory("out");
        await File.WriteAllBytesAsync(file, filled, ct);
        started = Stopwatch.GetTimestamp();
        var last = await Import(stage, template.Name, filled, ct);
        var imported = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        var sealedNow = await Seal(stage, ct);
        var approved = Stopwatch.GetElapsedTime(started);

        Story.Say($"[bold]{name}[/] 下载模板({fetched.TotalSeconds:N1} s)、填好 [bold]{file}[/]、导入 {last.Done} 份({imported.TotalSeconds:N1} s)、由另一人成批签发 {sealedNow} 份({approved.TotalSeconds:N1} s) [grey]/ template, filled, imported, sealed by another person[/]");
        var effects = Story.Table("汇总 total", ">已报 filed", ">导入后 then", ">变动单元格 cells changed");
        foreach (var effect in last.Effects)
            effects.Row(effect.Name, $"{effect.FiledBefore:N0}", $"{effect.FiledAfter:N0}", $"{effect.Cells.Count}");
        AnsiConsole.Write(effects);
    }

    private static async Task<ImportReportsResponse> Import(Stage stage, string name, byte[] filled, CancellationToken ct)
    {
        var request = new ImportReportsRequest
        {
            FileName = name,
            Content = ByteString.CopyFrom(filled),
            Mode = ImportReportsRequest.Types.Mode.Submit,
            Period = stage.Period,
            RequestId = $"demo-import-{stage.Cast.Batch}",
        };
        var last = new ImportReportsResponse();
        await AnsiConsole.Progress().StartAsync(async progress =>
        {
            var bar = progress.AddTask("导入 / importing", maxValue: stage.Cast.Collected.Count);
            using var answers = stage.Exchange.ImportReports(request, Collector(stage, "collector"), cancellationToken: ct);
            await foreach (var answer in answers.ResponseStream.ReadAllAsync(ct))
            {
                if (answer.Unit.Length > 0 && !answer.Taken)
                    throw new InvalidOperationException($"{answer.Unit} was not taken: {string.Join("; ", answer.Findings.Select(f => $"{f.Address} {f.Finding.TextEn}"))}");
                bar.Value = answer.Done;
                last = answer;
            }
        });
        return last;
    }

    private static async Task<int> Seal(Stage stage, CancellationToken ct)
    {
        var request = new ReviewSubtreeRequest { Unit = stage.Cast.Batch.Value, Period = stage.Period, Act = ReviewSubtreeRequest.Types.Act.Approve, RequestId = $"demo-seal-{stage.Cast.Batch}" };
        var done = 0;
        using var acts = stage.Supervision.ReviewSubtree(request, Collector(stage, "head"), cancellationToken: ct);
        await foreach (var act in acts.ResponseStream.ReadAllAsync(ct))
        {
            if (!act.Done)
                throw new InvalidOperationException($"{act.Unit} was not sealed: {string.Join("; ", act.Blockers.Select(b => b.TextEn))}");
            done++;
        }
        return done;
    }

    private static Metadata Collector(Stage stage, string person) => stage.As(person, stage.Cast.Batch, Role.Collector);
}
