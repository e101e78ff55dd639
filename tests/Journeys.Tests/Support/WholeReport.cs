using Federation.Domain.Authority;
using Federation.V1;

namespace Federation.Journeys.Tests.Support;

/// <summary>The report of a whole territory, filed by two people of its government from what its parts add up to.</summary>
internal static class WholeReport
{
    /// <summary>Hands in and seals a first one, or a correction.</summary>
    /// <param name="at">Where.</param>
    /// <param name="unit">Whose territory.</param>
    /// <param name="after">Version sealed before.</param>
    /// <param name="correction">Why it is corrected.</param>
    /// <returns>Receipt of the seal.</returns>
    public static async Task<Receipt> File(Installation at, string unit, long after = 0, string correction = "")
    {
        var asked = new GetReportRequest { Unit = unit, Period = Installation.Period, Scope = ReportScope.Whole };
        var figures = after == 0
            ? (await at.Reports.BeginReportAsync(asked, at.Clerk(unit))).Draft
            : (await at.Total(unit)).Figures;
        var handIn = new SubmitReportRequest { Unit = unit, Period = Installation.Period, Scope = ReportScope.Whole, Figures = figures, ExpectedVersion = after, Correction = correction };
        var waiting = await at.Reports.SubmitReportAsync(handIn, at.Clerk(unit));
        return await at.Reports.ApproveReportAsync(
            new ApproveReportRequest { Unit = unit, Period = Installation.Period, Scope = ReportScope.Whole, Version = waiting.Version, ContentHash = waiting.ContentHash }, at.As(unit, Role.Approver));
    }
}
