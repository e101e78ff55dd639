using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;
using Finding = Federation.Domain.Findings.Finding;
using WorkPoint = Federation.Domain.WorkPoints.WorkPoint;

namespace Federation.Gateway.WorkPlans;

/// <summary>Reads plans as callers write them; everything unreadable is found at once.</summary>
internal static class PlanReading
{
    public static PlanDraft Read(V1.PlanContent content, ICollection<Finding> findings)
    {
        var date = Requests.OptionalDay(content.Date, "content.date", findings);
        ImmutableArray<WorkPoint> points = [.. content.Points.Select((p, i) => Point(p, string.Create(CultureInfo.InvariantCulture, $"content.points[{i}]"), findings))];
        return new PlanDraft(
            content.Title, content.DocumentNumber, date, content.Basis, points, Choices(content.Receivers, "content.receivers", findings),
            (CascadeMode)Requests.Known(content.Mode, "content.mode"), content.AcceptWithin)
        {
            LateAfter = content.HasLateAfter ? content.LateAfter : EscalationRules.Default.LateAfter,
            SoonWithin = content.HasSoonWithin ? content.SoonWithin : EscalationRules.Default.SoonWithin,
        };
    }

    public static ImmutableArray<ReceiverChoice> Choices(IEnumerable<string> texts, string where, ICollection<Finding> findings)
    {
        var choices = ImmutableArray.CreateBuilder<ReceiverChoice>();
        foreach (var text in texts)
        {
            if (ReceiverText.TryParse(text, out var choice))
                choices.Add(choice);
            else
                findings.Add(GatewayRules.BadReceivers.At(where, $"接收范围“{text}”写法不对", $"'{text}' chooses no receivers"));
        }
        return choices.ToImmutable();
    }

    private static WorkPoint Point(V1.WorkPoint point, string where, ICollection<Finding> findings)
    {
        var measures = ImmutableArray.CreateBuilder<Measure>();
        foreach (var text in point.Measures)
        {
            if (MeasureText.TryParse(text, out var measure))
                measures.Add(measure);
            else
                findings.Add(GatewayRules.BadMeasure.At($"{where}.measures", $"要求“{text}”写法不对", $"'{text}' is no measure"));
        }
        DutyId? source = null;
        if (point.Source.Length > 0 && !DutyId.TryParse(point.Source, out source))
            findings.Add(GatewayRules.BadClause.At($"{where}.source", $"“{point.Source}”不是上级条目", $"'{point.Source}' is no clause"));
        return new WorkPoint(point.Clause, point.Title, point.Text, measures.ToImmutable(), [.. point.Bodies.Select(b => Body(b, $"{where}.bodies", findings))], point.Minutes)
        {
            Source = source,
            Receivers = Choices(point.Receivers, $"{where}.receivers", findings),
            Asks = [.. point.Asks.Select(a => new AskedNumber(a.Name, a.Source))],
            Span = point.SourceLength > 0 ? new SourceSpan(point.SourceStart, point.SourceLength) : null,
        };
    }

    private static NamedBody Body(V1.NamedBody body, string where, ICollection<Finding> findings)
    {
        UnitId? unit = null;
        if (body.Unit.Length > 0 && !UnitId.TryParse(body.Unit, out unit))
            findings.Add(DivisionRules.BadCode.At(where, $"单位代码“{body.Unit}”格式不对", $"'{body.Unit}' is no unit code"));
        var part = Requests.Known(body.Part, where);
        return new NamedBody(part == V1.NamedBody.Types.Part.Unspecified ? DutyRole.Responsible : (DutyRole)((int)part - 1), body.Name, unit);
    }
}
