using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Federation.Cli.Commands;
using Federation.Cli.Output;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Sync;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Cli.Mirrors;

/// <summary>fed catalog sync: keeps a copy of a catalog in a file, resumes where it stopped, and proves at the end that it equals its source.</summary>
internal static class SyncCommand
{
    public static FedCommand Build(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var to = new Option<string>("--to") { Description = words["副本文件;文件夹则为其中的 单位.jsonl", "file of the copy; of a folder, UNIT.jsonl in it"], HelpName = "PATH", Required = true };
        var command = new FedCommand(
            "sync", words["在文件中保存一份目录副本:只取增量,可断点续传,取完与来源核对摘要", "keep a copy of a catalog in a file: only what changed is fetched, it resumes, and is proved against its source"],
            "fed catalog sync 330110 --to mirror/", "fed catalog sync 330110 --to 330110.jsonl --json")
        {
            unit, to,
        };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var code = parsed.GetValue(unit)!;
            var path = PathOf(parsed.GetValue(to)!, code);
            using var mirror = await MirrorFile.Open(path, run.Words, ct);
            return await Follow(run, new RemoteCatalog(run.Server, code, ct), mirror, (code, path), ct);
        });
        return command;
    }

    private static string PathOf(string to, string unit) => Directory.Exists(to) || to.EndsWith('/') || to.EndsWith(Path.DirectorySeparatorChar) ? Path.Combine(to, unit + ".jsonl") : to;

    private static async Task<int> Follow(Run run, RemoteCatalog source, MirrorFile mirror, (string Unit, string Path) named, CancellationToken ct)
    {
        var (taken, mended) = (0, false);
        while (true)
        {
            var page = await source.Page(mirror.Copy.Cursor);
            var step = await mirror.Copy.Take(page);
            if (!step.Findings.IsEmpty)
                return await Refuse(run, step.Findings, ct);
            taken += step.Changed.Length;
            await mirror.Keep(step, ct);
            var proof = mirror.Copy.Against(page);
            if (proof == Proof.Equal)
                return Done(run, mirror.Copy, named, taken);
            if (proof == Proof.Behind)
                continue;
            // everything was fetched, and yet the two differ: find the entries and fetch them again, once
            var (findings, changed) = mended ? (await Named(source, mirror), 0) : await Mend(source, mirror, ct);
            if (changed == 0)
                return await Refuse(run, findings, ct);
            (taken, mended) = (taken + changed, true);
        }
    }

    private static async Task<(ImmutableArray<Finding> Findings, int Changed)> Mend(RemoteCatalog source, MirrorFile mirror, CancellationToken ct)
    {
        var found = await DigestCompare.Of(source, await source.Whole(), mirror.Copy, mirror.Copy.Whole);
        var fetched = ImmutableArray.CreateBuilder<CopyRow>();
        var left = ImmutableArray.CreateBuilder<Finding>();
        foreach (var mismatch in found.Mismatches)
        {
            if (await source.Entry(mismatch.Id) is { } row)
                fetched.Add(row);
            else
                left.Add(SyncRules.LeftOver.At(mismatch.Id.Value, $"来源没有条目 {mismatch.Id},也没有删除记录;副本保留", $"the source has neither entry {mismatch.Id} nor a tombstone of it: the copy keeps it"));
        }
        var step = await mirror.Copy.Mend(fetched.ToImmutable());
        await mirror.Keep(step, ct);
        left.AddRange(step.Findings);
        if (step.Changed.IsEmpty && left.Count == 0)
            left.AddRange(await Named(source, mirror));
        return (left.ToImmutable(), step.Changed.Length);
    }

    private static async Task<ImmutableArray<Finding>> Named(RemoteCatalog source, MirrorFile mirror)
    {
        var found = await DigestCompare.Of(source, await source.Whole(), mirror.Copy, mirror.Copy.Whole);
        return [.. found.Mismatches.Select(m => SyncRules.Differs.At(
            m.Id.Value, $"条目 {m.Id}:来源为 {m.Left?.ToString() ?? "无"},副本为 {m.Right?.ToString() ?? "无"}", $"entry {m.Id}: {m.Left?.ToString() ?? "none"} at the source, {m.Right?.ToString() ?? "none"} in the copy"))];
    }

    private static async Task<int> Refuse(Run run, ImmutableArray<Finding> findings, CancellationToken ct)
    {
        run.Err.Line(run.Words["副本与来源不一致,已取得的保留:", "copy and source do not agree; what was fetched is kept:"]);
        await FindingTable.Write(run, run.Err, [.. findings.Select(f => new V1.Finding
        {
            Code = f.Code, Severity = f.Blocks ? V1.Finding.Types.Severity.Error : V1.Finding.Types.Severity.Warning, Where = f.Where, Text = f.Text, TextEn = f.TextEn, Basis = f.Basis,
        })], ct);
        return ExitCodes.Refused;
    }

    private static int Done(Run run, CatalogCopy copy, (string Unit, string Path) named, int taken)
    {
        if (run.Json)
        {
            var told = new JsonObject { ["unit"] = named.Unit, ["path"] = named.Path, ["cursor"] = copy.Cursor, ["entries"] = copy.Whole.Count, ["digest"] = copy.Whole.Digest.ToString(), ["changed"] = taken };
            run.Around.Out.WriteLine(told.ToJsonString());
            return ExitCodes.Ok;
        }
        run.Out.Line(run.Words[
            $"{named.Path}:与来源一致。本次变动 {taken} 条,共 {copy.Whole.Count} 条,游标 {copy.Cursor}", $"{named.Path} equals its source: {taken} changed now, {copy.Whole.Count} entries, cursor {copy.Cursor}"]);
        run.Out.Line(run.Words["摘要 ", "digest "] + copy.Whole.Digest);
        return ExitCodes.Ok;
    }
}
