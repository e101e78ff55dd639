namespace Federation.Domain.Reports;

/// <summary>Every form ever in force, and which one a report year takes.</summary>
public static class Forms
{
    /// <summary>All forms.</summary>
    public static IReadOnlyList<ReportForm> All { get; } = [Form2021.Form];

    /// <summary>The form of an id, or null.</summary>
    public static ReportForm? Find(string id) => All.FirstOrDefault(f => f.Id == id);

    /// <summary>The form that a period takes, or null when none is known: report years from 2021 on take the form of 2021.</summary>
    /// <remarks>国办公开办函〔2021〕30号. A period keeps the form it was opened with; a newer form changes later periods only.</remarks>
    public static ReportForm? For(PeriodId period) => period.Year >= 2021 ? Form2021.Form : null;
}
