using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Contracts.Surrogates;

/// <summary>How <see cref="PeriodId"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.period-id")]
public struct PeriodIdSurrogate
{
    /// <summary>The id as text.</summary>
    [Id(0)]
    public string Value;
}

/// <summary>Converts <see cref="PeriodId"/>.</summary>
[RegisterConverter]
public sealed class PeriodIdConverter : IConverter<PeriodId, PeriodIdSurrogate>
{
    /// <inheritdoc />
    public PeriodId ConvertFromSurrogate(in PeriodIdSurrogate surrogate) => PeriodId.Parse(surrogate.Value);

    /// <inheritdoc />
    public PeriodIdSurrogate ConvertToSurrogate(in PeriodId value) => new() { Value = value.ToString() };
}

/// <summary>How <see cref="Figures"/> travels: as its canonical JSON.</summary>
[GenerateSerializer, Immutable, Alias("federation.figures")]
public struct FiguresSurrogate
{
    /// <summary>See <see cref="FigureJson"/>.</summary>
    [Id(0)]
    public ImmutableArray<byte> Json;
}

/// <summary>Converts <see cref="Figures"/>.</summary>
[RegisterConverter]
public sealed class FiguresConverter : IConverter<Figures, FiguresSurrogate>
{
    /// <inheritdoc />
    public Figures ConvertFromSurrogate(in FiguresSurrogate surrogate)
    {
        using var json = JsonDocument.Parse(surrogate.Json.AsMemory());
        return FigureJson.Read(json.RootElement);
    }

    /// <inheritdoc />
    public FiguresSurrogate ConvertToSurrogate(in Figures value)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(bytes))
            FigureJson.Write(json, value);
        return new FiguresSurrogate { Json = ImmutableArray.Create(bytes.WrittenSpan) };
    }
}

/// <summary>How <see cref="Tally"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.tally")]
public struct TallySurrogate
{
    /// <summary>See <see cref="Tally.Encode"/>.</summary>
    [Id(0)]
    public ImmutableArray<byte> Bytes;
}

/// <summary>Converts <see cref="Tally"/>.</summary>
[RegisterConverter]
public sealed class TallyConverter : IConverter<Tally, TallySurrogate>
{
    /// <inheritdoc />
    public Tally ConvertFromSurrogate(in TallySurrogate surrogate) => Tally.Decode(surrogate.Bytes.AsSpan());

    /// <inheritdoc />
    public TallySurrogate ConvertToSurrogate(in Tally value) => new() { Bytes = ImmutableArray.Create(value.Encode()) };
}

/// <summary>How <see cref="FilingCounts"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.filing-counts")]
public struct FilingCountsSurrogate
{
    /// <summary>Filings that count.</summary>
    [Id(0)]
    public long Filed;

    /// <summary>Late ones.</summary>
    [Id(1)]
    public long Late;

    /// <summary>Returned ones.</summary>
    [Id(2)]
    public long Returned;

    /// <summary>Accepted ones.</summary>
    [Id(3)]
    public long Accepted;

    /// <summary>Published ones.</summary>
    [Id(4)]
    public long Published;

    /// <summary>Corrections.</summary>
    [Id(5)]
    public long Corrected;
}

/// <summary>Converts <see cref="FilingCounts"/>.</summary>
[RegisterConverter]
public sealed class FilingCountsConverter : IConverter<FilingCounts, FilingCountsSurrogate>
{
    /// <inheritdoc />
    public FilingCounts ConvertFromSurrogate(in FilingCountsSurrogate surrogate) => new(surrogate.Filed, surrogate.Late, surrogate.Returned, surrogate.Accepted, surrogate.Published, surrogate.Corrected);

    /// <inheritdoc />
    public FilingCountsSurrogate ConvertToSurrogate(in FilingCounts value) =>
        new()
        {
            Filed = value.Filed,
            Late = value.Late,
            Returned = value.Returned,
            Accepted = value.Accepted,
            Published = value.Published,
            Corrected = value.Corrected,
        };
}

/// <summary>How <see cref="ReturnReason"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.return-reason")]
public struct ReturnReasonSurrogate
{
    /// <summary>Cell; empty for the whole report.</summary>
    [Id(0)]
    public string Cell;

    /// <summary>The reason.</summary>
    [Id(1)]
    public string Text;
}

/// <summary>Converts <see cref="ReturnReason"/>.</summary>
[RegisterConverter]
public sealed class ReturnReasonConverter : IConverter<ReturnReason, ReturnReasonSurrogate>
{
    /// <inheritdoc />
    public ReturnReason ConvertFromSurrogate(in ReturnReasonSurrogate surrogate) => new(surrogate.Cell, surrogate.Text);

    /// <inheritdoc />
    public ReturnReasonSurrogate ConvertToSurrogate(in ReturnReason value) => new() { Cell = value.Cell, Text = value.Text };
}

/// <summary>How <see cref="Contribution"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.contribution")]
public struct ContributionSurrogate
{
    /// <summary>Whose.</summary>
    [Id(0)]
    public UnitId Unit;

    /// <summary>Own filing or total.</summary>
    [Id(1)]
    public ContributionScope Scope;

    /// <summary>Version.</summary>
    [Id(2)]
    public long Version;

    /// <summary>Filings in it.</summary>
    [Id(3)]
    public FilingCounts Counts;

    /// <summary>Figures in it.</summary>
    [Id(4)]
    public Tally Tally;

    /// <summary>Hash of what was filed.</summary>
    [Id(5)]
    public ImmutableArray<byte> ContentHash;

    /// <summary>Head of the filing's chain.</summary>
    [Id(6)]
    public ImmutableArray<byte> Head;

    /// <summary>Who filed.</summary>
    [Id(7)]
    public string Signer;

    /// <summary>When.</summary>
    [Id(8)]
    public DateTimeOffset At;
}

/// <summary>Converts <see cref="Contribution"/>.</summary>
[RegisterConverter]
public sealed class ContributionConverter : IConverter<Contribution, ContributionSurrogate>
{
    /// <inheritdoc />
    public Contribution ConvertFromSurrogate(in ContributionSurrogate surrogate) => new(
        surrogate.Unit, surrogate.Scope, surrogate.Version, surrogate.Counts, surrogate.Tally, surrogate.ContentHash, surrogate.Head, surrogate.Signer, surrogate.At);

    /// <inheritdoc />
    public ContributionSurrogate ConvertToSurrogate(in Contribution value) => new()
    {
        Unit = value.Unit,
        Scope = value.Scope,
        Version = value.Version,
        Counts = value.Counts,
        Tally = value.Tally,
        ContentHash = value.ContentHash,
        Head = value.Head,
        Signer = value.Signer,
        At = value.At,
    };
}
