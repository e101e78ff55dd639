namespace Federation.Cli;

/// <summary>Everything a run takes from the process around it; a test gives its own.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output: results, and nothing else.</param>
/// <param name="Err">Standard error: refusals, findings on what was sent, questions.</param>
/// <param name="Env">Environment variables.</param>
public sealed record Surroundings(TextReader In, TextWriter Out, TextWriter Err, IReadOnlyDictionary<string, string> Env)
{
    private const int UsualWidth = 120;

    /// <summary>Columns of the terminal that standard output is; null when it is redirected.</summary>
    public int? OutWidth { get; init; }

    /// <summary>Columns of the terminal that standard error is; null when it is redirected.</summary>
    public int? ErrWidth { get; init; }

    /// <summary>Makes the pauses between tries.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A variable that is set to something; null when it is absent or empty.</summary>
    public string? Variable(string name) => Env.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Columns of the terminal of this process; 120 where it does not say.</summary>
    public static int TerminalWidth()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }
}
