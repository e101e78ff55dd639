using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.WorkPoints;

/// <summary>One way of saying who receives a plan. Several add up; a unit chosen twice receives it once.</summary>
public abstract record ReceiverChoice;

/// <summary>所有下级: everything below the issuer.</summary>
public sealed record AllBelow : ReceiverChoice;

/// <summary>直接下级: the units directly below the issuer, its own agencies among them.</summary>
public sealed record DirectlyBelow : ReceiverChoice;

/// <summary>按层级: every unit below of a tier.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Kind">Territories or agencies alone; null: both.</param>
public sealed record OfTier(Tier Tier, UnitKind? Kind) : ReceiverChoice;

/// <summary>按条线: the agencies below that belong to a line, whatever their tier.</summary>
/// <param name="Line">Short name, the last part of their codes, for example <c>audit</c>.</param>
public sealed record OfLine(string Line) : ReceiverChoice;

/// <summary>按标签: the units below that bear a tag of this installation, for example 试点.</summary>
public sealed record Tagged(string Tag) : ReceiverChoice;

/// <summary>按名单: these units.</summary>
public sealed record Listed(ImmutableArray<UnitId> Units) : ReceiverChoice
{
    /// <inheritdoc />
    public bool Equals(Listed? other) => other is not null && Units.SequenceEqual(other.Units);

    /// <inheritdoc />
    public override int GetHashCode() => Units.Length;
}

/// <summary>不含: these units and all below them are left out, whatever chose them.</summary>
public sealed record Without(ImmutableArray<UnitId> Units) : ReceiverChoice
{
    /// <inheritdoc />
    public bool Equals(Without? other) => other is not null && Units.SequenceEqual(other.Units);

    /// <inheritdoc />
    public override int GetHashCode() => ~Units.Length;
}

/// <summary>标签: units that an installation has grouped under a word.</summary>
/// <param name="Units">By tag.</param>
public sealed record UnitTags(ImmutableDictionary<string, ImmutableHashSet<UnitId>> Units)
{
    /// <summary>No tag.</summary>
    public static UnitTags None { get; } = new(ImmutableDictionary<string, ImmutableHashSet<UnitId>>.Empty);
}

/// <summary>A unit that receives a plan.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Ord">Its place in the tree of the day chosen, in preorder.</param>
/// <param name="Clauses">Clauses that bind it, in the order of the plan.</param>
/// <param name="Why">What chose it, for example <c>层级:县级</c>, in Chinese.</param>
public sealed record Receiver(UnitId Unit, int Ord, ImmutableArray<string> Clauses, string Why);
