using System.Collections.Immutable;
using Federation.Domain.Authority;
using Orleans.Concurrency;

namespace Federation.Contracts.Authority;

/// <summary>代行授权: who of a unit may act in whose place, and when. Key: delegations/unit, for example delegations/500151.</summary>
[Alias("federation.delegations-grain")]
public interface IDelegationsGrain : IGrainWithStringKey
{
    /// <summary>Lends roles of the caller to a colleague.</summary>
    [Alias("grant")]
    Task<Reply<DelegationView>> Grant(GrantDelegation message);

    /// <summary>Ends a delegation of the caller before its last day.</summary>
    [Alias("end")]
    Task<Reply<DelegationView>> End(Subject by, int number);

    /// <summary>All delegations of the unit, past ones too.</summary>
    [Alias("list"), ReadOnly]
    Task<Reply<DelegationList>> List(Subject by);

    /// <summary>The subject that a caller is in somebody's place today; refused with AU-106 when nobody has lent them anything.</summary>
    [Alias("stand-in"), ReadOnly]
    Task<Reply<StandInView>> StandIn(Subject caller, string standsInFor);
}

/// <summary>授权</summary>
/// <param name="By">From the credentials: whoever is away.</param>
/// <param name="To">Account name of the stand-in.</param>
/// <param name="Roles">Roles lent.</param>
/// <param name="FirstDay">First Beijing day, inclusive.</param>
/// <param name="LastDay">Last Beijing day, inclusive.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("federation.grant-delegation")]
public sealed record GrantDelegation(
    [property: Id(0)] Subject By,
    [property: Id(1)] string To,
    [property: Id(2)] ImmutableArray<Role> Roles,
    [property: Id(3)] DateOnly FirstDay,
    [property: Id(4)] DateOnly LastDay,
    [property: Id(5)] string Reason);

/// <summary>A delegation as it is read.</summary>
/// <param name="Number">Number within the unit.</param>
/// <param name="From">Whoever is away.</param>
/// <param name="To">The stand-in.</param>
/// <param name="Roles">Roles lent.</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Holds">It holds today.</param>
[GenerateSerializer, Immutable, Alias("federation.delegation-view")]
public sealed record DelegationView(
    [property: Id(0)] int Number,
    [property: Id(1)] string From,
    [property: Id(2)] string To,
    [property: Id(3)] ImmutableArray<Role> Roles,
    [property: Id(4)] DateOnly FirstDay,
    [property: Id(5)] DateOnly LastDay,
    [property: Id(6)] string Reason,
    [property: Id(7)] bool Holds);

/// <summary>Delegations of a unit.</summary>
[GenerateSerializer, Immutable, Alias("federation.delegation-list")]
public sealed record DelegationList([property: Id(0)] ImmutableArray<DelegationView> All);

/// <summary>Who a caller is in somebody's place.</summary>
[GenerateSerializer, Immutable, Alias("federation.stand-in-view")]
public sealed record StandInView([property: Id(0)] Subject Subject);
