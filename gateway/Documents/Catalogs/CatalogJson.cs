using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs;

/// <summary>
/// A catalog as JSON. The first line is the manifest with the digest that a whole copy has; then one canonical entry a line, so that the SHA-256 of a
/// line is the hash of its entry.
/// </summary>
public static class CatalogJson
{
    /// <summary>Schema named by the manifest.</summary>
    public const string Schema = "federation-catalog-1";

    private const int FlushAt = 64 * 1024;
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON Lines: the manifest, then one entry a line.</summary>
    public static Task WriteLines(Stream to, CatalogFacts facts, IAsyncEnumerable<StoredEntry> entries, CancellationToken ct) =>
        Write(to, facts, entries, ("{\"manifest\":", "}\n"), ("", "\n"), "", ct);

    /// <summary>One document: <c>manifest</c> and <c>entries</c>.</summary>
    public static Task Write(Stream to, CatalogFacts facts, IAsyncEnumerable<StoredEntry> entries, CancellationToken ct) =>
        Write(to, facts, entries, ("{\"manifest\":", ",\n\"entries\":[\n"), (",\n", ""), "\n]}\n", ct);

    /// <summary>The manifest as an object.</summary>
    public static byte[] Manifest(CatalogFacts facts)
    {
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("schema"u8, Schema);
            json.WriteString("unit"u8, facts.Unit.Value);
            json.WriteString("name"u8, facts.Name);
            json.WriteNumber("seq"u8, facts.Head.Seq);
            json.WriteNumber("entries"u8, facts.Head.Whole.Count);
            json.WriteString("digest"u8, facts.Head.Whole.Digest.ToString());
            if (facts.Head.ChangedAt is { } changed)
                json.WriteString("changedAt"u8, changed.ToString("o", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static async Task Write(
        Stream to, CatalogFacts facts, IAsyncEnumerable<StoredEntry> entries, (string Before, string After) manifest, (string Between, string After) entry, string end, CancellationToken ct)
    {
        var page = new MemoryStream();
        Text(page, manifest.Before);
        page.Write(Manifest(facts));
        Text(page, manifest.After);
        var first = true;
        await foreach (var stored in entries.WithCancellation(ct))
        {
            Text(page, first ? "" : entry.Between);
            page.Write(EntryJson.Bytes(stored.Entry!));
            Text(page, entry.After);
            first = false;
            if (page.Length >= FlushAt)
                await Flush(page, to, ct);
        }
        Text(page, end);
        await Flush(page, to, ct);
    }

    private static void Text(MemoryStream to, string text) => to.Write(Encoding.UTF8.GetBytes(text));

    private static async Task Flush(MemoryStream page, Stream to, CancellationToken ct)
    {
        await to.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), ct);
        page.SetLength(0);
    }
}
