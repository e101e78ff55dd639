using Federation.Contracts.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Peers;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Grains.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Grains.Catalogs;

/// <summary>Registers what drafts need besides their grain.</summary>
public static class ReviewServices
{
    /// <summary>The route by which a draft is woken when a last day has passed or a look is due; the catalog as a place where evidence is looked up.</summary>
    public static IServiceCollection AddEntryReview(this IServiceCollection services) => services
        .AddSingleton(new DueRoute("entry", (grains, key) => grains.GetGrain<IEntryDraftGrain>(key).Wake()))
        .AddSingleton<IEvidenceLookup, CatalogEvidence>().AddSingleton<DraftLists>().AddSingleton<PeerReads>();
}

/// <summary>公开事项 as evidence: an entry of the unit's own catalog, named by its id.</summary>
public sealed class CatalogEvidence(ICatalogReads catalogs) : IEvidenceLookup
{
    /// <inheritdoc />
    public EvidenceKind Kind => EvidenceKind.CatalogEntry;

    /// <inheritdoc />
    public async ValueTask<bool> Holds(UnitId unit, string reference, CancellationToken ct) =>
        EntryId.TryParse(reference, out var id) && (await catalogs.Rows(unit, [id], ct)).Any(r => !r.Removed);
}
