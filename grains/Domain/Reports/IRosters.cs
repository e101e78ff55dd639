namespace Federation.Domain.Reports;

/// <summary>The frozen lists of open periods, with their amendments.</summary>
public interface IRosters
{
    /// <summary>The list of a period; null when it is not open. May be some seconds behind an amendment made by another process.</summary>
    ValueTask<Roster?> Find(PeriodId period, CancellationToken ct = default);

    /// <summary>The list as it is on disk now; every later <see cref="Find"/> in this process sees it.</summary>
    ValueTask<Roster?> Renew(PeriodId period, CancellationToken ct = default) => Find(period, ct);
}
