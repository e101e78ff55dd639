using System.Collections.Immutable;
using Federation.Contracts.Obligations;
using Federation.Domain.WorkPoints;

namespace Federation.Grains.WorkPoints;

/// <summary>Reads receipts of duties as receipts of clauses: a clause with several measures is accepted when all its duties are, and as late as the worst of them.</summary>
internal static class ReceiptsReading
{
    private static readonly string[] WorstLast = ["waived", "done", "claimed", "not_due", "open", "due_soon", "late"];

    public static Receipt Read(DutyReceipts message) => new(
        message.Unit, message.PlanVersion, message.Revision, message.DeliveredAt, message.OpenedAt,
        [.. message.Lines.GroupBy(l => PlanDuties.PlaceOf(l.Duty)).Select(g => Line(g.Key, [.. g]))]);

    public static Receipt Read(DutiesRefused message) => new(message.Unit, message.PlanVersion, 0, message.At, null, [])
    {
        Refused = [.. message.Findings.Where(f => f.Blocks).Select(f => new RefusalReason(f.Code, f.Where, f.Text, f.TextEn))],
    };

    private static ReceiptLine Line(string clause, ImmutableArray<DutyReceiptLine> duties)
    {
        var objected = duties.Where(d => d.Objection.Length > 0).MaxBy(d => d.ObjectedAt);
        return new ReceiptLine(
            clause,
            duties.All(d => d.AcceptedAt is not null) ? duties.Max(d => d.AcceptedAt) : null,
            objected?.ObjectedAt,
            objected?.Objection ?? "",
            duties.MaxBy(d => Array.IndexOf(WorstLast, d.Light))!.Light,
            duties.Min(d => d.Due),
            duties.All(d => d.ClosedAt is not null) ? duties.Max(d => d.ClosedAt) : null);
    }
}
