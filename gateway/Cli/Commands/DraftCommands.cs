using System.CommandLine;
using Federation.Cli.Errors;
using Federation.Cli.Files;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed report draft save, edit: the draft that several may keep, nobody overwriting another unseen.</summary>
internal static class DraftCommands
{
    public static Command Build(RunFrame frame) => new FedCommand(
        "draft", frame.Words["草稿:整份保存,或改个别单元格", "the draft: save it whole, or edit single cells"],
        "fed report draft save report.json", "fed report draft edit 500151 annual-2025 --cell t3.new.natural=12")
    {
        Save(frame), Edit(frame),
    };

    private static FedCommand Save(RunFrame frame)
    {
        var words = frame.Words;
        var file = FilingCommands.FileArgument(words);
        var revision = new Option<long?>("--revision") { Description = words["您所依据的修改次数(已有草稿时须写明)", "revision you started from (needed when there is a draft)"], HelpName = "N" };
        var command = new FedCommand("save", words["保存整份草稿;检查结果只提示", "save a whole draft; findings are shown and block nothing"], "fed report draft save report.json", "fed report draft save report.json --revision 3") { file, revision };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var filing = await FilingFile.Read(parsed.GetValue(file)!, run.Around.In, words, ct);
            var request = new SaveDraftRequest
            {
                Unit = filing.Unit,
                Period = filing.Period,
                Scope = filing.Scope,
                Figures = filing.Figures,
                ExpectedRevision = parsed.GetValue(revision) ?? await RevisionWithoutDraft(run, filing, ct),
                RequestId = filing.RequestId.Length > 0 ? filing.RequestId : SharedArguments.NewRequestId(),
            };
            request.Texts.Add(filing.Texts);
            request.Dispositions.AddRange(filing.Dispositions);
            await ReceiptText.Write(run, await run.Server.Call(run.Server.Reports.SaveDraftAsync, request, ct), ct);
            return ExitCodes.Ok;
        });
        return command;
    }

    // A draft that somebody keeps already is overwritten only by those who say which one they have seen.
    private static async Task<long> RevisionWithoutDraft(Run run, SubmitReportRequest filing, CancellationToken ct)
    {
        var report = await run.Server.Call(run.Server.Reports.GetReportAsync, new GetReportRequest { Unit = filing.Unit, Period = filing.Period, Scope = filing.Scope }, ct);
        return report.Draft is null ? report.Revision : throw new UsageException(run.Words[
            $"已有草稿(第 {report.Revision} 次修改)。看过之后请用 --revision {report.Revision} 覆盖,或用 fed report draft edit 改个别单元格。",
            $"there is a draft (revision {report.Revision}). Having seen it, overwrite it with --revision {report.Revision}, or change single cells with fed report draft edit."]);
    }

    private static FedCommand Edit(RunFrame frame)
    {
        var words = frame.Words;
        var of = new OneReport(words);
        var cells = new Option<string[]>("--cell") { Description = words["单元格=新内容(可多次):12、96171.6、无、/(不适用)、空为未填", "cell=what to put there (may be repeated): 12, 96171.6, 无 (nil), / (n/a), empty (blank)"], HelpName = "ID=VALUE" };
        var was = new Option<string[]>("--was") { Description = words["单元格=您看到的原内容;与现有不符即报冲突", "cell=what you saw there; a conflict when it is something else"], HelpName = "ID=VALUE" };
        var texts = new Option<string[]>("--text") { Description = words["章节=新文字(可多次),例如 s1=…", "section=text (may be repeated), for example s1=..."], HelpName = "ID=TEXT" };
        var command = of.In(
            new FedCommand(
                "edit", words["改草稿的个别单元格或章节", "change single cells or sections of the draft"],
                "fed report draft edit 500151 annual-2025 --cell t3.new.natural=12", "fed report draft edit 500151 annual-2025 --cell t3.new.natural=12 --was t3.new.natural=10"),
            cells, was, texts);
        command.Does(frame, async (run, parsed, ct) =>
        {
            var asked = of.Of(parsed);
            var seen = (parsed.GetValue(was) ?? []).Select(p => Reasons.Pair(p, "--was", words)).ToLookup(p => p.Name, p => p.Value);
            var now = await run.Server.Call(run.Server.Reports.GetReportAsync, asked, ct);
            var request = new EditDraftRequest { Unit = asked.Unit, Period = asked.Period, Scope = asked.Scope, RequestId = SharedArguments.NewRequestId() };
            request.Cells.AddRange((parsed.GetValue(cells) ?? []).Select(p => Reasons.Pair(p, "--cell", words))
                .Select(p => new CellEdit { Cell = p.Name, Was = seen[p.Name].LastOrDefault() ?? Written(now.Draft, p.Name), Now = p.Value }));
            request.Texts.AddRange((parsed.GetValue(texts) ?? []).Select(p => Reasons.Pair(p, "--text", words))
                .Select(p => new TextEdit { Section = p.Name, Was = seen[p.Name].LastOrDefault() ?? now.DraftTexts.GetValueOrDefault(p.Name, ""), Now = p.Value }));
            if (request.Cells.Count + request.Texts.Count == 0)
                throw new UsageException(words["请用 --cell 或 --text 写明要改什么", "say what to change, with --cell or --text"]);
            var receipt = await run.Server.Call(run.Server.Reports.EditDraftAsync, request, ct);
            if (!run.Json)
                WriteEdits(run, request);
            await ReceiptText.Write(run, receipt, ct);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void WriteEdits(Run run, EditDraftRequest request)
    {
        string Shown(string value) => value.Length > 0 ? value : run.Words["未填", "blank"];
        foreach (var cell in request.Cells)
            run.Out.Line($"{cell.Cell}:{Shown(cell.Was)} → {Shown(cell.Now)}");
        foreach (var text in request.Texts)
            run.Out.Line($"{text.Section}:{text.Was.Length} → {text.Now.Length} {run.Words["字", "characters"]}");
    }

    // What stands in a cell, as an editor writes it.
    private static string Written(Figures? draft, string cell) =>
        draft is null ? ""
        : draft.Counts.TryGetValue(cell, out var count) ? count.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : draft.Amounts.TryGetValue(cell, out var amount) ? amount
        : draft.NotApplicable.Contains(cell) ? "/"
        : draft.Unlisted == Figures.Types.Unlisted.Nil ? "无" : "";
}
