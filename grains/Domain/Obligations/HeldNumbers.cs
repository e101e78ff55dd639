using Federation.Domain.Time;

namespace Federation.Domain.Obligations;

/// <summary>系统代填: a number that the system holds answers the duty that asks for it, and nobody fills it in.</summary>
public static class HeldNumbers
{
    private const int LooksAfterEnd = 90; // days: by then the reports of the year are in, or the duty is late for good

    /// <summary>Where the system holds what the duty measures; null when it does not, or when it is no number that is measured.</summary>
    public static HeldSource? SourceOf(DutyRecord record) => record.Measure is RatioBound or CountPerPeriod
        ? record.Duty.Asks.Select(a => HeldSource.TryParse(a.Source, out var source) ? source : null).FirstOrDefault(s => s is not null)
        : null;

    /// <summary>The evidence that a figure of a sealed report is. It speaks for the last day of the report, or for the nearest on which the duty binds.</summary>
    /// <param name="record">The duty.</param>
    /// <param name="source">Where the figure stands.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="now">The moment.</param>
    /// <returns>Null while the duty does not bind yet, and for a share that is none.</returns>
    public static EvidenceItem? Answer(DutyRecord record, HeldSource source, decimal figure, DateTimeOffset now)
    {
        if (BeijingTime.DateOf(now) < record.Starts || (record.Measure is RatioBound && figure is < 0 or > 1))
            return null;
        var day = source.Period.LastDay < record.Starts ? record.Starts : source.Period.LastDay > record.Ends ? record.Ends : source.Period.LastDay;
        var at = BeijingTime.EndOf(day);
        return new(EvidenceKind.ReportCell, source.Reference, at > now ? now : at, null, null, figure, "");
    }

    /// <summary>True when the newest that the report said is in the book already.</summary>
    public static bool IsAnswered(DutyRecord record, HeldSource source, decimal figure) =>
        record.Evidence.LastOrDefault(e => e.Item.Kind == EvidenceKind.ReportCell && e.Item.Reference == source.Reference)?.Item.Value == figure;

    /// <summary>The next day on which the report may have been sealed; null when it has answered, or is waited for no longer.</summary>
    /// <param name="record">The duty.</param>
    /// <param name="today">Beijing date.</param>
    public static DateOnly? NextLook(DutyRecord record, DateOnly today)
    {
        if (SourceOf(record) is not { } source || record.Evidence.Any(e => e.Item.Kind == EvidenceKind.ReportCell && e.Item.Reference == source.Reference))
            return null;
        var (tomorrow, closes) = (today.AddDays(1), source.Period.LastDay.AddDays(1));
        var next = closes > tomorrow ? closes : tomorrow;
        var starts = record.Starts > next ? record.Starts : next;
        return starts <= Later(record.Ends, source.Period.LastDay).AddDays(LooksAfterEnd) ? starts : null;
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
