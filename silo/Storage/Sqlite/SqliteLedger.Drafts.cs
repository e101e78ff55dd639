using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Storage.Sqlite.Reading;

namespace Federation.Storage.Sqlite;

public sealed partial class SqliteLedger : IReviewReads
{
    /// <inheritdoc />
    public ValueTask<ImmutableArray<DraftRow>> DraftsOf(UnitId unit, ImmutableArray<EntryId> entries, CancellationToken ct) => readers.Read(reader => DraftReads.Rows(reader, unit, entries), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DraftRow>> Work(UnitId unit, DraftPlace? after, int limit, CancellationToken ct) => readers.Read(reader => DraftReads.Work(reader, unit, after, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DraftRow>> Withheld(UnitId unit, DraftPlace? after, int limit, CancellationToken ct) => readers.Read(reader => DraftReads.Withheld(reader, unit, after, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DraftRow>> Limits(UnitId unit, DraftPlace? after, int limit, CancellationToken ct) => readers.Read(reader => DraftReads.Limits(reader, unit, after, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableDictionary<UnitId, int>> Breaches(CancellationToken ct) => readers.Read(DraftReads.Breaches, ct);

    /// <inheritdoc />
    public async ValueTask<(string MediaType, byte[] Bytes)?> DraftContent(Digest hash, CancellationToken ct) =>
        await readers.Read(reader => DraftReads.Content(reader, hash), ct) is { } found ? (found.Item1, found.Item2) : null;
}
