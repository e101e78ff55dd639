using System.Globalization;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;
using Federation.Gateway.Errors;
using Google.Protobuf.WellKnownTypes;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.WorkPlans;

/// <summary>Plans as they travel.</summary>
internal static class PlanMapping
{
    public static V1.Plan ToProto(PlanView view, IEnumerable<Finding> findings, DivisionTree tree)
    {
        var plan = new V1.Plan
        {
            Plan_ = view.Plan.ToString(),
            Revision = view.Revision,
            Version = view.Version,
            Content = view.Content is { } content ? ToProto(content) : null,
            Draft = view.Draft is { } draft ? ToProto(draft) : null,
            AsOf = Day(view.AsOf),
            Counts = new V1.PlanCounts
            {
                Receivers = view.Counts.Receivers,
                Reached = view.Counts.Reached,
                Opened = view.Counts.Opened,
                Accepted = view.Counts.Accepted,
                Objected = view.Counts.Objected,
                Escalated = view.Counts.Escalated,
                Refused = view.Counts.Refused,
            },
            IssuerName = NameOf(tree, view.Plan.Issuer),
        };
        if (view.WithdrawnFor is { } reason)
            plan.WithdrawnFor = reason;
        plan.History.AddRange(view.History.Select(ToProto));
        plan.Findings.AddRange(findings.Select(Refusals.ToProto));
        return plan;
    }

    public static V1.PlanContent ToProto(PlanDraft draft)
    {
        var content = new V1.PlanContent
        {
            Title = draft.Title,
            DocumentNumber = draft.DocumentNumber,
            Date = Day(draft.Date),
            Basis = draft.Basis,
            Mode = (V1.CascadeMode)draft.Mode,
            AcceptWithin = draft.AcceptWithin,
            LateAfter = draft.LateAfter,
            SoonWithin = draft.SoonWithin,
        };
        content.Receivers.AddRange(draft.Receivers.Select(ReceiverText.Write));
        content.Points.AddRange(draft.Points.Select(ToProto));
        return content;
    }

    public static V1.PlanSummary ToProto(PlanRow row, DivisionTree tree) => new()
    {
        Plan = row.Plan.ToString(),
        Issuer = row.Issuer.Value,
        IssuerName = NameOf(tree, row.Issuer),
        Title = row.Title,
        DocumentNumber = row.DocumentNumber,
        Version = row.Version,
        IssuedAt = row.IssuedAt?.ToTimestamp(),
        Receivers = row.Receivers,
        Withdrawn = row.Withdrawn,
    };

    public static V1.Assignment ToProto(AssignmentRow row, DivisionTree tree) => new()
    {
        Unit = row.Unit.Value,
        Name = NameOf(tree, row.Unit),
        Clause = row.Clause,
        Version = row.Version,
        State = Word(row.State),
        SentAt = row.SentAt.ToTimestamp(),
        DeliveredAt = row.DeliveredAt?.ToTimestamp(),
        OpenedAt = row.OpenedAt?.ToTimestamp(),
        AnsweredAt = row.AnsweredAt?.ToTimestamp(),
        EscalatedOn = Day(row.EscalatedOn),
        Objection = row.State == AssignmentState.Refused ? "" : row.Objection,
        Refusal = row.State == AssignmentState.Refused ? row.Objection : "",
        Light = row.Light,
        Due = Day(row.Due),
    };

    public static V1.CoverageCount ToProto(CoverageCell cell) => new()
    {
        Assigned = cell.Assigned,
        Unreached = cell.Unreached,
        Opened = cell.Opened,
        Accepted = cell.Accepted,
        Objected = cell.Objected,
        Escalated = cell.Escalated,
        Done = cell.Done,
        Late = cell.Late,
        CarriedOn = cell.CarriedOn,
        Hole = cell.IsHole,
        Refused = cell.Refused,
    };

    public static V1.ClauseStep ToProto(ClauseRow row, int depth, DivisionTree tree)
    {
        var step = new V1.ClauseStep { Clause = row.Id, Issuer = row.Plan.Issuer.Value, IssuerName = NameOf(tree, row.Plan.Issuer), Title = row.Title, Depth = depth };
        step.Measures.AddRange(row.Measures.Split('\n'));
        return step;
    }

    public static V1.ClauseDifference ToProto(ClauseDifferenceView view) =>
        new() { Clause = view.Clause, Change = view.Change.ToString().ToLowerInvariant(), Before = view.Before, After = view.After };

    public static string NameOf(DivisionTree tree, UnitId unit) => tree.Find(unit)?.Name ?? unit.Value;

    public static string Word(AssignmentState state) => state.ToString().ToLowerInvariant();

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static V1.PlanAct ToProto(PlanAct act)
    {
        var said = new V1.PlanAct { Act = act.Kind, At = act.At.ToTimestamp(), By = act.By, Version = act.Version, Text = act.Text };
        said.Differences.AddRange(act.Differences.Select(ToProto));
        return said;
    }

    private static V1.WorkPoint ToProto(WorkPoint point)
    {
        var said = new V1.WorkPoint
        {
            Clause = point.Clause,
            Title = point.Title,
            Text = point.Text,
            Minutes = point.Minutes,
            Source = point.Source?.ToString() ?? "",
            SourceStart = point.Span?.Start ?? 0,
            SourceLength = point.Span?.Length ?? 0,
        };
        said.Measures.AddRange(point.Measures.Select(MeasureText.Write));
        said.MeasuresInWords.AddRange(point.Measures.Select(MeasureWords.Of));
        said.Bodies.AddRange(point.Bodies.Select(b => new V1.NamedBody { Part = (V1.NamedBody.Types.Part)((int)b.Part + 1), Name = b.Name, Unit = b.Unit?.Value ?? "" }));
        said.Asks.AddRange(point.Asks.Select(a => new V1.AskedNumber { Name = a.Name, Source = a.Source }));
        said.Receivers.AddRange(point.Receivers.Select(ReceiverText.Write));
        return said;
    }
}
