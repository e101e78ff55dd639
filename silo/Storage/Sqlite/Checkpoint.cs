namespace Federation.Storage.Sqlite;

/// <summary>A snapshot of grain state as it stands in the store.</summary>
/// <param name="Key">Key of the grain, or of the reminder.</param>
/// <param name="Bytes">Content, opaque to the store.</param>
/// <param name="Etag">Tag to be shown when it is replaced; never used twice in one file.</param>
public sealed record Checkpoint(string Key, ReadOnlyMemory<byte> Bytes, string Etag);
