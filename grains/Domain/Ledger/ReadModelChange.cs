using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Ledger;

/// <summary>A change of a read model that becomes true together with the events it follows from.</summary>
public abstract record ReadModelChange;

/// <summary>Rows of units to add; a row of the same id and first day replaces the earlier one.</summary>
public sealed record UnitsChanged(ImmutableArray<Unit> Units) : ReadModelChange;

/// <summary>A period was opened, with the frozen list of who must file. Opening is once for ever.</summary>
public sealed record PeriodFrozen(PeriodRow Period, ImmutableArray<RosterRow> Roster) : ReadModelChange;

/// <summary>
/// The list of an open period was amended: rows that replace those of the same order or stand behind the last. What was frozen at the
/// opening stays in the event of the opening.
/// </summary>
/// <param name="Period">Its id.</param>
/// <param name="Revision">Number of amendments with this one; an older or equal one changes nothing.</param>
/// <param name="Rows">Changed rows alone.</param>
public sealed record RosterChanged(string Period, int Revision, ImmutableArray<RosterRow> Rows) : ReadModelChange;

/// <summary>
/// A body's filing or a territory's total changed. Replaces the row of the same unit, scope and period unless that one has a
/// higher version.
/// </summary>
public sealed record ContributionChanged(ContributionRow Row) : ReadModelChange;

/// <summary>An open period.</summary>
/// <param name="Period">Its id, for example <c>annual-2025</c>.</param>
/// <param name="Form">Id of the form, for example <c>annual-2021</c>.</param>
/// <param name="OpenedAt">Moment of opening.</param>
/// <param name="AsOf">Day whose tree was frozen.</param>
/// <param name="RosterHash">SHA-256 of the frozen list; the event of the opening carries the same.</param>
public sealed record PeriodRow(string Period, string Form, DateTimeOffset OpenedAt, DateOnly AsOf, ReadOnlyMemory<byte> RosterHash)
{
    /// <summary>Title of a special collection; empty when the id says all.</summary>
    public string Title { get; init; } = "";

    /// <summary>Number of amendments of the list since the opening.</summary>
    public int Revision { get; init; }
}

/// <summary>One unit of the frozen tree of a period. A subtree is the unbroken range of orders from <see cref="Ord"/> to <see cref="Last"/>.</summary>
/// <param name="Ord">Place in the tree in preorder, from 0 (the nation).</param>
/// <param name="Last">Order of the last unit below it; its own order when it has none.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Name">Its name on the day frozen.</param>
/// <param name="Tier">Its tier on that day.</param>
/// <param name="Parent">Order of its parent; -1 for the nation.</param>
/// <param name="Due">Last day on which its filing is in time; null when it need not file.</param>
/// <param name="Locks">Last day on which its first filing is taken without an exception; null when it need not file, or frozen before locks were.</param>
/// <param name="Basis">Law or notice that sets the due date, or why it need not file; empty when frozen before the basis was kept.</param>
public sealed record RosterRow(int Ord, int Last, UnitId Unit, string Name, Tier Tier, int Parent, DateOnly? Due, DateOnly? Locks = null, string Basis = "");

/// <summary>Whose figures a contribution holds.</summary>
public enum ContributionScope
{
    /// <summary>本机关: what the unit itself filed.</summary>
    Own,

    /// <summary>全辖区: the unit's own filing, its agencies' and its child territories' together.</summary>
    Total,
}

/// <summary>The current filing of a body, or the current total of a territory.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Scope">Own filing or total.</param>
/// <param name="Period">Period id.</param>
/// <param name="RollsInto">Unit whose total it enters; empty for the nation's total.</param>
/// <param name="Version">Rises with every change.</param>
/// <param name="Filed">Filings in it that count.</param>
/// <param name="Late">Those of them filed after their due date.</param>
/// <param name="Returned">Filings returned and not yet filed again; their figures do not count.</param>
/// <param name="Accepted">Filings accepted by the superior.</param>
/// <param name="Figures">Figures in the encoding of the form; opaque to the store.</param>
/// <param name="ContentHash">SHA-256 of what was filed; empty for a total.</param>
/// <param name="Head">Hash at the head of the filing's stream; empty for a total.</param>
/// <param name="Signer">Who filed; empty for a total.</param>
/// <param name="At">Moment of the filing, or of the last change in the total.</param>
/// <param name="Published">Filings made public.</param>
/// <param name="Corrected">Corrections of filings that had been accepted.</param>
public sealed record ContributionRow(
    UnitId Unit,
    ContributionScope Scope,
    string Period,
    string RollsInto,
    long Version,
    long Filed,
    long Late,
    long Returned,
    long Accepted,
    ReadOnlyMemory<byte> Figures,
    ReadOnlyMemory<byte> ContentHash,
    ReadOnlyMemory<byte> Head,
    string Signer,
    DateTimeOffset At,
    long Published = 0,
    long Corrected = 0);
