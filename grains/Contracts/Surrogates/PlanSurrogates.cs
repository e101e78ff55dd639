using System.Buffers;
using System.Text.Json;
using Federation.Domain.WorkPoints;

namespace Federation.Contracts.Surrogates;

/// <summary>How <see cref="PlanId"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.plan-id")]
public struct PlanIdSurrogate
{
    /// <summary>As written.</summary>
    [Id(0)]
    public string Value;
}

/// <summary>Converts <see cref="PlanId"/>.</summary>
[RegisterConverter]
public sealed class PlanIdConverter : IConverter<PlanId, PlanIdSurrogate>
{
    /// <inheritdoc />
    public PlanId ConvertFromSurrogate(in PlanIdSurrogate surrogate) => PlanId.Parse(surrogate.Value);

    /// <inheritdoc />
    public PlanIdSurrogate ConvertToSurrogate(in PlanId value) => new() { Value = value.ToString() };
}

/// <summary>How <see cref="PlanDraft"/> travels: as its JSON, the same as in the ledger.</summary>
[GenerateSerializer, Immutable, Alias("federation.plan-draft")]
public struct PlanDraftSurrogate
{
    /// <summary>See <see cref="PlanJson"/>.</summary>
    [Id(0)]
    public byte[] Json;
}

/// <summary>Converts <see cref="PlanDraft"/>.</summary>
[RegisterConverter]
public sealed class PlanDraftConverter : IConverter<PlanDraft, PlanDraftSurrogate>
{
    /// <inheritdoc />
    public PlanDraft ConvertFromSurrogate(in PlanDraftSurrogate surrogate)
    {
        using var document = JsonDocument.Parse(surrogate.Json);
        return PlanJson.ReadDraft(document.RootElement);
    }

    /// <inheritdoc />
    public PlanDraftSurrogate ConvertToSurrogate(in PlanDraft value)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(bytes);
        PlanJson.Write(json, value);
        json.Flush();
        return new() { Json = bytes.WrittenSpan.ToArray() };
    }
}

/// <summary>Converts <see cref="ClauseChange"/>.</summary>
[RegisterConverter]
public sealed class ClauseChangeConverter : IConverter<ClauseChange, EnumerationSurrogate>
{
    /// <inheritdoc />
    public ClauseChange ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (ClauseChange)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in ClauseChange value) => new() { Number = (int)value };
}
