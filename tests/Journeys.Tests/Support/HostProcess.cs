using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Federation.Journeys.Tests.Support;

/// <summary>The host's program as a process of its own, with everything it has written.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process = new();
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource found = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string ready;

    private HostProcess(string ready, string folder, IEnumerable<string> arguments)
    {
        this.ready = ready;
        process.StartInfo = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        process.StartInfo.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Federation.Host.dll"));
        foreach (var argument in arguments)
            process.StartInfo.ArgumentList.Add(argument);
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything written so far.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>Starts a command that stays, and waits for a line that says it is ready.</summary>
    public static async Task<HostProcess> Start(string ready, string folder, params IEnumerable<string> arguments)
    {
        var host = new HostProcess(ready, folder, arguments);
        await Within(Task.WhenAny(host.found.Task, host.process.WaitForExitAsync()), host, $"the line '{ready}'");
        return host.found.Task.IsCompleted ? host : throw new InvalidOperationException($"the host ended before it wrote '{ready}':\n{host.Output}");
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Exit, string Output)> Run(string folder, params IEnumerable<string> arguments)
    {
        using var host = new HostProcess("", folder, arguments);
        return (await host.Exit($"the end of {arguments.First()}"), host.Output);
    }

    /// <summary>SIGKILL: the process gets no chance to do anything.</summary>
    public async Task Kill()
    {
        process.Kill();
        await Exit("the end after SIGKILL");
    }

    /// <summary>SIGTERM, and the exit code.</summary>
    /// <param name="meanwhile">What happens after the signal and before the end.</param>
    public async Task<int> Terminate(Func<HostProcess, Task> meanwhile)
    {
        using (var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await signal.WaitForExitAsync();
        await meanwhile(this);
        return await Exit("the end after SIGTERM");
    }

    /// <summary>False when it ends within a time.</summary>
    public async Task<bool> Outlives(TimeSpan time)
    {
        using var patience = new CancellationTokenSource(time);
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !process.HasExited;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private async Task<int> Exit(string step)
    {
        await Within(process.WaitForExitAsync(), this, step);
        return process.ExitCode;
    }

    private static async Task Within(Task awaited, HostProcess host, string step)
    {
        try
        {
            await awaited.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"never came: {step}. The host wrote:\n{host.Output}");
        }
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        if (ready.Length > 0 && line.Contains(ready, StringComparison.Ordinal))
            found.TrySetResult();
    }
}
