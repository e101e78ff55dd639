namespace Federation.Domain.Reports;

/// <summary>The frozen lists of open periods.</summary>
public interface IRosters
{
    /// <summary>The list of a period; null when it is not open.</summary>
    ValueTask<Roster?> Find(PeriodId period, CancellationToken ct = default);
}
