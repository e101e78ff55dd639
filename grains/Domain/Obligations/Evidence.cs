using Federation.Domain.Divisions;

namespace Federation.Domain.Obligations;

/// <summary>What shows that a duty was done.</summary>
public enum EvidenceKind
{
    /// <summary>公开事项: an entry of the unit's catalog, named by its id.</summary>
    CatalogEntry,

    /// <summary>报告数字: a cell of a sealed report of the unit, <c>annual-2025/t3.new.total</c>; its figure is read, not typed in.</summary>
    ReportCell,

    /// <summary>数字: a number or a share that the unit states, with where it stands.</summary>
    Number,

    /// <summary>台账件数: what a register of the unit counts.</summary>
    RegisterCount,

    /// <summary>文件: a file, named by its SHA-256.</summary>
    File,
}

/// <summary>What the superior said about a piece of evidence.</summary>
public enum EvidenceState
{
    /// <summary>待审: it counts until it is returned.</summary>
    Given,

    /// <summary>认可</summary>
    Accepted,

    /// <summary>退回: it does not count.</summary>
    Returned,
}

/// <summary>A piece of evidence as the unit gives it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reference">Which entry, cell, register or file.</param>
/// <param name="DoneAt">When the thing itself was done (published, held, sent), not when it was entered.</param>
/// <param name="For">A day of the period it is meant for, when that is not the period in which it was done: a late one.</param>
/// <param name="Occurrence">Number of the event it answers; null when the duty has none.</param>
/// <param name="Value">The number, or the share as 0.5; null when it is neither.</param>
/// <param name="Note">A remark.</param>
public sealed record EvidenceItem(EvidenceKind Kind, string Reference, DateTimeOffset DoneAt, DateOnly? For, int? Occurrence, decimal? Value, string Note)
{
    /// <summary>What the system itself found of it when it was given.</summary>
    public EvidenceCheck Check { get; init; }

    /// <summary>True when nobody's word is needed for it: the system has seen the thing named.</summary>
    public bool IsVerified => Kind == EvidenceKind.ReportCell || Check == EvidenceCheck.Verified;
}

/// <summary>核对: what the system itself could find of a piece of evidence.</summary>
public enum EvidenceCheck
{
    /// <summary>未核对: it could not look: the thing is kept elsewhere, or is somebody's word.</summary>
    Unchecked,

    /// <summary>已核对: the thing named is in the system.</summary>
    Verified,
}

/// <summary>
/// Where evidence of a kind is looked up: a catalog, a file store. A kind without one stays unchecked, visibly, and shows nothing done until the superior
/// has accepted it.
/// </summary>
public interface IEvidenceLookup
{
    /// <summary>Kind that it knows.</summary>
    EvidenceKind Kind { get; }

    /// <summary>True when a unit has what a reference names.</summary>
    ValueTask<bool> Holds(UnitId unit, string reference, CancellationToken ct);
}

/// <summary>A piece of evidence as it stands in the book.</summary>
/// <param name="Number">1 for the first of its duty.</param>
/// <param name="Item">What was given.</param>
/// <param name="By">Who gave it.</param>
/// <param name="GivenAt">When.</param>
/// <param name="State">What the superior said.</param>
/// <param name="Reason">Why it was returned; empty otherwise.</param>
public sealed record Evidence(int Number, EvidenceItem Item, string By, DateTimeOffset GivenAt, EvidenceState State, string Reason)
{
    /// <summary>True until it is returned.</summary>
    public bool Counts => State != EvidenceState.Returned;

    /// <summary>True when it shows something without further word: accepted by the superior, or seen by the system.</summary>
    public bool IsFirm => State == EvidenceState.Accepted || (Counts && Item.IsVerified);
}

/// <summary>触发事件: something happened that sets a clock of the duty going.</summary>
/// <param name="Number">1 for the first of its duty.</param>
/// <param name="What">What happened: a document, a decision, an incident.</param>
/// <param name="At">When.</param>
public sealed record Occurrence(int Number, string What, DateTimeOffset At);

/// <summary>例外: until a day nothing is asked. Ends by itself, and stays in the unit's record.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who approved it.</param>
/// <param name="From">Beijing date of the approval.</param>
/// <param name="Until">Last day, inclusive; from the next day on the duty binds again.</param>
public sealed record DutyException(string Reason, string Approver, DateOnly From, DateOnly Until);
