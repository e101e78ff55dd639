using System.CommandLine;
using System.Globalization;
using Federation.Cli.Output;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed catalog set, peers: how a catalog is kept, and how it stands among its peers.</summary>
internal static class CatalogSettingsCommands
{
    public static FedCommand Set(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var steps = new Option<string?>("--steps") { Description = words["公开前的审查步骤,用逗号分开,须含保密审查", "steps before an entry is public, divided by commas; 保密审查 among them"], HelpName = "STEPS" };
        var pattern = new Option<string?>("--index-pattern") { Description = words["索引号的编法,如 K{year}-{serial:5};空为不自动编", "how index numbers are made, such as K{year}-{serial:5}; empty: not here"], HelpName = "PATTERN" };
        var share = new Option<int?>("--guard-share") { Description = words["一日内无须另一人确认的删除,占条目的百分之几", "removals of a day without a second person, percent of the entries"], HelpName = "PERCENT" };
        var count = new Option<int?>("--guard-count") { Description = words["同上,至多几条", "the same, at most so many"], HelpName = "N" };
        var peers = new Option<string?>("--peers") { Description = words["参加同级比较:on 或 off", "take part in the comparison of peers: on or off"], HelpName = "on|off" };
        peers.AcceptOnlyFromAmong("on", "off");
        var command = new FedCommand(
            "set", words["设定目录:审查步骤、索引号、删除限度、同级比较;未写的不变", "set how a catalog is kept; what is not given stays"],
            "fed catalog set 330110 --steps 初审,保密审查,签发", "fed catalog set 330110 --peers on") { unit, steps, pattern, share, count, peers };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var settings = (await run.Server.Call(run.Server.Catalogs.GetCatalogAsync, new GetCatalogRequest { Unit = parsed.GetValue(unit) }, ct)).Settings;
            if (parsed.GetValue(steps) is { } given)
            {
                settings.ReviewSteps.Clear();
                settings.ReviewSteps.AddRange(given.Split([',', ',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            }
            settings.IndexPattern = parsed.GetValue(pattern) ?? settings.IndexPattern;
            settings.GuardShare = parsed.GetValue(share) ?? settings.GuardShare;
            settings.GuardCount = parsed.GetValue(count) ?? settings.GuardCount;
            settings.ComparesWithPeers = parsed.GetValue(peers) is { } said ? said == "on" : settings.ComparesWithPeers;
            var catalog = await run.Server.Call(run.Server.Catalogs.SetCatalogAsync, new SetCatalogRequest { Unit = parsed.GetValue(unit), Settings = settings, RequestId = SharedArguments.NewRequestId() }, ct);
            run.Show(catalog, () => CatalogTables.Write(run, catalog));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand Peers(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var command = new FedCommand("peers", frame.Words["同级比较:条目、缺项、超期、多久未更新;只限参加的单位", "a unit among its peers: entries, gaps, late ones, days without a change; of those that take part"], "fed catalog peers 330110") { unit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var compared = await run.Server.Call(run.Server.Catalogs.ComparePeersAsync, new ComparePeersRequest { Unit = parsed.GetValue(unit) }, ct);
            run.Show(compared, () => Write(run, compared));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Write(Run run, PeerComparison compared)
    {
        var words = run.Words;
        run.Out.Line(words[$"{compared.WithinName}的同级单位 {compared.Group} 个,参加 {compared.Peers.Count} 个", $"{compared.Group} peers within {compared.WithinName}, {compared.Peers.Count} take part"]);
        var figures = Tables.Make().Text(words["指标", "figure"]).Number(words["本单位", "own"]).Number(words["中位数", "median"]).Text(words["位次", "place"], wraps: false);
        foreach (var figure in compared.Figures)
        {
            figures.AddRow(
                Tables.Cell(Name(figure.Name, words)), Tables.Cell(figure.HasOwn ? Printed.Count(figure.Own) : "—"), Tables.Cell(figure.HasMedian ? figure.Median.ToString("0.#", CultureInfo.InvariantCulture) : "—"),
                Tables.Cell(figure.HasRank ? words[$"第 {figure.Rank} / {figure.Of}", $"{figure.Rank} of {figure.Of}"] : "—"));
        }
        run.Out.Write(figures);
        var table = Tables.Make().Text(words["单位", "unit"], wraps: false).Text(words["名称", "name"]).Number(Name("entries", words)).Number(Name("missing", words)).Number(Name("late", words)).Number(Name("quiet", words));
        foreach (var peer in compared.Peers)
        {
            table.AddRow(
                Tables.Cell(peer.Unit), Tables.Cell(peer.Name), Tables.Cell(Printed.Count(peer.Entries)), Tables.Cell(peer.HasMissing ? Printed.Count(peer.Missing) : "—"), Tables.Cell(Printed.Count(peer.Late)),
                Tables.Cell(peer.HasQuiet ? Printed.Count(peer.Quiet) : "—"));
        }
        run.Out.Write(table);
    }

    private static string Name(string figure, Words words) => figure switch
    {
        "entries" => words["公开条目", "entries"],
        "missing" => words["标准缺项", "gaps"],
        "late" => words["超期公开", "late"],
        "quiet" => words["未更新天数", "days unchanged"],
        _ => figure,
    };
}
