namespace Federation.Cli.Files;

/// <summary>A fault in a filing, with its place.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in characters.</param>
/// <param name="message">What is wrong.</param>
internal sealed class FilingJsonException(long line, long column, string message) : Exception(message)
{
    public long Line => line;

    public long Column => column;
}
