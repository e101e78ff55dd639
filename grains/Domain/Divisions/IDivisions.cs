namespace Federation.Domain.Divisions;

/// <summary>The tree of units as this installation knows it.</summary>
public interface IDivisions
{
    /// <summary>The tree of today.</summary>
    DivisionTree Today { get; }

    /// <summary>The tree of another day.</summary>
    DivisionTree AsOf(DateOnly day);
}
