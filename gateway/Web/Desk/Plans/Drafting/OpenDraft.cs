using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.WorkPoints;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Plans.Drafting;

/// <summary>A draft that an officer works on.</summary>
/// <param name="Call">Who.</param>
/// <param name="Id">Of which plan.</param>
/// <param name="IssuerName">Name of its issuer.</param>
/// <param name="Draft">As it stands; blank when there is none yet.</param>
/// <param name="Revision">Acts recorded on the plan: a save says which it began with.</param>
/// <param name="Version">Version in force; 0: none.</param>
/// <param name="IsKept">False: nothing newer than what is in force was kept.</param>
/// <param name="Preview">Who would receive it; null while nothing was kept.</param>
/// <param name="Findings">What keeps it from being issued, and what else was found.</param>
public sealed record OpenDraft(
    DeskCall Call, PlanId Id, string IssuerName, PlanDraft Draft, long Revision, int Version, bool IsKept, PlanPreview? Preview, ImmutableArray<Finding> Findings)
{
    /// <summary>Address of its page, or of an act on it.</summary>
    public string At(string act = "") => OpenPlan.AddressOf(Id, act.Length == 0 ? "draft" : $"draft/{act}");

    /// <summary>What was found about one clause, its place without the clause.</summary>
    public IEnumerable<Finding> FindingsOf(int point) => Findings.Where(f => f.Where.StartsWith($"points[{point}]", StringComparison.Ordinal));

    /// <summary>What was found about its head.</summary>
    public IEnumerable<Finding> HeadFindings => Findings.Where(f => !f.Where.StartsWith("points[", StringComparison.Ordinal));
}

/// <summary>Finds drafts for those who may write them.</summary>
internal sealed class DraftReader(PlanReader reader, IDivisions divisions)
{
    public DivisionTree Tree => divisions.Today;

    public IWorkPlanGrain Grain(PlanId id) => reader.Grain(id);

    public async Task<(OpenDraft? Draft, IResult? Problem)> Find(HttpContext http, string unit, int year, int number)
    {
        var call = DeskCall.Of(http);
        if (PlanReader.IdOf(unit, year, number) is not { } id || divisions.Today.Find(id.Issuer) is not { } issuer)
            return (null, Pages.Problems.NotFound(call.Frame, [DeskRules.NoPlan.At("plan")]));
        if (Permissions.Check(call.By, Permission.IssuePlans, id.Issuer, divisions.Today) is { } denied)
            return (null, call.Refused([denied]));
        var view = await Grain(id).Get();
        if (view?.WithdrawnFor is not null)
            return (null, call.Refused([WorkPlanRules.Withdrawn.At("plan")]));
        var draft = view?.Draft ?? view?.Content ?? new PlanDraft("", "", null, "", [], [new DirectlyBelow()], CascadeMode.Straight, 5);
        var preview = view is null ? null : await Grain(id).Preview(new PreviewPlan(call.By, draft, null));
        return (new OpenDraft(call, id, issuer.Name, draft, view?.Revision ?? 0, view?.Version ?? 0, view?.Draft is not null, preview?.Value, preview?.Findings ?? []), null);
    }

    public Task<Reply<PlanView>> Save(OpenDraft open, PlanDraft draft, IFormCollection form, string act)
    {
        var began = long.TryParse(form["revision"], out var revision) && revision >= 0 ? revision : open.Revision;
        return Grain(open.Id).SaveDraft(new SavePlanDraft(RequestIds.Of(form, act), open.Call.By, draft, began));
    }
}
