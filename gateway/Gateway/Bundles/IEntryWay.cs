using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Findings;

namespace Federation.Gateway.Bundles;

/// <summary>How entries of a file get in.</summary>
internal interface IEntryWay
{
    /// <summary>Sends changes, or asks what would come of them.</summary>
    Task<SentEntries> Send(ImmutableArray<EntryChange> changes);
}

/// <summary>What became of a batch.</summary>
/// <param name="Results">Each entry's.</param>
/// <param name="Hold">Number under which removals wait for a second person; 0: none.</param>
/// <param name="Refusal">Why the whole batch was refused; empty: it was not.</param>
internal sealed record SentEntries(ImmutableArray<EntryResult> Results, int Hold, ImmutableArray<Finding> Refusal);

/// <summary>A system's entries: reviewed and public where they come from, they go into the catalog at once.</summary>
internal sealed class PushedEntries(ICatalogGrain catalog, Subject by, string origin, string requestId, bool record) : IEntryWay
{
    private int batches;

    /// <inheritdoc />
    public async Task<SentEntries> Send(ImmutableArray<EntryChange> changes)
    {
        var id = Requests.RequestIdOf(requestId, (++batches).ToString(CultureInfo.InvariantCulture));
        var reply = await catalog.Push(new PushEntries(id, by, origin, "", changes, [], DryRun: !record));
        return reply.Value is { } receipt ? new(receipt.Results, receipt.Hold, []) : new([], 0, reply.Findings);
    }
}
