using Federation.Domain.Authority;
using Federation.Gateway.Access;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.Reports;

/// <summary>federation.v1.Reports: figures over years.</summary>
public sealed partial class ReportsService
{
    /// <inheritdoc />
    public override async Task<Trend> GetTrend(GetTrendRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var whole = Requests.Known(request.Scope, "scope") == V1.ReportScope.Whole;
        if (whole)
            requests.DemandSubtree(context.Subject(), Permission.ReadReports, unit); // a total tells of all its parts
        else
            requests.Demand(context.Subject(), Permission.ReadReports, unit);
        var years = await trends.Read(
            unit, (Domain.Reports.ReportScope)request.Scope, request.LastYear == 0 ? null : request.LastYear, request.Years == 0 ? 5 : request.Years, context.CancellationToken);
        var trend = new Trend { Unit = unit.Value, Scope = request.Scope };
        trend.Years.AddRange(years.Select(ToProto));
        return trend;
    }

    private static V1.TrendYear ToProto(Documents.Trends.TrendYear year)
    {
        var proto = new V1.TrendYear
        {
            Period = year.Period.ToString(),
            Year = year.Period.Year,
            Form = year.Form.Id,
            Name = year.Name,
            State = year.State is { } state ? ReportMapping.ToProto(state) : V1.ReportState.Unspecified,
            Expected = year.Expected,
            Filed = year.Filed,
        };
        proto.Headlines.AddRange(year.Values.Select(v => new Headline { Id = v.Headline.Id, Label = v.Headline.Label, Value = v.Value }));
        return proto;
    }
}
