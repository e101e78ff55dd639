using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Contracts.Catalogs;
using Federation.Contracts.Obligations;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using static Federation.Grains.Outbox.MessageJson;

namespace Federation.Grains.Outbox;

/// <summary>Messages between drafts, catalogs and books of duties, as they stand in the outbox.</summary>
internal static class EntryMessages
{
    /// <summary>签发: a draft releases its entry into the catalog.</summary>
    public const string Released = "entry-released";

    /// <summary>A catalog tells a book of duties of a document, or that its interpretation is there.</summary>
    public const string Document = "document-published";

    /// <summary>An entry says that another is repealed or amended.</summary>
    public const string Validity = "validity-proposed";

    /// <summary>Writes a release.</summary>
    public static byte[] Write(EntryRelease m) => Bytes(new JsonObject
    {
        ["id"] = m.Id.Value, ["round"] = m.Round, ["entry"] = m.Entry is null ? null : JsonNode.Parse(EntryJson.Bytes(m.Entry)), ["base"] = m.BaseRevision, ["author"] = m.Author,
        ["approvedBy"] = m.ApprovedBy, ["reason"] = m.Reason,
    });

    /// <summary>Reads a release.</summary>
    /// <exception cref="FormatException">Not written by <see cref="Write(EntryRelease)"/>.</exception>
    public static ReleaseEntry ReadRelease(ImmutableArray<byte> payload) => Reading(payload, json => new ReleaseEntry(
        EntryId.Parse(Text(json, "id")), json.GetProperty("round"u8).GetInt32(), json.GetProperty("entry"u8) is { ValueKind: JsonValueKind.Object } entry ? EntryJson.Read(entry) : null,
        json.GetProperty("base"u8).GetInt64(), Text(json, "author"), Text(json, "approvedBy"), Text(json, "reason")));

    /// <summary>Writes a document.</summary>
    public static byte[] Write(PublishedDocument m) => Bytes(new JsonObject
    {
        ["unit"] = m.Unit.Value, ["entry"] = m.Id.Value, ["title"] = m.Title, ["needed"] = m.Needed, ["publishedOn"] = EntryFields.Text(m.PublishedOn),
    });

    /// <summary>Reads a document.</summary>
    /// <exception cref="FormatException">Not written by <see cref="Write(PublishedDocument)"/>.</exception>
    public static TakenDocument ReadDocument(ImmutableArray<byte> payload, DateTimeOffset sentAt) => Reading(payload, json => new TakenDocument(
        UnitId.Parse(Text(json, "unit")), EntryId.Parse(Text(json, "entry")), Text(json, "title"), json.GetProperty("needed"u8).GetBoolean(),
        EntryFields.Day(Text(json, "publishedOn")) ?? throw new FormatException("no day"), sentAt));

    /// <summary>Writes what an entry says of another.</summary>
    public static byte[] Write(UnitId catalog, CatalogEntry from, ValidityState state) => Bytes(new JsonObject
    {
        ["catalog"] = catalog.Value, ["from"] = from.Id.Value, ["title"] = from.Title, ["state"] = state.Word(), ["since"] = (from.FormedOn ?? from.PublishedOn) is { } day ? EntryFields.Text(day) : "",
    });

    /// <summary>Reads what an entry says of another.</summary>
    /// <exception cref="FormatException">Not written by <see cref="Write(UnitId, CatalogEntry, ValidityState)"/>.</exception>
    public static ProposeValidity ReadValidity(ImmutableArray<byte> payload, long position) => Reading(payload, json => new ProposeValidity(
        UnitId.Parse(Text(json, "catalog")), EntryId.Parse(Text(json, "from")), Text(json, "title"), CatalogWords.StateOf(Text(json, "state")) ?? throw new FormatException("no validity"),
        EntryFields.Day(Text(json, "since")), position));
}
