using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed report show, receipt: one body's report, now or as it was, and the proof of its seal.</summary>
internal static class ReadingCommands
{
    public static Command Show(RunFrame frame)
    {
        var words = frame.Words;
        var of = new OneReport(words);
        var (version, asOf) = Past(words);
        var command = of.In(
            new FedCommand(
                "show", words["一个单位的报告:状态、正式表格、检查结果、经过", "a unit's report: state, official tables, findings, history"],
                "fed report show 500151 annual-2025", "fed report show 500151 annual-2025 --whole", "fed report show 500151 annual-2025 --version 1"), version, asOf);
        command.Does(frame, async (run, parsed, ct) =>
        {
            var asked = of.Of(parsed);
            if (parsed.GetValue(version) is not null || parsed.GetValue(asOf) is not null)
            {
                var kept = await Kept(run, asked, parsed.GetValue(version), parsed.GetValue(asOf), ct);
                if (run.Json)
                    run.Show(kept, () => { });
                else
                    await VersionText.Write(run, kept, ct);
                return ExitCodes.Ok;
            }
            var report = await run.Server.Call(run.Server.Reports.GetReportAsync, asked, ct);
            if (run.Json)
                run.Show(report, () => { });
            else
                await ReportText.Write(run, report, ct);
            return ExitCodes.Ok;
        });
        return command;
    }

    public static Command Receipt(RunFrame frame)
    {
        var words = frame.Words;
        var of = new OneReport(words);
        var (version, asOf) = Past(words);
        var (to, force) = (SharedArguments.To(words), SharedArguments.Force(words));
        var command = of.In(
            new FedCommand(
                "receipt", words["签发回执:可脱离服务器用 fed verify-receipt 核验", "the receipt of a seal, which fed verify-receipt checks without the server"],
                "fed report receipt 500151 annual-2025 > receipt.json", "fed report receipt 500151 annual-2025 --version 1 --to receipt.json"), version, asOf, to, force);
        command.Does(frame, async (run, parsed, ct) =>
        {
            var kept = await Kept(run, of.Of(parsed), parsed.GetValue(version), parsed.GetValue(asOf), ct);
            if (kept.Receipt.Length == 0)
            {
                run.Err.Line(words["该版本没有签发回执。", "there is no receipt of that version."]);
                return ExitCodes.NotFound;
            }
            if (parsed.GetValue(to) is { } path)
                SavedFile.Tell(run, await SavedFile.Write(run, path, $"receipt-{kept.Unit}-{kept.Period}-v{kept.Filing.Version}.json", System.Text.Encoding.UTF8.GetBytes(kept.Receipt), parsed.GetValue(force), ct));
            else
                await run.Around.Out.WriteLineAsync(kept.Receipt);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static (Option<long?> Version, Option<string> AsOf) Past(Words words) => (
        new Option<long?>("--version") { Description = words["签发过的某一版", "a version that was sealed"], HelpName = "N" },
        new Option<string>("--as-of") { Description = words["某日(北京时间该日终)或某时刻有效的版本", "what counted at the end of a day in Beijing, or at a moment"], HelpName = "DATE" });

    private static Task<SealedReport> Kept(Run run, GetReportRequest of, long? version, string? asOf, CancellationToken ct) => run.Server.Call(
        run.Server.Reports.GetVersionAsync, new GetVersionRequest { Unit = of.Unit, Period = of.Period, Scope = of.Scope, Version = version ?? 0, AsOf = asOf ?? "" }, ct);
}
