using System.CommandLine;
using Federation.Cli.Files;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed entry: entries before they are public.</summary>
internal static class EntryCommand
{
    public static Command Build(RunFrame frame) => new FedCommand(
        "entry", frame.Words["公开审查:起草、送审、通过、退回、不予公开、撤回、时限", "entries before they are public: write, hand in, pass, return, withhold, withdraw, limits"],
        "fed entry save 330110 entry.json", "fed entry work 330110 --mine", "fed entry pass 330110 2026-17")
    {
        Save(frame), HandIn(frame), Show(frame), Pass(frame), EntryPassMany.Build(frame), Return(frame), Withhold(frame), Withdraw(frame), Validity(frame), EntryLists.Work(frame), EntryLists.Withheld(frame), EntryLists.Limits(frame),
    };

    private static Argument<string> Entry(Words words) => new("ENTRY") { Description = words["条目编号", "id of the entry"] };

    private static Option<string> Reason(Words words) => new("--reason") { Description = words["理由", "why"], HelpName = "TEXT", DefaultValueFactory = _ => "" };

    private static Option<string> Note(Words words) => new("--note") { Description = words["附言", "a remark"], HelpName = "TEXT", DefaultValueFactory = _ => "" };

    private static FedCommand Save(RunFrame frame)
    {
        var words = frame.Words;
        var (unit, file) = (SharedArguments.Unit(words), new Argument<FileInfo>("FILE") { Description = words["条目 JSON(内容见接口 Entry)", "JSON of the entry, see Entry of the interface"] });
        var body = new Option<FileInfo>("--body") { Description = words["正文文件", "file of its text"], HelpName = "FILE" };
        var attach = new Option<FileInfo[]>("--attach") { Description = words["附件(可多次)", "a file that goes with it (may be repeated)"], HelpName = "FILE" };
        var expected = new Option<long?>("--expected-version") { Description = words["您所依据的草稿版本", "version of the draft that you have read"], HelpName = "N" };
        var seen = new Option<long?>("--seen-revision") { Description = words["您所见目录中的次数;有冲突时须给", "revision in the catalog that you have read; needed after a conflict"], HelpName = "N" };
        var command = new FedCommand(
            "save", words["起草或修改条目;内容可不完整,列出送审前须改的问题", "write or change an entry; it may be incomplete: what keeps it from being handed in is told"],
            "fed entry save 330110 entry.json", "fed entry save 330110 entry.json --body 正文.txt --attach 附件.pdf") { unit, file, body, attach, expected, seen };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new SaveEntryDraftRequest { Unit = parsed.GetValue(unit), Entry = await LocalFile.Message<Entry>(parsed.GetValue(file)!, words, "条目", "an entry", ct), RequestId = SharedArguments.NewRequestId() };
            if (parsed.GetValue(body) is { } text)
                request.Entry.Body = await Add(request, text, "text/plain", words, ct);
            foreach (var one in parsed.GetValue(attach) ?? [])
                request.Entry.Attachments.Add(new Attachment { Name = one.Name, MediaType = MediaTypeOf(one), Size = one.Length, Hash = await Add(request, one, MediaTypeOf(one), words, ct) });
            if (parsed.GetValue(expected) is { } version)
                request.ExpectedVersion = version;
            if (parsed.GetValue(seen) is { } revision)
                request.SeenRevision = revision;
            return await Tell(run, await run.Server.Call(run.Server.Entries.SaveEntryDraftAsync, request, ct), ct);
        });
        return command;
    }

    private static FedCommand HandIn(RunFrame frame) => Act(
        frame, "hand-in", frame.Words["送审;未标注公开属性的即退文", "hand in; without disclosure attribute it is sent back at once"], "fed entry hand-in 330110 2026-17", [],
        (run, unit, entry, _, ct) => run.Server.Call(run.Server.Entries.HandInEntryAsync, new HandInEntryRequest { Unit = unit, Entry = entry, RequestId = SharedArguments.NewRequestId() }, ct));

    private static FedCommand Show(RunFrame frame) => Act(
        frame, "show", frame.Words["条目现状、须改的问题、全部经过;目录中另有内容的并列", "how an entry stands, what is to be mended, every act; with what the catalog holds beside it"], "fed entry show 330110 2026-17", [],
        (run, unit, entry, _, ct) => run.Server.Call(run.Server.Entries.GetEntryDraftAsync, new GetEntryDraftRequest { Unit = unit, Entry = entry }, ct), wholeLog: true);

    private static FedCommand Pass(RunFrame frame)
    {
        var (note, hash) = (Note(frame.Words), new Option<string>("--hash") { Description = frame.Words["您所审内容的哈希(默认现有内容)", "hash of the content that you have read (what is there now when absent)"], HelpName = "SHA256" });
        return Act(
            frame, "pass", frame.Words["通过所处的审查步骤,或同意撤回;不得审查本人起草的条目", "pass the step that waits, or agree to a withdrawal; never an entry of one's own"], "fed entry pass 330110 2026-17 --note 无涉密内容", [note, hash],
            async (run, unit, entry, parsed, ct) =>
            {
                var read = parsed.GetValue(hash) ?? (await run.Server.Call(run.Server.Entries.GetEntryDraftAsync, new GetEntryDraftRequest { Unit = unit, Entry = entry }, ct)).Hash;
                return await run.Server.Call(
                    run.Server.Entries.PassEntryStepAsync, new PassEntryStepRequest { Unit = unit, Entry = entry, Hash = read, Note = parsed.GetValue(note)!, RequestId = SharedArguments.NewRequestId() }, ct);
            });
    }

    private static FedCommand Return(RunFrame frame)
    {
        var (reason, field) = (Reason(frame.Words), new Option<string[]>("--field") { Description = frame.Words["须修改的字段(可多次)", "field to be mended (may be repeated)"], HelpName = "ID" });
        return Act(
            frame, "return", frame.Words["退回修改,或不同意撤回", "return it to its author, or refuse a withdrawal"], "fed entry return 330110 2026-17 --reason 成文日期有误 --field formedOn", [reason, field],
            (run, unit, entry, parsed, ct) =>
            {
                var request = new ReturnEntryRequest { Unit = unit, Entry = entry, Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId() };
                request.Fields.AddRange(parsed.GetValue(field) ?? []);
                return run.Server.Call(run.Server.Entries.ReturnEntryAsync, request, ct);
            });
    }

    private static FedCommand Withhold(RunFrame frame)
    {
        var words = frame.Words;
        var (reason, basis) = (Reason(words), new Option<string>("--basis") { Description = words["依据:条例第十四、十五或十六条", "article 14, 15 or 16 of the Regulation"], HelpName = "TEXT", DefaultValueFactory = _ => "" });
        var review = SharedArguments.Day("--review-on", words["复核日期", "day of the next look"]);
        return Act(
            frame, "withhold", words["不予公开,列入登记;或复核后继续不予公开", "withhold it, in the register; or keep what was looked at again there"],
            "fed entry withhold 330110 2026-17 --reason 内部工作流程 --basis 条例第十六条 --review-on 2027-01-15", [reason, basis, review],
            (run, unit, entry, parsed, ct) => run.Server.Call(run.Server.Entries.WithholdEntryAsync, new WithholdEntryRequest
            {
                Unit = unit, Entry = entry, Reason = parsed.GetValue(reason), Basis = parsed.GetValue(basis), ReviewOn = parsed.GetValue(review) ?? "", RequestId = SharedArguments.NewRequestId(),
            }, ct));
    }

    private static FedCommand Withdraw(RunFrame frame)
    {
        var reason = Reason(frame.Words);
        return Act(
            frame, "withdraw", frame.Words["申请撤回已公开的条目;须由另一人同意(fed entry pass)", "ask for a public entry to be withdrawn; another person agrees by fed entry pass"],
            "fed entry withdraw 330110 2026-17 --reason 误发", [reason],
            (run, unit, entry, parsed, ct) => run.Server.Call(
                run.Server.Entries.WithdrawEntryAsync, new WithdrawEntryRequest { Unit = unit, Entry = entry, Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId() }, ct));
    }

    private static FedCommand Validity(RunFrame frame)
    {
        var words = frame.Words;
        var number = new Option<int>("--number") { Description = words["第几项", "which proposal"], HelpName = "N", DefaultValueFactory = _ => 1 };
        var (refuse, reason) = (new Option<bool>("--refuse") { Description = words["不采纳", "do not take it over"] }, Reason(words));
        return Act(
            frame, "validity", words["核定时效:采纳即起草变更,不采纳须写明理由", "decide on a validity: taking it over writes the change, refusing needs a reason"], "fed entry validity 330110 2019-3 --number 1", [number, refuse, reason],
            (run, unit, entry, parsed, ct) => run.Server.Call(run.Server.Entries.DecideEntryValidityAsync, new DecideEntryValidityRequest
            {
                Unit = unit, Entry = entry, Number = parsed.GetValue(number), Accept = !parsed.GetValue(refuse), Reason = parsed.GetValue(reason), RequestId = SharedArguments.NewRequestId(),
            }, ct));
    }

    private static FedCommand Act(
        RunFrame frame, string name, string description, string example, Option[] options, Func<Run, string, string, ParseResult, CancellationToken, Task<EntryDraft>> act, bool wholeLog = false)
    {
        var (unit, entry) = (SharedArguments.Unit(frame.Words), Entry(frame.Words));
        var command = new FedCommand(name, description, example) { unit, entry };
        foreach (var option in options)
            command.Options.Add(option);
        command.Does(frame, async (run, parsed, ct) => await Tell(run, await act(run, parsed.GetValue(unit)!, parsed.GetValue(entry)!, parsed, ct), ct, wholeLog));
        return command;
    }

    private static async Task<int> Tell(Run run, EntryDraft draft, CancellationToken ct, bool wholeLog = false)
    {
        run.Show(draft, () => EntryText.Write(run, draft, wholeLog));
        if (!run.Json && draft.Findings.Count > 0)
            await FindingTable.Write(run, run.Out, draft.Findings, ct);
        return ExitCodes.Ok;
    }

    private static async Task<string> Add(SaveEntryDraftRequest request, FileInfo file, string mediaType, Words words, CancellationToken ct)
    {
        var bytes = await LocalFile.Content(file.FullName, words, ct, file.Name);
        request.Contents.Add(new Content { MediaType = mediaType, Bytes = bytes });
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.Span));
    }

    private static string MediaTypeOf(FileInfo file) => file.Extension.ToLowerInvariant() switch
    {
        ".pdf" => "application/pdf",
        ".txt" => "text/plain",
        ".html" or ".htm" => "text/html",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        _ => "application/octet-stream",
    };
}
