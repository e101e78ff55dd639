using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.WorkPoints;

/// <summary>回执: how one version of a plan stands with one receiver. State-based: a higher revision replaces a lower one.</summary>
/// <param name="Unit">The receiver.</param>
/// <param name="Version">Version of the plan that it has.</param>
/// <param name="Revision">Rises with every change.</param>
/// <param name="DeliveredAt">When that version arrived.</param>
/// <param name="OpenedAt">When a person there first opened it; null: nobody has.</param>
/// <param name="Lines">One for every clause that binds it.</param>
public sealed record Receipt(UnitId Unit, int Version, long Revision, DateTimeOffset DeliveredAt, DateTimeOffset? OpenedAt, ImmutableArray<ReceiptLine> Lines)
{
    /// <summary>拒收: why the receiver's book did not take the version; empty: it did. A refusal has no lines and no revision.</summary>
    public ImmutableArray<RefusalReason> Refused { get; init; } = [];

    /// <summary>True when the version was not taken.</summary>
    public bool IsRefusal => !Refused.IsEmpty;

    /// <summary>True when every clause was accepted or objected to.</summary>
    public bool IsAnswered => Lines.All(l => l.AcceptedAt is not null || l.ObjectedAt is not null);

    /// <summary>Equal in content.</summary>
    public bool SameAs(Receipt other) => this with { Lines = [], Refused = [] } == other with { Lines = [], Refused = [] } && Lines.SequenceEqual(other.Lines) && Refused.SequenceEqual(other.Refused);
}

/// <summary>One finding for which a version was not taken.</summary>
/// <param name="Code">Code of the rule.</param>
/// <param name="Where">Place.</param>
/// <param name="Text">In Chinese.</param>
/// <param name="TextEn">In English.</param>
public sealed record RefusalReason(string Code, string Where, string Text, string TextEn)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{Code} {Text}";
}

/// <summary>How one clause stands with one receiver.</summary>
/// <param name="Clause">Place of the clause.</param>
/// <param name="AcceptedAt">When it was accepted; null: not yet.</param>
/// <param name="ObjectedAt">When it was objected to; null: it was not.</param>
/// <param name="Objection">Why; empty when it was not.</param>
/// <param name="Light">How its duties stand: not_due, open, due_soon, done, late, waived; the worst of several.</param>
/// <param name="Due">Next last day; null: none is running.</param>
/// <param name="ClosedAt">When the superior closed it (销号); null: open.</param>
public sealed record ReceiptLine(
    string Clause, DateTimeOffset? AcceptedAt, DateTimeOffset? ObjectedAt, string Objection, string Light, DateOnly? Due, DateTimeOffset? ClosedAt)
{
    /// <summary>Where the clause stands, not looking at its light.</summary>
    public AssignmentState StateOf(DateTimeOffset? openedAt) =>
        ObjectedAt is not null && (AcceptedAt is null || ObjectedAt > AcceptedAt) ? AssignmentState.Objected
        : AcceptedAt is not null ? AssignmentState.Accepted
        : openedAt is not null ? AssignmentState.Opened
        : AssignmentState.Delivered;
}

/// <summary>交办状态: how far a clause has come with a receiver.</summary>
public enum AssignmentState
{
    /// <summary>已交办、未送达: issued, not reached.</summary>
    Assigned,

    /// <summary>已送达</summary>
    Delivered,

    /// <summary>已查阅</summary>
    Opened,

    /// <summary>已签收</summary>
    Accepted,

    /// <summary>有异议</summary>
    Objected,

    /// <summary>已撤回</summary>
    Withdrawn,

    /// <summary>拒收: the receiver's book did not take it, for reasons that it gave.</summary>
    Refused,
}
