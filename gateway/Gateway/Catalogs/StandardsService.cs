using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;
using ConflictDecision = Federation.Domain.Catalogs.Standards.ConflictDecision;
using Finding = Federation.Domain.Findings.Finding;
using StandardItem = Federation.Domain.Catalogs.Standards.StandardItem;

namespace Federation.Gateway.Catalogs;

/// <summary>federation.v1.Standards: acts on standards.</summary>
public sealed partial class StandardsService(IGrainFactory grains, IStandardReads standards, IGapLists gaps, IDivisions divisions, Requests requests) : Standards.StandardsBase
{
    /// <inheritdoc />
    public override async Task<StandardDraft> EditStandard(EditStandardRequest request, ServerCallContext context)
    {
        var unit = Own(request.Unit, context);
        List<Finding> findings = [];
        ImmutableArray<StandardItem> put = [.. request.Put.Select(i => StandardMapping.Read(i, findings))];
        ImmutableArray<string> remove = [.. request.Remove];
        if (request.Csv.Length > 0)
        {
            var (items, found) = StandardCsv.Read(new StringReader(request.Csv));
            findings.AddRange(found);
            put = put.AddRange(items);
        }
        Requests.Refuse(findings);
        var expected = request.HasExpectedRevision ? request.ExpectedRevision : -1;
        if (request.Replace)
        {
            var before = await Grain(unit).Get();
            expected = expected < 0 ? before.Revision : expected; // what is left out was left out of what was there
            remove = [.. remove, .. before.Items.Select(i => i.Id).Except(put.Select(i => i.Id)).Except(remove)];
        }
        return await Reply(unit, Grain(unit).Edit(new EditStandard(Requests.RequestId(request.RequestId), context.Subject(), request.Title.Trim(), request.Basis.Trim(), put, remove, expected)), context);
    }

    /// <inheritdoc />
    public override Task<StandardDraft> PublishStandard(ActOnStandardRequest request, ServerCallContext context) =>
        Act(request, context, (grain, message) => grain.Publish(message));

    /// <inheritdoc />
    public override Task<StandardDraft> SyncStandard(ActOnStandardRequest request, ServerCallContext context) => Act(request, context, (grain, message) => grain.Sync(message));

    /// <inheritdoc />
    public override async Task<StandardDraft> DecideConflicts(DecideConflictsRequest request, ServerCallContext context)
    {
        var unit = Own(request.Unit, context);
        List<Finding> findings = [];
        ImmutableArray<ConflictDecision> decisions = [.. request.Decisions.Select((d, i) => Read(d, i, findings))];
        Requests.Refuse(findings);
        return await Reply(unit, Grain(unit).Decide(new DecideConflicts(Requests.RequestId(request.RequestId), context.Subject(), decisions)), context);
    }

    /// <inheritdoc />
    public override async Task<StandardDraft> SetItemAside(SetItemAsideRequest request, ServerCallContext context)
    {
        var unit = Own(request.Unit, context, Permission.SetCatalogs);
        return await Reply(unit, Grain(unit).SetAside(new SetItemAside(Requests.RequestId(request.RequestId), context.Subject(), request.Item, request.Reason)), context);
    }

    private async Task<StandardDraft> Act(ActOnStandardRequest request, ServerCallContext context, Func<IStandardGrain, ActOnStandard, Task<Reply<StandardView>>> act)
    {
        var unit = Own(request.Unit, context);
        return await Reply(unit, act(Grain(unit), new ActOnStandard(Requests.RequestId(request.RequestId), context.Subject())), context);
    }

    // Who may, before what is wrong.
    private UnitId Own(string text, ServerCallContext context, Permission permission = Permission.KeepStandards)
    {
        var unit = requests.Unit(text);
        requests.Demand(context.Subject(), permission, unit);
        return unit;
    }

    private async Task<StandardDraft> Reply(UnitId unit, Task<Reply<StandardView>> act, ServerCallContext context)
    {
        var reply = await act;
        return await Draft(unit, reply.OrThrow(), reply.Findings, context.CancellationToken);
    }

    private async Task<StandardDraft> Draft(UnitId unit, StandardView view, ImmutableArray<Finding> findings, CancellationToken ct) =>
        StandardMapping.ToProto(view, unit, divisions.Today, view.Syncing is { } syncing ? await standards.Standard(syncing, ct) : null, findings);

    private static ConflictDecision Read(V1.ConflictDecision decision, int at, List<Finding> findings)
    {
        if (decision.Choice is not (V1.ConflictDecision.Types.Choice.Theirs or V1.ConflictDecision.Types.Choice.Ours))
        {
            findings.Add(GatewayRules.UnknownChoice.At(
                string.Create(CultureInfo.InvariantCulture, $"decisions[{at}].choice"), "须写明采纳上级或保留本地", "say whether to take theirs or to keep ours"));
        }
        return new(decision.Place, decision.Choice == V1.ConflictDecision.Types.Choice.Theirs ? ConflictChoice.Theirs : ConflictChoice.Ours, decision.Reason.Trim());
    }

    private IStandardGrain Grain(UnitId unit) => grains.GetGrain<IStandardGrain>(GrainKeys.Standard(unit));
}
