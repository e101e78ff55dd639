using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Notices.Naming;

/// <summary>How a name was understood.</summary>
public enum NamingWay
{
    /// <summary>待定: nobody was found, or only candidates; a person chooses.</summary>
    Open,

    /// <summary>The official name.</summary>
    Official,

    /// <summary>简称: a short form that fits one unit of the scope and no other.</summary>
    Abbreviation,

    /// <summary>A phrase for a set, as 各区县人民政府.</summary>
    Scope,

    /// <summary>A choice that was made before.</summary>
    Chosen,
}

/// <summary>A name of a notice and the units it means.</summary>
/// <param name="Name">As read.</param>
/// <param name="Way">How it was understood.</param>
/// <param name="Units">What it means, in order of the tree; empty while open.</param>
/// <param name="Candidates">Of an open name: who might be meant.</param>
public sealed record BodyResolution(string Name, NamingWay Way, ImmutableArray<UnitId> Units, ImmutableArray<UnitId> Candidates);
