using Federation.Contracts.Reports;
using Federation.Domain.Reports;
using Federation.Domain.Time;

namespace Federation.Web.Reports.Totals;

/// <summary>What a total was on a past day: computed anew from every report as it stood at the end of that day.</summary>
internal sealed class PastTotals(IReportHistories histories)
{
    public async Task<TotalModel> Read(Place place, DateOnly day, CancellationToken ct)
    {
        var (roster, top) = place;
        var (reports, position) = await histories.AsOf(roster, top, BeijingTime.EndOf(day), ct);
        var sums = new long[roster.Form.Cells.Length];
        var counts = default(FilingCounts);
        DateTimeOffset? newest = null;
        foreach (var (_, report) in reports)
        {
            if (report.Filed is not { } filed)
                continue;
            Tally.Of(filed.Content.Figures).AddTo(sums);
            counts += new FilingCounts(1, filed.Late ? 1 : 0, 0, filed.State == ReportState.Sealed ? 0 : 1);
            newest = newest is null || filed.At > newest ? filed.At : newest;
        }
        var line = new CoverageLine(top.Unit, top.Name, top.Tier, roster.ExpectedIn(top), counts, []);
        return new TotalModel(place, new TotalView(top.Unit, top.Name, Tally.Of(sums), line, position, newest)) { AsOf = day };
    }
}
