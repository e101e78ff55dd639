using System.Collections;
using System.Text;
using Federation.Cli;

// Ctrl-C ends what runs and lets it say how it ended; a second one ends the process.
using var ending = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = !ending.IsCancellationRequested;
    ending.Cancel();
};

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
using var stdin = new StreamReader(Console.OpenStandardInput(), utf8);
await using var stdout = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true };
await using var stderr = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
var env = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);
return await FedCli.RunAsync(args, new Surroundings(stdin, stdout, stderr, env)
{
    OutWidth = Console.IsOutputRedirected ? null : Surroundings.TerminalWidth(),
    ErrWidth = Console.IsErrorRedirected ? null : Surroundings.TerminalWidth(),
}, ending.Token);
