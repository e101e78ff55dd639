using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Reading;

namespace Federation.Storage.Sqlite;

public sealed partial class SqliteLedger
{
    /// <inheritdoc />
    public ValueTask<ImmutableArray<Unit>> Units(CancellationToken ct) => readers.Read(TreeReads.Units, ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<PeriodRow>> Periods(CancellationToken ct) => readers.Read(TreeReads.Periods, ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<RosterRow>> Roster(string period, CancellationToken ct) =>
        readers.Read(reader => TreeReads.Roster(reader, period), ct);

    /// <inheritdoc />
    public ValueTask<ContributionRow?> Contribution(UnitId unit, ContributionScope scope, string period, CancellationToken ct) =>
        readers.Read(reader => ContributionReads.Find(reader, unit, scope, period), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<ContributionRow>> Parts(string period, UnitId rollsInto, CancellationToken ct) =>
        readers.Read(reader => ContributionReads.Parts(reader, period, rollsInto), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<ContributionRow>> FilingsOf(UnitId unit, CancellationToken ct) =>
        readers.Read(reader => ContributionReads.FilingsOf(reader, unit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(RosterRow Unit, ContributionRow Filing)>> Filings(
        string period, int after, int last, int limit, CancellationToken ct) =>
        readers.Read(reader => ContributionReads.Filings(reader, period, after, last, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(RosterRow Unit, ContributionRow? Returned)>> Missing(
        string period, int after, int last, int limit, CancellationToken ct) =>
        readers.Read(reader => ContributionReads.Missing(reader, period, after, last, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DueRow>> Due(DateTimeOffset from, DateTimeOffset until, DueRow? after, int limit, CancellationToken ct) =>
        readers.Read(reader => DueReads.Page(reader, from, until, after, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DueRow>> DueOf(string reference, CancellationToken ct) => readers.Read(reader => DueReads.Of(reader, reference), ct);
}
