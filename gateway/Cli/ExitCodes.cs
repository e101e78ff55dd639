namespace Federation.Cli;

/// <summary>What the exit code of <c>fed</c> says. Stable: scripts decide by it.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>Refused by rules; the findings are on standard error.</summary>
    public const int Refused = 1;

    /// <summary>The command line or a file cannot be read; nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>No valid token, or not permitted.</summary>
    public const int NotPermitted = 3;

    /// <summary>No such unit, form or the like.</summary>
    public const int NotFound = 4;

    /// <summary>Server unreachable or busy: the same command may be given again.</summary>
    public const int TryAgain = 5;

    /// <summary>A fault of the server or of this program.</summary>
    public const int Internal = 6;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
