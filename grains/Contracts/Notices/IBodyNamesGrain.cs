using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Orleans.Concurrency;

namespace Federation.Contracts.Notices;

/// <summary>单位名称: what an issuer has said that names in its notices mean. Key: names/unit, for example names/500000.</summary>
[Alias("federation.body-names-grain")]
public interface IBodyNamesGrain : IGrainWithStringKey
{
    /// <summary>Chooses what a name means from now on.</summary>
    [Alias("choose")]
    Task<Reply<BodyNameChoices>> Choose(ChooseBodyName message);

    /// <summary>Takes a choice back.</summary>
    [Alias("withdraw")]
    Task<Reply<BodyNameChoices>> Withdraw(WithdrawBodyName message);

    /// <summary>The choices that hold.</summary>
    [Alias("get"), ReadOnly]
    Task<BodyNameChoices> Get();
}

/// <summary>指定</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; an officer of the issuer.</param>
/// <param name="Name">The name as read.</param>
/// <param name="Units">What it means; none: there is no such unit here.</param>
[GenerateSerializer, Immutable, Alias("federation.choose-body-name")]
public sealed record ChooseBodyName(
    [property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Name, [property: Id(3)] ImmutableArray<UnitId> Units);

/// <summary>撤回指定</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; an officer of the issuer.</param>
/// <param name="Name">The name as read.</param>
[GenerateSerializer, Immutable, Alias("federation.withdraw-body-name")]
public sealed record WithdrawBodyName([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Name);

/// <summary>The choices of an issuer.</summary>
/// <param name="All">In order of name.</param>
[GenerateSerializer, Immutable, Alias("federation.body-name-choices")]
public sealed record BodyNameChoices([property: Id(0)] ImmutableArray<BodyNameChoice> All);

/// <summary>A choice.</summary>
/// <param name="Name">The name as read.</param>
/// <param name="Units">What it means; none: there is no such unit here.</param>
/// <param name="By">Who chose.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("federation.body-name-choice")]
public sealed record BodyNameChoice(
    [property: Id(0)] string Name, [property: Id(1)] ImmutableArray<UnitId> Units, [property: Id(2)] string By, [property: Id(3)] DateTimeOffset At);
