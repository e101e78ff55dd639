using System.CommandLine;
using Federation.Cli.Files;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed unit: everything of one unit in one file, out, checked, and in.</summary>
internal static class UnitBundleCommands
{
    public static FedCommand Build(RunFrame frame) => new(
        "unit", frame.Words["单位数据包:导出、核对、导入", "everything of one unit: export, verify, import"], "fed unit export 330110 --to 330110.zip", "fed unit verify 330110.zip")
    {
        Export(frame), Verify(frame), Import(frame),
    };

    private static FedCommand Export(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var isPublic = new Option<bool>("--public") { Description = words["只含任何人都可读取的内容", "only what everybody may read"] };
        var (to, force) = (SharedArguments.To(words), SharedArguments.Force(words));
        var command = new FedCommand("export", words["把一个单位的目录、报告和全部历史导出为一个压缩包", "write catalog, reports and whole history of a unit into one zip"], "fed unit export 330110 --to 330110.zip", "fed unit export 330110 --public --to out/") { unit, isPublic, to, force };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ExportUnitRequest { Unit = parsed.GetValue(unit), PublicOnly = parsed.GetValue(isPublic) };
            SavedFile.Tell(run, await SavedPieces.Write(run, parsed.GetValue(to), run.Server.Read(run.Server.Bundles.ExportUnit, request, ct), parsed.GetValue(force), ct));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static FedCommand Verify(RunFrame frame)
    {
        var words = frame.Words;
        var file = new Argument<string>("FILE") { Description = words["数据包(.zip)", "the bundle (.zip)"] };
        var command = new FedCommand("verify", words["核对数据包:文件、哈希链、目录摘要(包内 verify.py 可不用本软件核对)", "check a bundle: files, chains, digest (its verify.py does so without this software)"], "fed unit verify 330110.zip") { file };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var report = await run.Server.Call(run.Server.Bundles.VerifyUnitAsync, new VerifyUnitRequest { Content = await LocalFile.Content(parsed.GetValue(file)!, words, ct) }, ct);
            return await Tell(run, report, ct);
        });
        return command;
    }

    private static FedCommand Import(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, file) = (SharedArguments.Unit(words), new Argument<string>("FILE") { Description = words["数据包(.zip)", "the bundle (.zip)"] });
        var command = new FedCommand("import", words["把数据包导入尚无历史的单位,历史和哈希链照原样重建", "take a bundle into a unit without a history here; acts and chains stay as they were"], "fed unit import 330110 330110.zip") { unit, file };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ImportUnitRequest { Unit = parsed.GetValue(unit), Content = await LocalFile.Content(parsed.GetValue(file)!, words, ct) };
            return await Tell(run, await run.Server.Call(run.Server.Bundles.ImportUnitAsync, request, ct), ct);
        });
        return command;
    }

    private static async Task<int> Tell(Run run, UnitBundleReport report, CancellationToken ct)
    {
        var words = run.Words;
        run.Show(report, () =>
        {
            run.Out.Line(words[$"单位 {report.Unit},{report.Streams.Count} 条历史,{report.Streams.Sum(s => s.Events)} 个事件,目录 {report.Entries} 条,摘要 {report.Digest}", $"unit {report.Unit}: {report.Streams.Count} stream(s), {report.Streams.Sum(s => s.Events)} event(s), {report.Entries} entries, digest {report.Digest}"]);
            run.Out.Line(report.SignedBy.Length == 0 ? words["清单没有签名", "the manifest is not signed"]
                : report.SignedHere ? words["由本系统签名", "signed by this installation"]
                : words[$"由另一系统签名,公钥 SHA-256 {report.SignedBy}:请与该系统公布的公钥比对", $"signed by another installation, SHA-256 of its key {report.SignedBy}: compare it with the key that it publishes"]);
            foreach (var kept in report.Streams.Where(s => s.Restored == "kept"))
                run.Out.Line(words[$"  {kept.Stream}:已存历史,未重建清单和汇总", $"  {kept.Stream}: history kept, lists and totals not rebuilt"]);
            if (report.Findings.Count == 0)
                run.Out.Line(words["全部一致", "everything holds"]);
        });
        if (report.Findings.Count > 0 && !run.Json)
            await FindingTable.Write(run, run.Err, report.Findings, ct);
        return report.Findings.Count == 0 ? ExitCodes.Ok : ExitCodes.Refused;
    }
}
