using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Federation.Grains.Outbox;

/// <summary>How messages stand in the outbox: as JSON that people can read.</summary>
internal static class MessageJson
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Encodes a message.</summary>
    public static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Readable);

    /// <summary>Decodes a message.</summary>
    /// <exception cref="FormatException">It is damaged.</exception>
    public static T Reading<T>(ImmutableArray<byte> payload, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(payload.AsMemory());
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            throw new FormatException($"damaged message: {e.Message}", e);
        }
    }

    /// <summary>A text that must be there.</summary>
    public static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");
}
