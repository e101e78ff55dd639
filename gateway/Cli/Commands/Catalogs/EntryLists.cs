using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands.Catalogs;

/// <summary>fed entry work, withheld, limits: what waits, what is withheld, what is to be public by when.</summary>
internal static class EntryLists
{
    public static FedCommand Work(RunFrame frame)
    {
        var (unit, mine) = (SharedArguments.Unit(frame.Words), new Option<bool>("--mine") { Description = frame.Words["只列本人可办的", "only what you may do"] });
        var command = new FedCommand("work", frame.Words["待办:起草、审查、撤回、复核、时效", "what waits: writing, review, withdrawals, looks, validities"], "fed entry work 330110 --mine") { unit, mine };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var all = new ListEntryWorkResponse();
            var request = new ListEntryWorkRequest { Unit = parsed.GetValue(unit), Mine = parsed.GetValue(mine) };
            do
            {
                var page = await run.Server.Call(run.Server.Entries.ListEntryWorkAsync, request, ct);
                all.Drafts.AddRange(page.Drafts);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            run.Show(all, () => EntryText.Work(run, all.Drafts));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand Withheld(RunFrame frame)
    {
        var unit = SharedArguments.Unit(frame.Words);
        var command = new FedCommand("withheld", frame.Words["不予公开登记:理由、依据、复核日期", "the register of what is withheld: reason, basis, next look"], "fed entry withheld 330110") { unit };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var all = new ListEntryWorkResponse();
            var request = new ListWithheldRequest { Unit = parsed.GetValue(unit) };
            do
            {
                var page = await run.Server.Call(run.Server.Entries.ListWithheldAsync, request, ct);
                all.Drafts.AddRange(page.Drafts);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            run.Show(all, () => EntryText.Withheld(run, all.Drafts));
            return ExitCodes.Ok;
        });
        return command;
    }

    public static FedCommand Limits(RunFrame frame)
    {
        var (unit, below) = (SharedArguments.Unit(frame.Words), new Option<bool>("--below") { Description = frame.Words["并列下级各单位超期件数", "with the number of breaches of every unit below"] });
        var command = new FedCommand("limits", frame.Words["公开时限:将到期、已超期的条目", "limits: entries running out of time, and those that did"], "fed entry limits 330110", "fed entry limits 330000 --below") { unit, below };
        command.Does(frame, async (run, parsed, ct) =>
        {
            ListLimitsResponse? all = null;
            var request = new ListLimitsRequest { Unit = parsed.GetValue(unit), Below = parsed.GetValue(below) };
            do
            {
                var page = await run.Server.Call(run.Server.Entries.ListLimitsAsync, request, ct);
                if (all is null)
                    all = page;
                else
                    all.Drafts.AddRange(page.Drafts);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            all.NextPageToken = "";
            run.Show(all, () => EntryText.Limits(run, all));
            return ExitCodes.Ok;
        });
        return command;
    }
}
