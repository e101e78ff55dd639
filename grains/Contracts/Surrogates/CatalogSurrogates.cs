using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Federation.Domain.Catalogs;
using Federation.Domain.Findings;

namespace Federation.Contracts.Surrogates;

/// <summary>How <see cref="EntryId"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.entry-id")]
public struct EntryIdSurrogate
{
    /// <summary>As written.</summary>
    [Id(0)]
    public string Value;
}

/// <summary>Converts <see cref="EntryId"/>.</summary>
[RegisterConverter]
public sealed class EntryIdConverter : IConverter<EntryId, EntryIdSurrogate>
{
    /// <inheritdoc />
    public EntryId ConvertFromSurrogate(in EntryIdSurrogate surrogate) => EntryId.Parse(surrogate.Value);

    /// <inheritdoc />
    public EntryIdSurrogate ConvertToSurrogate(in EntryId value) => new() { Value = value.Value };
}

/// <summary>How <see cref="Digest"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.digest")]
public struct DigestSurrogate
{
    /// <summary>32 bytes.</summary>
    [Id(0)]
    public byte[] Bytes;
}

/// <summary>Converts <see cref="Digest"/>.</summary>
[RegisterConverter]
public sealed class DigestConverter : IConverter<Digest, DigestSurrogate>
{
    /// <inheritdoc />
    public Digest ConvertFromSurrogate(in DigestSurrogate surrogate) => Digest.From(surrogate.Bytes);

    /// <inheritdoc />
    public DigestSurrogate ConvertToSurrogate(in Digest value) => new() { Bytes = value.ToBytes() };
}

/// <summary>How <see cref="CatalogEntry"/> travels: in its canonical form.</summary>
[GenerateSerializer, Immutable, Alias("federation.catalog-entry")]
public struct CatalogEntrySurrogate
{
    /// <summary>See <see cref="EntryJson"/>.</summary>
    [Id(0)]
    public byte[] Json;
}

/// <summary>Converts <see cref="CatalogEntry"/>.</summary>
[RegisterConverter]
public sealed class CatalogEntryConverter : IConverter<CatalogEntry, CatalogEntrySurrogate>
{
    /// <inheritdoc />
    public CatalogEntry ConvertFromSurrogate(in CatalogEntrySurrogate surrogate)
    {
        using var document = JsonDocument.Parse(surrogate.Json);
        return EntryJson.Read(document.RootElement);
    }

    /// <inheritdoc />
    public CatalogEntrySurrogate ConvertToSurrogate(in CatalogEntry value) => new() { Json = EntryJson.Bytes(value) };
}

/// <summary>How <see cref="EntryChange"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.entry-change")]
public struct EntryChangeSurrogate
{
    /// <summary>The entry.</summary>
    [Id(0)]
    public EntryId Entry;

    /// <summary>Its content; null: it is to be removed.</summary>
    [Id(1)]
    public CatalogEntry? Content;

    /// <summary>Revision that the sender knows.</summary>
    [Id(2)]
    public long? ExpectedRevision;

    /// <summary>Who wrote or removed it.</summary>
    [Id(3)]
    public string Author;

    /// <summary>Version at the origin.</summary>
    [Id(4)]
    public string SourceVersion;

    /// <summary>Why it is removed.</summary>
    [Id(5)]
    public string Reason;
}

/// <summary>Converts <see cref="EntryChange"/>.</summary>
[RegisterConverter]
public sealed class EntryChangeConverter : IConverter<EntryChange, EntryChangeSurrogate>
{
    /// <inheritdoc />
    public EntryChange ConvertFromSurrogate(in EntryChangeSurrogate surrogate) =>
        new(surrogate.Entry, surrogate.Content, surrogate.ExpectedRevision, surrogate.Author, surrogate.SourceVersion, surrogate.Reason);

    /// <inheritdoc />
    public EntryChangeSurrogate ConvertToSurrogate(in EntryChange value) => new()
    {
        Entry = value.Id, Content = value.Entry, ExpectedRevision = value.ExpectedRevision, Author = value.Author, SourceVersion = value.SourceVersion, Reason = value.Reason,
    };
}

/// <summary>How <see cref="EntryResult"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.entry-result")]
public struct EntryResultSurrogate
{
    /// <summary>The entry.</summary>
    [Id(0)]
    public EntryId Entry;

    /// <summary>How it ended, by number.</summary>
    [Id(1)]
    public int Outcome;

    /// <summary>Revision afterwards.</summary>
    [Id(2)]
    public long Revision;

    /// <summary>Place in the feed.</summary>
    [Id(3)]
    public long Seq;

    /// <summary>Everything found.</summary>
    [Id(4)]
    public ImmutableArray<Finding> Findings;
}

/// <summary>Converts <see cref="EntryResult"/>.</summary>
[RegisterConverter]
public sealed class EntryResultConverter : IConverter<EntryResult, EntryResultSurrogate>
{
    /// <inheritdoc />
    public EntryResult ConvertFromSurrogate(in EntryResultSurrogate surrogate) =>
        new(surrogate.Entry, (EntryOutcome)surrogate.Outcome, surrogate.Revision, surrogate.Seq, surrogate.Findings);

    /// <inheritdoc />
    public EntryResultSurrogate ConvertToSurrogate(in EntryResult value) => new()
    {
        Entry = value.Id, Outcome = (int)value.Outcome, Revision = value.Revision, Seq = value.Seq, Findings = value.Findings,
    };
}

/// <summary>How <see cref="CatalogSettings"/> travels: as its JSON, the same as in the ledger.</summary>
[GenerateSerializer, Immutable, Alias("federation.catalog-settings")]
public struct CatalogSettingsSurrogate
{
    /// <summary>See <see cref="CatalogEventJson"/>.</summary>
    [Id(0)]
    public byte[] Json;
}

/// <summary>Converts <see cref="CatalogSettings"/>.</summary>
[RegisterConverter]
public sealed class CatalogSettingsConverter : IConverter<CatalogSettings, CatalogSettingsSurrogate>
{
    /// <inheritdoc />
    public CatalogSettings ConvertFromSurrogate(in CatalogSettingsSurrogate surrogate)
    {
        using var document = JsonDocument.Parse(surrogate.Json);
        return CatalogEventJson.ReadSettings(document.RootElement);
    }

    /// <inheritdoc />
    public CatalogSettingsSurrogate ConvertToSurrogate(in CatalogSettings value)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        using var json = new Utf8JsonWriter(bytes);
        CatalogEventJson.Write(json, value);
        json.Flush();
        return new() { Json = bytes.WrittenSpan.ToArray() };
    }
}
