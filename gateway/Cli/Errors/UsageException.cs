namespace Federation.Cli.Errors;

/// <summary>The command line or a file cannot be read; nothing was sent.</summary>
/// <param name="message">What is wrong, and where.</param>
internal sealed class UsageException(string message) : Exception(message);
