using Federation.Domain.Obligations;

namespace Federation.Contracts.Surrogates;

/// <summary>How <see cref="DutyId"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.duty-id")]
public struct DutyIdSurrogate
{
    /// <summary>Plan and clause as text.</summary>
    [Id(0)]
    public string Value;
}

/// <summary>Converts <see cref="DutyId"/>.</summary>
[RegisterConverter]
public sealed class DutyIdConverter : IConverter<DutyId, DutyIdSurrogate>
{
    /// <inheritdoc />
    public DutyId ConvertFromSurrogate(in DutyIdSurrogate surrogate) => DutyId.Parse(surrogate.Value);

    /// <inheritdoc />
    public DutyIdSurrogate ConvertToSurrogate(in DutyId value) => new() { Value = value.ToString() };
}

/// <summary>How <see cref="Duty"/> travels: as its line of JSON, the same as in the ledger.</summary>
[GenerateSerializer, Immutable, Alias("federation.duty")]
public struct DutySurrogate
{
    /// <summary>See <see cref="DutyJson"/>.</summary>
    [Id(0)]
    public string Json;
}

/// <summary>Converts <see cref="Duty"/>.</summary>
[RegisterConverter]
public sealed class DutyConverter : IConverter<Duty, DutySurrogate>
{
    /// <inheritdoc />
    public Duty ConvertFromSurrogate(in DutySurrogate surrogate) => DutyJson.Parse(surrogate.Json);

    /// <inheritdoc />
    public DutySurrogate ConvertToSurrogate(in Duty value) => new() { Json = DutyJson.Line(value) };
}
