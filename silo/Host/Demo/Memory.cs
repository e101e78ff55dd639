using System.Globalization;

namespace Federation.Host.Demo;

/// <summary>How much memory the process has used at most.</summary>
internal static class Memory
{
    private const string Status = "/proc/self/status", Peak = "VmHWM:";

    /// <summary>Resident memory at its peak; where the system keeps none, as it is now.</summary>
    public static long PeakMegabytes =>
        File.Exists(Status) && File.ReadLines(Status).FirstOrDefault(l => l.StartsWith(Peak, StringComparison.Ordinal)) is { } line
            ? long.Parse(line[Peak.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) / 1024
            : Environment.WorkingSet / (1024 * 1024);
}
