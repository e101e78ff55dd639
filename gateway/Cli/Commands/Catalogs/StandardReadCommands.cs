using System.Collections.Immutable;
using System.CommandLine;
using Federation.Cli.Output;
using Federation.Domain.Catalogs.Standards;
using Federation.V1;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed standard: what is in force, which versions there are, what changed, where a person must decide.</summary>
internal static class StandardReadCommands
{
    public static FedCommand Show(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var version = SharedArguments.Bound("--version", words["第几版(默认现行:本级最新版,没有则上级)", "which version (the one in force when absent: the unit's own, else from above)"], words);
        var item = new Option<string>("--item") { Description = words["只看一个事项", "one item alone"], HelpName = "ID" };
        var draft = new Option<bool>("--draft") { Description = words["正在修订的草稿", "the draft being worked on"] };
        var csv = new Option<bool>("--csv") { Description = words["输出 CSV,可修改后用 edit 或 load 交回", "as CSV, to be changed and handed back with edit or load"] };
        var command = new FedCommand("show", words["标准目录的事项", "items of a standard"], "fed standard show 500151", "fed standard show 000000 --version 1 --csv > items.csv") { unit, version, item, draft, csv };
        command.Does(frame, async (run, parsed, ct) =>
        {
            if (parsed.GetValue(draft))
            {
                var working = await run.Server.Call(run.Server.Standards.GetStandardDraftAsync, new GetStandardDraftRequest { Unit = parsed.GetValue(unit) }, ct);
                if (parsed.GetValue(csv))
                    run.Around.Out.Write(Csv(working.Items));
                else
                    run.Show(working, () => StandardTables.Write(run, working));
                return ExitCodes.Ok;
            }
            var request = new GetStandardRequest { Unit = parsed.GetValue(unit), Version = parsed.GetValue(version) ?? 0, Item = parsed.GetValue(item) ?? "" };
            var standard = await run.Server.Call(run.Server.Standards.GetStandardAsync, request, ct);
            if (parsed.GetValue(csv))
                run.Around.Out.Write(Csv(standard.Items));
            else
                run.Show(standard, () => StandardTables.Write(run, standard));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand Versions(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var below = new Option<bool>("--below") { Description = frame.Words["下级各单位的最新版", "newest versions of the units below"] };
        var command = new FedCommand("versions", frame.Words["已发布的各版:日期、事项数、摘要", "versions published: date, items, digest"], "fed standard versions 500151", "fed standard versions 500000 --below") { unit, below };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var all = parsed.GetValue(below)
                ? await Below(run, parsed.GetValue(unit)!, ct)
                : await run.Server.Call(run.Server.Standards.ListStandardVersionsAsync, new ListStandardVersionsRequest { Unit = parsed.GetValue(unit) }, ct);
            run.Show(all, () => StandardTables.Write(run, all));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand Difference(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var version = SharedArguments.Bound("--version", words["后一版(默认现行版)", "the later version (the one in force when absent)"], words);
        var from = SharedArguments.Bound("--from", words["前一版(默认上一版)", "the earlier version (the one before when absent)"], words);
        var fromUnit = new Option<string>("--from-unit") { Description = words["与另一单位的版本比较,例如上级", "compare with a version of another unit, such as one above"], HelpName = "UNIT" };
        var command = new FedCommand("diff", words["两版之间改了什么", "what changed between two versions"], "fed standard diff 500000 --from 13 --version 14", "fed standard diff 500151 --from-unit 500000") { unit, version, from, fromUnit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new GetStandardDifferenceRequest
            {
                Unit = parsed.GetValue(unit), Version = parsed.GetValue(version) ?? 0, FromUnit = parsed.GetValue(fromUnit) ?? "", FromVersion = parsed.GetValue(from) ?? 0,
            };
            var difference = await run.Server.Call(run.Server.Standards.GetStandardDifferenceAsync, request, ct);
            run.Show(difference, () => StandardTables.Write(run, difference));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand Conflicts(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var command = new FedCommand("conflicts", frame.Words["与上级新版本的冲突:两边内容和依据", "conflicts with a newer version above: both sides with their basis"], "fed standard conflicts 500151") { unit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var draft = await run.Server.Call(run.Server.Standards.GetStandardDraftAsync, new GetStandardDraftRequest { Unit = parsed.GetValue(unit) }, ct);
            run.Show(draft, () => StandardTables.WriteConflicts(run, draft));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<ListStandardVersionsResponse> Below(Run run, string unit, CancellationToken ct)
    {
        var request = new ListStandardsBelowRequest { Unit = unit, PageSize = 5000 };
        var all = new ListStandardVersionsResponse();
        do
        {
            var page = await run.Server.Call(run.Server.Standards.ListStandardsBelowAsync, request, ct);
            all.Versions.AddRange(page.Versions);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    private static string Csv(IEnumerable<V1.StandardItem> items) => StandardCsv.Write(items.Select(i => new Domain.Catalogs.Standards.StandardItem(
        i.Id, i.Title, i.Fields.ToImmutableSortedDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal), [.. i.Levels.Select(l => Enum.Parse<Domain.Divisions.Tier>(l, ignoreCase: true))], i.Required)));
}
