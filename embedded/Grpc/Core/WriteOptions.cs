namespace Grpc.Core;

/// <summary>Wishes for the next writes.</summary>
[Flags]
public enum WriteFlags
{
    BufferHint = 1,
    NoCompress = 2,
}

/// <summary>Wishes for the next writes, as an object.</summary>
public class WriteOptions(WriteFlags flags = default)
{
    public static readonly WriteOptions Default = new();

    public WriteFlags Flags { get; } = flags;
}
