using Federation.Cli.Errors;
using Google.Protobuf;

namespace Federation.Cli.Files;

/// <summary>A file that a command is given; one that cannot be read is a mistake in how it was typed, told with its cause.</summary>
internal static class LocalFile
{
    /// <summary>All of it.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="words">In which language to complain.</param>
    /// <param name="ct">Ends the read.</param>
    /// <param name="shown">What to call it; null: its path.</param>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static async Task<ByteString> Content(string path, Words words, CancellationToken ct, string? shown = null)
    {
        try
        {
            return UnsafeByteOperations.UnsafeWrap(await File.ReadAllBytesAsync(path, ct));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(words[$"{shown ?? path}:读不出来:{e.Message}", $"{shown ?? path}: cannot be read: {e.Message}"]);
        }
    }

    /// <summary>A message of the contract, written as JSON.</summary>
    /// <param name="file">The file.</param>
    /// <param name="words">In which language to complain.</param>
    /// <param name="what">What it should be, in Chinese.</param>
    /// <param name="whatEn">The same in English, with its article.</param>
    /// <param name="ct">Ends the read.</param>
    /// <exception cref="UsageException">It cannot be read as one.</exception>
    public static async Task<T> Message<T>(FileInfo file, Words words, string what, string whatEn, CancellationToken ct)
        where T : IMessage, new()
    {
        try
        {
            return JsonParser.Default.Parse<T>(await File.ReadAllTextAsync(file.FullName, ct));
        }
        catch (Exception e) when (e is InvalidJsonException or InvalidProtocolBufferException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(words[$"{file.Name}:不能读作{what}:{e.Message}", $"{file.Name} cannot be read as {whatEn}: {e.Message}"]);
        }
    }
}
