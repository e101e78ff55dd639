using System.Globalization;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite;

namespace Federation.Storage.Tests.Support;

/// <summary>
/// What the kill test starts: appends from many callers without end and prints every acknowledged act as
/// <c>stream seq position message;</c> until it is killed.
/// </summary>
internal static class CrashProgram
{
    public static async Task Main(string[] args)
    {
        await using var ledger = SqliteLedger.Open(args[0], TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Append(ledger, $"note/{caller}")));
    }

    private static async Task Append(SqliteLedger ledger, string stream)
    {
        for (var seq = 0L; ; seq++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{stream}/{seq}");
            var act = Acts.Act(stream, seq, key) with { Key = key, Outgoing = [Acts.Message(stream, key)] };
            var answer = await ledger.Append(act, CancellationToken.None);
            if (answer.Outcome != AppendOutcome.Recorded)
                throw new InvalidOperationException($"{key}: {answer.Outcome}");
            var line = string.Create(CultureInfo.InvariantCulture, $"{stream} {seq + 1} {answer.Position} {answer.MessagePositions[0]};");
            await Console.Out.WriteLineAsync(line);
        }
    }
}
