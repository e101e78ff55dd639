using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Notices;
using Federation.Contracts.WorkPoints;
using Federation.Documents.Notices;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Notices;
using Federation.Domain.Notices.Naming;
using Federation.Domain.WorkPoints;
using Federation.Domain.WorkPoints.Drafting;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.Notices;

/// <summary>Reads notices for issuers and keeps what their names mean.</summary>
public sealed class NoticeDesk(IGrainFactory grains, IPlanReads plans, IDivisions divisions) : INoticeDesk
{
    private const int MostPlans = 200; // of one issuer, the newest

    /// <inheritdoc />
    public async Task<BodyResolver> Resolver(UnitId issuer, DivisionTree tree)
    {
        var choices = await Grain(issuer).Get();
        return new BodyResolver(tree, issuer, choices.All.ToDictionary(c => c.Name, c => c.Units));
    }

    /// <inheritdoc />
    public async Task<NoticeDrafted> Draft(UnitId issuer, string fileName, byte[] content, DraftingChoices choices)
    {
        var file = NoticeFile.Read(fileName, content);
        if (file.Text is null)
            return new NoticeDrafted(null, null, [], file.Findings);
        var notice = NoticeReader.Read(file.Text);
        var names = await Resolver(issuer, divisions.Today);
        var (draft, notes) = NoticeDrafting.Of(notice, names, choices);
        return new NoticeDrafted(notice, draft, names.Resolve(notice), notes);
    }

    /// <inheritdoc />
    public async Task<NameWorklist> Names(UnitId issuer, CancellationToken ct)
    {
        var chosen = await Grain(issuer).Get();
        var known = chosen.All.Select(c => c.Name).ToHashSet();
        var views = await Plans(issuer, ct);
        var resolver = await Resolver(issuer, divisions.Today);
        return new NameWorklist(
            [
                .. OpenNames.Of(views.Where(v => v.WithdrawnFor is null).Select(v => (v.Plan, v.Draft ?? v.Content!))).Where(n => !known.Contains(n.Name))
                    .Select(n => new NameToChoose(n.Name, n.Clauses, resolver.Resolve(n.Name) is var r && r.Way == NamingWay.Open ? r.Candidates : r.Units)),
            ],
            [.. chosen.All.Select(c => new NameAlreadyChosen(c.Name, c.Units, c.By, c.At))], []);
    }

    /// <inheritdoc />
    public async Task<(NameWorklist? Names, ImmutableArray<Finding> Findings)> Choose(
        Subject by, UnitId issuer, string name, ImmutableArray<UnitId> units, string requestId, CancellationToken ct)
    {
        var reply = await Grain(issuer).Choose(new ChooseBodyName(requestId, by, name, units));
        if (reply.Refused)
            return (null, reply.Findings);
        var filled = ImmutableArray.CreateBuilder<PlanId>();
        foreach (var view in await Plans(issuer, ct))
        {
            if (view.Draft is not { } draft || OpenNames.Fill(draft, name.Trim(), units, issuer) is var full && full.SameAs(draft))
                continue;
            var saved = await grains.GetGrain<IWorkPlanGrain>(GrainKeys.Plan(view.Plan)).SaveDraft(new SavePlanDraft("", by, full, view.Revision));
            if (!saved.Refused)
                filled.Add(view.Plan); // somebody else who saved it meanwhile keeps their draft
        }
        return (await Names(issuer, ct) with { Filled = filled.ToImmutable() }, []);
    }

    /// <inheritdoc />
    public async Task<(NameWorklist? Names, ImmutableArray<Finding> Findings)> Withdraw(Subject by, UnitId issuer, string name, string requestId, CancellationToken ct)
    {
        var reply = await Grain(issuer).Withdraw(new WithdrawBodyName(requestId, by, name));
        return reply.Refused ? (null, reply.Findings) : (await Names(issuer, ct), []);
    }

    private async Task<List<PlanView>> Plans(UnitId issuer, CancellationToken ct)
    {
        var views = new List<PlanView>();
        foreach (var row in await plans.Plans(issuer, null, MostPlans, ct))
        {
            if (await grains.GetGrain<IWorkPlanGrain>(GrainKeys.Plan(row.Plan)).Get() is { } view && (view.Draft ?? view.Content) is not null)
                views.Add(view);
        }
        return views;
    }

    private IBodyNamesGrain Grain(UnitId issuer) => grains.GetGrain<IBodyNamesGrain>(GrainKeys.BodyNames(issuer));
}
