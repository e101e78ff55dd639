using System.Diagnostics;
using Federation.Benchmarks.Load;

namespace Federation.Benchmarks.Floors;

/// <summary>A PostgreSQL cluster of this run: its own folder, a unix socket in it, the settings as installed (every commit waits for the disk).</summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    private readonly string bin;
    private readonly string folder;

    private PrivatePostgres(string bin, string folder) => (this.bin, this.folder) = (bin, folder);

    public string ConnectionString => $"Host={folder};Username=postgres;Database=postgres;Maximum Pool Size=32;Max Auto Prepare=20";

    /// <summary>Starts it.</summary>
    /// <returns>Null when there is no PostgreSQL here, or it would not start; with the reason.</returns>
    public static async Task<(PrivatePostgres? Cluster, string Reason)> Start(TempFolder temp)
    {
        var bin = FindBin();
        if (bin is null)
            return (null, "no PostgreSQL on this machine");
        var postgres = new PrivatePostgres(bin, Directory.CreateDirectory(temp["pg"]).FullName);
        try
        {
            if (Environment.UserName == "root") // the server refuses to run as root
            {
                await Run("chmod", "755", temp.Path);
                await Run("chown", "postgres", postgres.folder);
            }
            await postgres.Server("initdb", "-D", $"{postgres.folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8");
            await postgres.Server("pg_ctl", "-D", $"{postgres.folder}/data", "-w", "-l", $"{postgres.folder}/log", "-o", $"-k {postgres.folder} -c listen_addresses=''", "start");
            return (postgres, "");
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return (null, e.Message);
        }
    }

    public async ValueTask DisposeAsync() => await Server("pg_ctl", "-D", $"{folder}/data", "-m", "fast", "-w", "stop");

    private static string? FindBin() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order().LastOrDefault()
        : null;

    private Task Server(string program, params string[] arguments) => Environment.UserName == "root"
        ? Run("runuser", ["-u", "postgres", "--", Path.Combine(bin, program), .. arguments])
        : Run(Path.Combine(bin, program), arguments);

    private static async Task Run(string program, params string[] arguments)
    {
        // to files of nobody: a server left running would hold a pipe open, and reading it would never end
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Path.GetFileName(arguments.FirstOrDefault(a => a.Contains("/bin/", StringComparison.Ordinal)) ?? program)} ended with {process.ExitCode}");
    }
}
