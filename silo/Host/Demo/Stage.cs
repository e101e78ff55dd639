using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.V1;
using Grpc.Core;
using Grpc.Net.Client;
using ReportScope = Federation.V1.ReportScope;

namespace Federation.Host.Demo;

/// <summary>What the scenes of the demonstration share: the public interface, the people who act, and what was sent.</summary>
internal sealed class Stage(GrpcChannel channel, SubjectTokens tokens, DivisionTree tree, PeriodId period, Cast cast, SentFilings sent)
{
    public Reports.ReportsClient Reports { get; } = new(channel);

    public Supervision.SupervisionClient Supervision { get; } = new(channel);

    public Exchange.ExchangeClient Exchange { get; } = new(channel);

    public WorkPlans.WorkPlansClient WorkPlans { get; } = new(channel);

    public Notices.NoticesClient Notices { get; } = new(channel);

    public Obligations.ObligationsClient Obligations { get; } = new(channel);

    public Cast Cast => cast;

    public SentFilings Sent => sent;

    public string Period { get; } = period.ToString();

    /// <summary>Headers of somebody of a unit.</summary>
    public Metadata As(string person, UnitId unit, params Role[] roles) =>
        new() { { "authorization", "Bearer " + tokens.Issue(new Subject(person, unit, [.. roles]), TimeSpan.FromHours(1)) } };

    public Metadata Clerk(UnitId unit) => As("clerk", unit, Role.Clerk);

    public Metadata Leader(UnitId unit) => As("leader", unit, Role.Approver);

    public Metadata Reviewer(UnitId unit) => As("reviewer", unit, Role.Reviewer);

    /// <summary>Territories directly below a unit, in order of the tree.</summary>
    public List<UnitId> TerritoriesBelow(UnitId unit) =>
        tree.TryFind(unit, out var order) ? [.. tree.ChildrenOf(order).Where(o => tree[o].Kind == Domain.Divisions.UnitKind.Territory).Select(o => tree[o].Id)] : [];

    public string NameOf(UnitId unit) => tree.Find(unit)!.Name;

    /// <summary>The county's total and every one above it that the story looks at, from the nearest up; the nation is left out.</summary>
    public IEnumerable<UnitId> TerritoriesAbove(UnitId unit)
    {
        tree.TryFind(unit, out var order);
        for (order = tree.ParentOf(order); order > 0; order = tree.ParentOf(order))
            yield return tree[order].Id;
    }

    /// <summary>A clerk hands in what stands for the unit, and its leader seals it.</summary>
    /// <returns>Receipt of the seal.</returns>
    public Task<Receipt> File(UnitId unit, long after, string correction = "")
    {
        var request = Surge.RequestOf(sent[unit], period);
        (request.ExpectedVersion, request.Correction, request.RequestId) = (after, correction, $"{request.RequestId}-{after + 1}");
        return File(request, unit);
    }

    /// <inheritdoc cref="File(UnitId, long, string)"/>
    public async Task<Receipt> File(SubmitReportRequest request, UnitId unit)
    {
        var handedIn = await Reports.SubmitReportAsync(request, Clerk(unit));
        var approval = Surge.ApprovalOf(handedIn);
        approval.Scope = request.Scope;
        approval.RequestId += request.Scope == ReportScope.Whole ? "-whole" : "";
        return await Reports.ApproveReportAsync(approval, Leader(unit));
    }

    public async Task<V1.Report> Read(UnitId unit, ReportScope scope = ReportScope.Own) =>
        await Reports.GetReportAsync(new GetReportRequest { Unit = unit.Value, Period = Period, Scope = scope }, Reviewer(cast.Superior));

    /// <inheritdoc cref="NationWatch.Until"/>
    public Task<CoverageResponse> NationShows(Func<Coverage, bool> shows, CancellationToken ct) =>
        NationWatch.Until(Reports, As("admin", UnitId.Nation, Role.Reader), period, shows, ct);
}
