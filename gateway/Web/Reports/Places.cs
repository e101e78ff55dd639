using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Web.Reports;

/// <summary>Reads unit and period from an address.</summary>
internal sealed class Places(IRosters rosters, IReadModels readModels)
{
    /// <summary>The place, or everything that is wrong with the address.</summary>
    public async Task<Found> Find(string unitText, string periodText, CancellationToken ct)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (!UnitId.TryParse(unitText, out var unit))
            findings.Add(DivisionRules.BadCode.At("unit", $"单位代码“{unitText}”格式不对", $"'{unitText}' is no unit code"));
        if (!PeriodId.TryParse(periodText, out var period))
            findings.Add(ReportRules.BadPeriod.At("period", $"报告期“{periodText}”写法不对,应为 annual-年份、quarter-年份-季度 或 special-年份-名称,例如 annual-2025", $"'{periodText}' is no period; write annual-YYYY, quarter-YYYY-Q or special-YYYY-name, for example annual-2025"));
        if (period is null)
            return new(null, findings.ToImmutable());

        var roster = await rosters.Find(period, ct);
        if (roster is null)
            findings.Add(ReportRules.PeriodNotOpen.At("period", $"报告期 {period} 未开启", $"period {period} is not open"));
        else if (unit is not null && roster.Find(unit) is { } row)
            return new(new Place(roster, row), []);
        else if (unit is not null)
            findings.Add(ReportRules.NotExpected.At("unit", $"{unit} 不在 {period} 的名单内", $"{unit} is not on the list of {period}"));
        return new(null, findings.ToImmutable());
    }

    /// <summary>Open periods, newest first.</summary>
    public async Task<ImmutableArray<PeriodId>> Open(CancellationToken ct) =>
        [.. (await readModels.Periods(ct)).Select(p => PeriodId.Parse(p.Period)).OrderByDescending(p => p.LastDay).ThenBy(p => p.Kind).ThenBy(p => p.Name, StringComparer.Ordinal)];
}
