namespace Federation.Domain.Divisions;

/// <summary>Tier (层级) of a territory. An agency has the tier of the territory it serves. Gaps are normal: 东莞 has no counties.</summary>
public enum Tier
{
    /// <summary>全国</summary>
    Nation,

    /// <summary>省、自治区、直辖市</summary>
    Province,

    /// <summary>设区的市、自治州、地区</summary>
    City,

    /// <summary>县、区、县级市、旗</summary>
    County,

    /// <summary>乡、镇、街道</summary>
    Township,
}

/// <summary>The two kinds of unit, and so of edge: a child territory, or an agency of a territory.</summary>
public enum UnitKind
{
    /// <summary>行政区划: a government and what lies below it.</summary>
    Territory,

    /// <summary>部门: an agency that hangs at a territory of any tier.</summary>
    Agency,
}

/// <summary>A unit as it was from one date to another. A rename or a move is a further row of the same id.</summary>
/// <param name="Id">Identity; stays when name or place change.</param>
/// <param name="Name">Official name in that time, for example 铜梁区.</param>
/// <param name="Tier">Tier in that time.</param>
/// <param name="Kind">Territory or agency.</param>
/// <param name="Parent">Territory above it in that time; null only for the nation.</param>
/// <param name="From">First day; <see cref="DateOnly.MinValue"/> means since ever.</param>
/// <param name="To">First day on which it is no longer so; <see cref="DateOnly.MaxValue"/> means open.</param>
public sealed record Unit(UnitId Id, string Name, Tier Tier, UnitKind Kind, UnitId? Parent, DateOnly From, DateOnly To)
{
    /// <summary>True when the row holds on that day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && day < To;
}
