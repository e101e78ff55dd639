namespace Federation.Cli.Commands;

/// <summary>Questions, asked on standard error so that standard output stays the result alone.</summary>
internal static class Confirmation
{
    /// <summary>Asks; true for y, yes, 是. The end of standard input is a no.</summary>
    public static async Task<bool> Ask(Run run, string question, CancellationToken ct)
    {
        await run.Around.Err.WriteAsync(question + " [y/N] ");
        return (await run.Around.In.ReadLineAsync(ct))?.Trim().ToUpperInvariant() is "Y" or "YES" or "是";
    }
}
