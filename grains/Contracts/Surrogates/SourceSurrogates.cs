using Federation.Domain.Catalogs.Sources;

namespace Federation.Contracts.Surrogates;

/// <summary>How <see cref="SourceSettings"/> travel.</summary>
[GenerateSerializer, Immutable, Alias("federation.source-settings")]
public struct SourceSettingsSurrogate
{
    /// <summary>See <see cref="SourceJson"/>.</summary>
    [Id(0)]
    public byte[] Json;
}

/// <summary>Converts <see cref="SourceSettings"/>.</summary>
[RegisterConverter]
public sealed class SourceSettingsConverter : IConverter<SourceSettings, SourceSettingsSurrogate>
{
    /// <inheritdoc />
    public SourceSettings ConvertFromSurrogate(in SourceSettingsSurrogate surrogate) => SourceJson.ReadSettings(surrogate.Json);

    /// <inheritdoc />
    public SourceSettingsSurrogate ConvertToSurrogate(in SourceSettings value) => new() { Json = SourceJson.Write(value) };
}

/// <summary>How a <see cref="SourceRun"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.source-run")]
public struct SourceRunSurrogate
{
    /// <summary>See <see cref="SourceJson"/>.</summary>
    [Id(0)]
    public byte[] Json;
}

/// <summary>Converts a <see cref="SourceRun"/>.</summary>
[RegisterConverter]
public sealed class SourceRunConverter : IConverter<SourceRun, SourceRunSurrogate>
{
    /// <inheritdoc />
    public SourceRun ConvertFromSurrogate(in SourceRunSurrogate surrogate) => SourceJson.ReadRun(surrogate.Json);

    /// <inheritdoc />
    public SourceRunSurrogate ConvertToSurrogate(in SourceRun value) => new() { Json = SourceJson.Write(value) };
}
