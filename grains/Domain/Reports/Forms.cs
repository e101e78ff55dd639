namespace Federation.Domain.Reports;

/// <summary>Every form ever in force, and which one a period takes.</summary>
public static class Forms
{
    /// <summary>All forms: the official ones, then those written as data in <c>Forms/*.json</c>, by id.</summary>
    public static IReadOnlyList<ReportForm> All { get; } = [Form2019.Form, Form2021.Form, .. FormJson.Embedded()];

    /// <summary>The form of an id, or null.</summary>
    public static ReportForm? Find(string id) => All.FirstOrDefault(f => f.Id == id);

    /// <summary>
    /// The form that a period takes: of the forms for its kind the one that began last by then. Null when none had begun, and for a special
    /// period, whose form is named when it is opened.
    /// </summary>
    /// <remarks>
    /// 国办公开办函〔2019〕60号 for report years 2019 and 2020, 国办公开办函〔2021〕30号 from 2021 on. A period keeps the form it was opened with; a
    /// newer form changes later periods only.
    /// </remarks>
    public static ReportForm? For(PeriodId period) => period.Kind == PeriodKind.Special
        ? null
        : All.Where(f => f.Takes == period.Kind && f.Since <= period.Year).MaxBy(f => f.Since);
}
