using System.Diagnostics;
using System.Globalization;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite;
using Federation.Storage.Tests.Support;
using Federation.Storage.Verification;

namespace Federation.Storage.Tests.Sqlite;

public sealed class KillTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Kill_WhileAppending_LosesNothingAcknowledged()
    {
        var acknowledged = new List<string>();
        for (var run = 0; run < 3; run++)
        {
            var file = Path.Combine(folder.Path, $"{run}.db");
            var lines = await AppendUntilKilled(file, afterLines: 400 * (run + 1));
            await AssertAllThere(file, lines);
            acknowledged.AddRange(lines);
        }

        Assert.True(acknowledged.Count >= 2400);
    }

    private static async Task<List<string>> AppendUntilKilled(string file, int afterLines)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(CrashProgram).Assembly.Location, file]) { RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        var lines = new List<string>();
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.EndsWith(';')) // the last line may be cut
                lines.Add(line);
            if (lines.Count == afterLines)
                child.Kill(); // SIGKILL
        }

        await child.WaitForExitAsync();
        Assert.True(lines.Count >= afterLines, $"the child ended after {lines.Count} acts");
        return lines;
    }

    private static async Task AssertAllThere(string file, List<string> lines)
    {
        await using var ledger = SqliteLedger.Open(file, TimeProvider.System);
        var events = (await ledger.ReadAll(0, int.MaxValue, CancellationToken.None)).ToDictionary(e => e.Position);
        var messages = (await ledger.ReadOutbox(0, int.MaxValue, CancellationToken.None)).Select(m => m.Position).ToHashSet();
        foreach (var fields in lines.Select(line => line.TrimEnd(';').Split(' ')))
        {
            var e = events[long.Parse(fields[2], CultureInfo.InvariantCulture)];
            Assert.Equal((fields[0], fields[1]), (e.Stream, e.Seq.ToString(CultureInfo.InvariantCulture)));
            Assert.Contains(long.Parse(fields[3], CultureInfo.InvariantCulture), messages);
        }

        Assert.Equal(events.Count, messages.Count); // an act is there whole or not at all
        Assert.True((await ChainVerifier.Verify(ledger, ledger, CancellationToken.None)).Holds);
        Assert.Empty(await ledger.CheckFile(CancellationToken.None));
        var repeated = await ledger.Append(Acts.Act("elsewhere", 0, "x") with { Key = "note/0/0" }, CancellationToken.None);
        Assert.Equal(AppendOutcome.Repeated, repeated.Outcome);
    }
}
