using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using System.Collections.Immutable;

namespace Federation.Contracts.Surrogates;

/// <summary>How <see cref="StandardItem"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.standard-item")]
public struct StandardItemSurrogate
{
    /// <summary>Id.</summary>
    [Id(0)]
    public string Item;

    /// <summary>Title.</summary>
    [Id(1)]
    public string Title;

    /// <summary>Ids and texts of its fields in turn: a sorted dictionary would have to take its comparer along.</summary>
    [Id(2)]
    public ImmutableArray<string> Fields;

    /// <summary>Levels.</summary>
    [Id(3)]
    public ImmutableArray<Tier> Levels;

    /// <summary>Whether it may not be left out.</summary>
    [Id(4)]
    public bool Required;
}

/// <summary>Converts <see cref="StandardItem"/>.</summary>
[RegisterConverter]
public sealed class StandardItemConverter : IConverter<StandardItem, StandardItemSurrogate>
{
    /// <inheritdoc />
    public StandardItem ConvertFromSurrogate(in StandardItemSurrogate surrogate) =>
        new(surrogate.Item, surrogate.Title, surrogate.Fields.Chunk(2).ToImmutableSortedDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal), surrogate.Levels, surrogate.Required);

    /// <inheritdoc />
    public StandardItemSurrogate ConvertToSurrogate(in StandardItem value) =>
        new() { Item = value.Id, Title = value.Title, Fields = [.. value.Fields.SelectMany(f => new[] { f.Key, f.Value })], Levels = value.Levels, Required = value.Required };
}

/// <summary>How <see cref="StandardVersion"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.standard-version")]
public struct StandardVersionSurrogate
{
    /// <summary>Whose.</summary>
    [Id(0)]
    public UnitId Owner;

    /// <summary>Which.</summary>
    [Id(1)]
    public int Version;
}

/// <summary>Converts <see cref="StandardVersion"/>.</summary>
[RegisterConverter]
public sealed class StandardVersionConverter : IConverter<StandardVersion, StandardVersionSurrogate>
{
    /// <inheritdoc />
    public StandardVersion ConvertFromSurrogate(in StandardVersionSurrogate surrogate) => new(surrogate.Owner, surrogate.Version);

    /// <inheritdoc />
    public StandardVersionSurrogate ConvertToSurrogate(in StandardVersion value) => new() { Owner = value.Owner, Version = value.Version };
}

/// <summary>How <see cref="ConflictDecision"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.conflict-decision")]
public struct ConflictDecisionSurrogate
{
    /// <summary>Where.</summary>
    [Id(0)]
    public string Place;

    /// <summary>What was taken, by number.</summary>
    [Id(1)]
    public int Choice;

    /// <summary>Why.</summary>
    [Id(2)]
    public string Reason;
}

/// <summary>Converts <see cref="ConflictDecision"/>.</summary>
[RegisterConverter]
public sealed class ConflictDecisionConverter : IConverter<ConflictDecision, ConflictDecisionSurrogate>
{
    /// <inheritdoc />
    public ConflictDecision ConvertFromSurrogate(in ConflictDecisionSurrogate surrogate) => new(surrogate.Place, (ConflictChoice)surrogate.Choice, surrogate.Reason);

    /// <inheritdoc />
    public ConflictDecisionSurrogate ConvertToSurrogate(in ConflictDecision value) => new() { Place = value.Place, Choice = (int)value.Choice, Reason = value.Reason };
}

/// <summary>How <see cref="MergeStep"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.merge-step")]
public struct MergeStepSurrogate
{
    /// <summary>Item.</summary>
    [Id(0)]
    public string Item;

    /// <summary>Field; empty: all of it.</summary>
    [Id(1)]
    public string Field;

    /// <summary>What was done, by number.</summary>
    [Id(2)]
    public int Kind;

    /// <summary>As in the old standard.</summary>
    [Id(3)]
    public string Before;

    /// <summary>As in the new one.</summary>
    [Id(4)]
    public string Theirs;

    /// <summary>As here.</summary>
    [Id(5)]
    public string Ours;
}

/// <summary>Converts <see cref="MergeStep"/>.</summary>
[RegisterConverter]
public sealed class MergeStepConverter : IConverter<MergeStep, MergeStepSurrogate>
{
    /// <inheritdoc />
    public MergeStep ConvertFromSurrogate(in MergeStepSurrogate surrogate) =>
        new(surrogate.Item, surrogate.Field, (MergeKind)surrogate.Kind, surrogate.Before, surrogate.Theirs, surrogate.Ours);

    /// <inheritdoc />
    public MergeStepSurrogate ConvertToSurrogate(in MergeStep value) => new()
    {
        Item = value.Item, Field = value.Field, Kind = (int)value.Kind, Before = value.Before, Theirs = value.Theirs, Ours = value.Ours,
    };
}
