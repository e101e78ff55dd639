using Spectre.Console;
using Spectre.Console.Rendering;

namespace Federation.Host.Demo;

/// <summary>Reports a second, in a progress bar.</summary>
internal sealed class RateColumn : ProgressColumn
{
    /// <inheritdoc />
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text($"{task.Value / Math.Max(0.001, task.ElapsedTime?.TotalSeconds ?? 0.001):N0}/s", new Style(Color.Grey));
}
