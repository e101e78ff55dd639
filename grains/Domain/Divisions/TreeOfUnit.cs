namespace Federation.Domain.Divisions;

/// <summary>Whose affairs a unit's are after it has ended.</summary>
public static class TreeOfUnit
{
    /// <summary>
    /// The tree in which a unit's superiors are found: that of today, or, for a unit that is not in it, of the day when its affairs arose. A town
    /// merged away in January still reports for the year before, to the county that it was then of.
    /// </summary>
    /// <param name="divisions">The trees.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="then">Day when its affairs arose, for example the last of a report's period.</param>
    public static DivisionTree With(this IDivisions divisions, UnitId unit, DateOnly then) =>
        divisions.Today is var today && today.Find(unit) is null ? divisions.AsOf(then) : today;
}
