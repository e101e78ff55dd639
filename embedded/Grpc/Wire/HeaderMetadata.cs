using Grpc.Core;

namespace Grpc.Wire;

/// <summary>Between HTTP headers and metadata.</summary>
internal static class HeaderMetadata
{
    /// <summary>Adds one received value; one of binary kind that is not base64 is left out rather than failing the call.</summary>
    public static void Add(Metadata metadata, string key, string value)
    {
        if (!key.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
        {
            metadata.Add(key, value);
            return;
        }

        // values of a repeated binary header may arrive joined by commas
        foreach (var part in value.Split(',', StringSplitOptions.TrimEntries))
        {
            if (TryDecode(part, out var bytes))
                metadata.Add(key, bytes);
        }
    }

    /// <summary>Whether a header belongs to the protocol and not to the application.</summary>
    public static bool IsReserved(string key) =>
        key.Length == 0
        || key[0] is ':'
        || (key[0] is 'g' or 'G' && IsProtocolHeader(key))
        || key.Equals("content-type", StringComparison.OrdinalIgnoreCase)
        || key.Equals("content-encoding", StringComparison.OrdinalIgnoreCase)
        || key.Equals("te", StringComparison.OrdinalIgnoreCase)
        || key.Equals("host", StringComparison.OrdinalIgnoreCase);

    private static bool IsProtocolHeader(string key) =>
        key.Equals(Protocol.StatusHeader, StringComparison.OrdinalIgnoreCase)
        || key.Equals(Protocol.MessageHeader, StringComparison.OrdinalIgnoreCase)
        || key.Equals(Protocol.EncodingHeader, StringComparison.OrdinalIgnoreCase)
        || key.Equals(Protocol.AcceptEncodingHeader, StringComparison.OrdinalIgnoreCase)
        || key.Equals(Protocol.TimeoutHeader, StringComparison.OrdinalIgnoreCase);

    private static bool TryDecode(string text, out byte[] bytes)
    {
        var bare = text.TrimEnd('='); // the padding is optional on the wire
        var padded = bare.PadRight((bare.Length + 3) / 4 * 4, '=');
        bytes = new byte[padded.Length / 4 * 3];
        if (!Convert.TryFromBase64String(padded, bytes, out var written))
            return false;
        Array.Resize(ref bytes, written);
        return true;
    }
}
