using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;

namespace Federation.Contracts.Surrogates;

/// <summary>How <see cref="UnitId"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.unit-id")]
public struct UnitIdSurrogate
{
    /// <summary>The code.</summary>
    [Id(0)]
    public string Value;
}

/// <summary>Converts <see cref="UnitId"/>.</summary>
[RegisterConverter]
public sealed class UnitIdConverter : IConverter<UnitId, UnitIdSurrogate>
{
    /// <inheritdoc />
    public UnitId ConvertFromSurrogate(in UnitIdSurrogate surrogate) => UnitId.Parse(surrogate.Value);

    /// <inheritdoc />
    public UnitIdSurrogate ConvertToSurrogate(in UnitId value) => new() { Value = value.Value };
}

/// <summary>How <see cref="Subject"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.subject")]
public struct SubjectSurrogate
{
    /// <summary>Account name.</summary>
    [Id(0)]
    public string Person;

    /// <summary>Unit.</summary>
    [Id(1)]
    public UnitId Unit;

    /// <summary>Roles.</summary>
    [Id(2)]
    public ImmutableArray<Role> Roles;

    /// <summary>In whose place they act; empty when in their own.</summary>
    [Id(3)]
    public string StandsInFor;
}

/// <summary>Converts <see cref="Subject"/>.</summary>
[RegisterConverter]
public sealed class SubjectConverter : IConverter<Subject, SubjectSurrogate>
{
    /// <inheritdoc />
    public Subject ConvertFromSurrogate(in SubjectSurrogate surrogate) => new(surrogate.Person, surrogate.Unit, surrogate.Roles, surrogate.StandsInFor ?? "");

    /// <inheritdoc />
    public SubjectSurrogate ConvertToSurrogate(in Subject value) => new() { Person = value.Person, Unit = value.Unit, Roles = value.Roles, StandsInFor = value.StandsInFor };
}
