using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Federation.Domain.Catalogs.Sync;

/// <summary>
/// How a copy is kept in a file that grows: a line for each row, and after the rows of a page a line with the cursor. Rows without a cursor behind them
/// were being written when something failed; they are left out and fetched again. The member <c>entry</c> is the canonical form, so its SHA-256 is the
/// member <c>hash</c>.
/// </summary>
public static class CopyLog
{
    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Lines for rows and the cursor that covers them.</summary>
    public static byte[] Write(IEnumerable<CopyRow> rows, long cursor)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        foreach (var row in rows)
            Line(bytes, json => Row(json, row));
        Line(bytes, json => json.WriteNumber("cursor"u8, cursor));
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads what was written.</summary>
    /// <param name="file">All of it; may end anywhere.</param>
    /// <returns>Rows in the order written, the last cursor, and how many bytes up to and with it hold good.</returns>
    /// <exception cref="FormatException">A line before the last cursor is damaged.</exception>
    public static (ImmutableArray<CopyRow> Rows, long Cursor, long Length) Read(ReadOnlyMemory<byte> file)
    {
        var good = LastCursor(file.Span);
        var rows = ImmutableArray.CreateBuilder<CopyRow>();
        var (cursor, number) = (0L, 0);
        for (var rest = file[..good]; !rest.IsEmpty;)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            number++;
            try
            {
                using var line = JsonDocument.Parse(rest[..end]);
                if (line.RootElement.TryGetProperty("cursor"u8, out var at))
                    cursor = at.GetInt64();
                else
                    rows.Add(Row(line.RootElement));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new FormatException($"line {number} is damaged: {e.Message}", e);
            }
            rest = rest[(end + 1)..];
        }
        return (rows.ToImmutable(), cursor, good);
    }

    private static int LastCursor(ReadOnlySpan<byte> file)
    {
        var at = file.LastIndexOf("{\"cursor\":"u8);
        while (at >= 0)
        {
            var end = file[at..].IndexOf((byte)'\n');
            if (end >= 0 && (at == 0 || file[at - 1] == '\n'))
                return at + end + 1;
            at = file[..at].LastIndexOf("{\"cursor\":"u8);
        }
        return 0;
    }

    private static void Line(ArrayBufferWriter<byte> bytes, Action<Utf8JsonWriter> members)
    {
        using (var json = new Utf8JsonWriter(bytes, Canonical))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        bytes.Write("\n"u8);
    }

    private static void Row(Utf8JsonWriter json, CopyRow row)
    {
        json.WriteString("id"u8, row.Id.Value);
        json.WriteNumber("seq"u8, row.Seq);
        json.WriteNumber("revision"u8, row.Revision);
        if (row is { Hash: { } hash, Entry: { } entry })
        {
            json.WriteString("hash"u8, hash.ToString());
            json.WritePropertyName("entry"u8);
            EntryJson.Write(json, entry);
            return;
        }
        json.WriteString("removed"u8, row.Reason);
    }

    private static CopyRow Row(JsonElement json)
    {
        var removed = json.TryGetProperty("removed"u8, out var reason);
        return new CopyRow(
            EntryId.Parse(json.GetProperty("id"u8).GetString()!), json.GetProperty("seq"u8).GetInt64(), json.GetProperty("revision"u8).GetInt64(),
            removed ? null : Digest.Parse(json.GetProperty("hash"u8).GetString()!), removed ? null : EntryJson.Read(json.GetProperty("entry"u8)), removed ? reason.GetString()! : "");
    }
}
