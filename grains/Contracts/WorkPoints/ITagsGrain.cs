using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Orleans.Concurrency;

namespace Federation.Contracts.WorkPoints;

/// <summary>标签 that one superior has given to units below. Key: tags/unit, for example tags/500000.</summary>
[Alias("federation.tags-grain")]
public interface ITagsGrain : IGrainWithStringKey
{
    /// <summary>贴标签</summary>
    [Alias("put")]
    Task<Reply<TagList>> Put(ChangeTags message);

    /// <summary>去标签</summary>
    [Alias("take")]
    Task<Reply<TagList>> Take(ChangeTags message);

    /// <summary>Every tag, past ones too.</summary>
    [Alias("list"), ReadOnly]
    Task<TagList> List();
}

/// <summary>Puts a tag on units, or takes it off.</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; an officer of the superior.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Units">The units.</param>
/// <param name="From">First day; null: today.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("federation.change-tags")]
public sealed record ChangeTags(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] string Tag,
    [property: Id(3)] ImmutableArray<UnitId> Units,
    [property: Id(4)] DateOnly? From,
    [property: Id(5)] string Reason);

/// <summary>Tags of a superior.</summary>
/// <param name="All">Oldest first.</param>
[GenerateSerializer, Immutable, Alias("federation.tag-list")]
public sealed record TagList([property: Id(0)] ImmutableArray<UnitTagView> All);

/// <summary>A unit bearing a tag.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Unit">The unit.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day without it; null: it bears it still.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who put it on.</param>
[GenerateSerializer, Immutable, Alias("federation.unit-tag-view")]
public sealed record UnitTagView(
    [property: Id(0)] string Tag, [property: Id(1)] UnitId Unit, [property: Id(2)] DateOnly From, [property: Id(3)] DateOnly? Until, [property: Id(4)] string Reason, [property: Id(5)] string By)
{
    /// <summary>True on a day on which it bears it.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day < Until);
}
