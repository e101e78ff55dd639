using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Federation.Domain.Ledger;

namespace Federation.Documents.Bundles.Units;

/// <summary>An event as one line of JSON, with every field that its hash is made of.</summary>
public static class BundleEvents
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one line with its end.</summary>
    public static void WriteLine(Stream to, RecordedEvent e)
    {
        using (var json = new Utf8JsonWriter(to, Readable))
        {
            json.WriteStartObject();
            json.WriteString("stream"u8, e.Stream);
            json.WriteNumber("seq"u8, e.Seq);
            json.WriteString("at"u8, e.At.ToUniversalTime().ToString("o", CultureInfo.InvariantCulture));
            json.WriteString("ticks"u8, e.At.UtcTicks.ToString(CultureInfo.InvariantCulture)); // a text: more digits than numbers of JSON are safe for
            json.WriteString("actor"u8, e.Actor);
            json.WriteString("onBehalfOf"u8, e.OnBehalfOf);
            json.WriteString("key"u8, e.Key);
            json.WriteString("kind"u8, e.Kind);
            json.WriteNumber("kindVersion"u8, e.KindVersion);
            if (Utf8.IsValid(e.Payload.Span))
                json.WriteString("payload"u8, e.Payload.Span);
            else
                json.WriteBase64String("payloadBase64"u8, e.Payload.Span);
            json.WriteString("prevHash"u8, Convert.ToHexStringLower(e.PrevHash.Span));
            json.WriteString("hash"u8, Convert.ToHexStringLower(e.Hash.Span));
            json.WriteEndObject();
        }
        to.WriteByte((byte)'\n');
    }

    /// <summary>Reads one line.</summary>
    /// <exception cref="FormatException">Not of that form.</exception>
    public static RecordedEvent Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            var payload = json.TryGetProperty("payloadBase64"u8, out var coded) ? coded.GetBytesFromBase64() : Encoding.UTF8.GetBytes(Text("payload"));
            return new RecordedEvent(
                0, Text("stream"), json.GetProperty("seq"u8).GetInt64(), new DateTimeOffset(long.Parse(Text("ticks"), NumberStyles.None, CultureInfo.InvariantCulture), TimeSpan.Zero), Text("actor"),
                Text("onBehalfOf"), Text("key"), Text("kind"), json.GetProperty("kindVersion"u8).GetInt32(), payload, Convert.FromHexString(Text("prevHash")), Convert.FromHexString(Text("hash")));

            string Text(string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or OverflowException or ArgumentException)
        {
            throw new FormatException($"no event: {e.Message}", e);
        }
    }
}
