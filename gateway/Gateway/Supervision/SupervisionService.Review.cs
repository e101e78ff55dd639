using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.Gateway.Reports;
using Federation.V1;
using Grpc.Core;
using Finding = Federation.Domain.Findings.Finding;
using ReportState = Federation.Domain.Reports.ReportState;

namespace Federation.Gateway.Supervision;

/// <summary>federation.v1.Supervision: many reviews at once, with a look at every blocker before.</summary>
public sealed partial class SupervisionService
{
    /// <inheritdoc />
    public override async Task ReviewSubtree(ReviewSubtreeRequest request, IServerStreamWriter<ActOnUnit> responseStream, ServerCallContext context)
    {
        var (roster, top) = await Place(request.Unit, request.Period, Permission.ReadReports, context);
        Requests.Refuse([.. Faults(request, roster)]);
        var units = request.Units.Count > 0 ? Named(roster, top, request.Units) : request.Act == ReviewSubtreeRequest.Types.Act.Approve
                ? await MissingBelow(roster, top, top.Ord, request.Subtree, int.MaxValue, context.CancellationToken)
                : await Unreviewed(roster, top, request.Subtree, context.CancellationToken);
        var acting = !request.Preview;
        if (acting && request.AllOrNothing)
        {
            // every blocker is sought before the first act; an act that is refused after that (somebody else was faster) is told with its unit
            foreach (var group in units.Chunk(AtOnce))
                acting &= (await Ask(group, unit => Look(unit, roster, request.Act, context.Subject()))).TrueForAll(l => l.Blockers.Count == 0);
        }
        foreach (var group in units.Chunk(AtOnce))
        {
            foreach (var act in await Ask(group, unit => Review(unit, roster, request, acting, context.Subject())))
                await responseStream.WriteAsync(act, context.CancellationToken);
        }
    }

    // What is wrong whatever the bodies are like: told before any is looked at.
    private static IEnumerable<Finding> Faults(ReviewSubtreeRequest request, Roster roster)
    {
        if (request.Act == ReviewSubtreeRequest.Types.Act.Unspecified || !Enum.IsDefined(request.Act))
            yield return GatewayRules.NoAct.At("act");
        if (request.Act != ReviewSubtreeRequest.Types.Act.Return)
            yield break;
        if (request.Reasons.Count == 0 || request.Reasons.Any(r => string.IsNullOrWhiteSpace(r.Text)))
            yield return ReportRules.NoReason.At("reasons");
        foreach (var reason in request.Reasons.Where(r => r.Cell.Length > 0 && roster.Form.Find(r.Cell) is null))
            yield return ReportRules.UnknownCell.At(reason.Cell);
    }

    private async Task<List<RosterRow>> Unreviewed(Roster roster, RosterRow top, bool subtree, CancellationToken ct)
    {
        var found = new List<RosterRow>();
        for (var after = top.Ord; await readModels.Filings(roster.Period.ToString(), after, top.Last, 1000, ct) is { IsEmpty: false } page; after = page[^1].Unit.Ord)
            found.AddRange(page.Where(p => p.Filing is { Filed: > 0, Accepted: 0 } && (subtree || p.Unit.Parent == top.Ord)).Select(p => p.Unit));
        return found;
    }

    private async Task<ActOnUnit> Review(RosterRow unit, Roster roster, ReviewSubtreeRequest request, bool acting, Subject by)
    {
        var look = await Look(unit, roster, request.Act, by);
        if (!acting || look.Blockers.Count > 0)
            return look;
        var (grain, key) = (Grain(unit.Unit, roster.Period), KeyOf(request.RequestId, unit));
        var reply = request.Act switch
        {
            ReviewSubtreeRequest.Types.Act.Accept => await grain.Accept(new AcceptReport(key, by, look.Version)),
            ReviewSubtreeRequest.Types.Act.Approve => await grain.Approve(new ApproveReport(key, by, look.Version, Requests.Hash(look.ContentHash))),
            _ => await grain.Return(new ReturnReport(key, by, look.Version, [.. request.Reasons.Select(r => new Domain.Reports.ReturnReason(r.Cell, r.Text))])),
        };
        look.Done = reply.Value is not null;
        if (reply.Value is { } receipt)
            look.State = ReportMapping.ToProto(receipt.State);
        else
            look.Blockers.AddRange(reply.Findings.Select(Refusals.ToProto));
        return look;
    }

    private async Task<ActOnUnit> Look(RosterRow unit, Roster roster, ReviewSubtreeRequest.Types.Act meant, Subject by)
    {
        var reply = await Grain(unit.Unit, roster.Period).Get(by);
        var act = new ActOnUnit { Unit = unit.Unit.Value, Name = unit.Name };
        if (reply.Value is not { } view)
        {
            act.Blockers.AddRange(reply.Findings.Select(Refusals.ToProto));
            return act;
        }
        act.State = ReportMapping.ToProto(view.State);
        var shown = meant == ReviewSubtreeRequest.Types.Act.Approve ? view.Pending : view.Filed;
        act.Version = shown?.Version ?? 0;
        act.ContentHash = shown is null ? "" : ReportMapping.Hex(shown.ContentHash.AsSpan());
        act.Blockers.AddRange((meant == ReviewSubtreeRequest.Types.Act.Approve ? Unapprovable(view, unit, by) : Blockers(view, unit, by)).Select(Refusals.ToProto));
        act.Notes.AddRange(view.Findings.Where(f => !f.Blocks).Select(Refusals.ToProto));
        if (shown is { } filed)
            act.Headlines.AddRange(roster.Form.Headlines.Select(h => new Headline { Id = h.Id, Label = h.Label, Value = h.Cells.Sum(c => filed.Content.Figures[c].Value) }));
        return act;
    }

    private IEnumerable<Finding> Unapprovable(ReportView view, RosterRow unit, Subject by)
    {
        if (requests.Denied(by, Permission.ApproveReports, unit.Unit, view.Period) is { } denied)
            yield return denied;
        if (view.Pending is not { } pending)
            yield return ReportRules.NothingSubmitted.At("");
        else if (Domain.Reports.ReportAct.SamePerson(pending.Author, by.Actor))
            yield return ReportRules.OwnApproval.At("");
    }

    private IEnumerable<Finding> Blockers(ReportView view, RosterRow unit, Subject by)
    {
        if (requests.Denied(by, Permission.ReviewReports, unit.Unit, view.Period) is { } denied)
            yield return denied;
        if (view.Filed is not { } filed)
            yield return ReportRules.NothingFiled.At("");
        else if (view.State != ReportState.Sealed)
            yield return ReportRules.AlreadyAccepted.At("");
        else if (Domain.Reports.ReportAct.SamePerson(filed.By, by.Actor) || Domain.Reports.ReportAct.SamePerson(filed.Author, by.Actor))
            yield return ReportRules.OwnReview.At("");
    }
}
