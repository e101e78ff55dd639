using Federation.Cli.Commands;

namespace Federation.Cli.Output;

/// <summary>How far a long command is: one line on standard error, redrawn in place. Where nothing can be redrawn it stays silent.</summary>
internal sealed class ProgressLine(Run run) : IDisposable
{
    private const int BarCells = 20;
    private const string ToLineStart = "\r\u001b[K";
    private readonly bool live = Terminals.IsLive(run.Around.ErrWidth, run.Around);
    private bool drawn;

    /// <summary>Shows how far it is.</summary>
    /// <param name="done">Dealt with so far.</param>
    /// <param name="total">Of so many; 0 when not known yet.</param>
    /// <param name="what">What was dealt with last.</param>
    public void Show(int done, int total, string what)
    {
        if (!live)
            return;
        var full = total <= 0 ? 0 : Math.Clamp(done * BarCells / total, 0, BarCells);
        var text = $"{new string('█', full)}{new string('░', BarCells - full)} {done}/{(total > 0 ? total : "?")} {what}";
        var width = (run.Around.ErrWidth ?? 80) - 1;
        run.Around.Err.Write(ToLineStart + Wrapped.Lines(text.Replace('\n', ' '), width).First());
        drawn = true;
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (drawn)
            run.Around.Err.Write(ToLineStart);
    }
}
