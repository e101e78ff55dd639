using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>催报: a body directly below that has not filed.</summary>
/// <param name="Row">The body on the list.</param>
/// <param name="DaysLeft">Calendar days to the due date: 0 on the day itself, negative when it is over.</param>
/// <param name="DaysToLock">Calendar days to the lock, likewise; null when the list was frozen before locks were.</param>
public sealed record DueLine(RosterRow Row, int DaysLeft, int? DaysToLock)
{
    /// <summary>The due date is over.</summary>
    public bool Overdue => DaysLeft < 0;

    /// <summary>A first filing now needs an exception.</summary>
    public bool Locked => DaysToLock < 0;
}

/// <summary>Whom a superior has to remind.</summary>
public static class DueList
{
    /// <summary>Bodies directly below a unit, agencies and child territories, that must file and have not.</summary>
    /// <param name="roster">The list.</param>
    /// <param name="superior">Whose children.</param>
    /// <param name="filed">True when a body has a filing that counts (a returned one does not).</param>
    /// <param name="today">Beijing date; working days are no matter here.</param>
    /// <returns>The longest overdue first, then in tree order; empty when the unit is not on the list.</returns>
    public static ImmutableArray<DueLine> Below(Roster roster, UnitId superior, Func<UnitId, bool> filed, DateOnly today) => roster.Find(superior) is not { } top
        ? []
        : [.. roster.ChildrenOf(top).Where(r => r.Due is not null && !filed(r.Unit)).OrderBy(r => r.Due).ThenBy(r => r.Ord)
            .Select(r => new DueLine(r, r.Due!.Value.DayNumber - today.DayNumber, r.Locks?.DayNumber - today.DayNumber))];
}
