using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Federation.Domain.Reports;

namespace Federation.Contracts.Surrogates;

/// <summary>How <see cref="ReportContent"/> travels: as its canonical JSON.</summary>
[GenerateSerializer, Immutable, Alias("federation.report-content")]
public struct ReportContentSurrogate
{
    /// <summary>See <see cref="ContentJson"/>.</summary>
    [Id(0)]
    public ImmutableArray<byte> Json;
}

/// <summary>Converts <see cref="ReportContent"/>.</summary>
[RegisterConverter]
public sealed class ReportContentConverter : IConverter<ReportContent, ReportContentSurrogate>
{
    /// <inheritdoc />
    public ReportContent ConvertFromSurrogate(in ReportContentSurrogate surrogate)
    {
        using var json = JsonDocument.Parse(surrogate.Json.AsMemory());
        return ContentJson.Read(json.RootElement);
    }

    /// <inheritdoc />
    public ReportContentSurrogate ConvertToSurrogate(in ReportContent value)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            ContentJson.WriteMembers(json, value);
            json.WriteEndObject();
        }
        return new ReportContentSurrogate { Json = ImmutableArray.Create(bytes.WrittenSpan) };
    }
}

/// <summary>How <see cref="CellValue"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.cell-value")]
public struct CellValueSurrogate
{
    /// <summary>What stands there, by number.</summary>
    [Id(0)]
    public int State;

    /// <summary>The number.</summary>
    [Id(1)]
    public long Value;
}

/// <summary>Converts <see cref="CellValue"/>.</summary>
[RegisterConverter]
public sealed class CellValueConverter : IConverter<CellValue, CellValueSurrogate>
{
    /// <inheritdoc />
    public CellValue ConvertFromSurrogate(in CellValueSurrogate surrogate) => new((CellState)surrogate.State, surrogate.Value);

    /// <inheritdoc />
    public CellValueSurrogate ConvertToSurrogate(in CellValue value) => new() { State = (int)value.State, Value = value.Value };
}

/// <summary>Converts <see cref="ReportScope"/>.</summary>
[RegisterConverter]
public sealed class ReportScopeConverter : IConverter<ReportScope, EnumerationSurrogate>
{
    /// <inheritdoc />
    public ReportScope ConvertFromSurrogate(in EnumerationSurrogate surrogate) => (ReportScope)surrogate.Number;

    /// <inheritdoc />
    public EnumerationSurrogate ConvertToSurrogate(in ReportScope value) => new() { Number = (int)value };
}
