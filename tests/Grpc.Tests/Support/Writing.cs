using Grpc.Core;

namespace Federation.Grpc.Tests.Support;

/// <summary>Writing to those who may answer before they have been told everything.</summary>
public static class Writing
{
    /// <summary>An answer to this very message may end the call before its write is done; then the write fails with it.</summary>
    public static async Task WriteUnlessEnded<T>(this IClientStreamWriter<T> stream, T message)
    {
        try
        {
            await stream.WriteAsync(message);
        }
        catch (RpcException)
        {
            // the response tells
        }
    }
}
