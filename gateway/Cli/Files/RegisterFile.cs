using System.Globalization;
using System.Text.Json;
using Federation.Cli.Errors;

namespace Federation.Cli.Files;

/// <summary>Counts of an applications ledger: CSV with a line "cell,count" each (a heading line may stand first), or one JSON object.</summary>
internal static class RegisterFile
{
    /// <exception cref="UsageException">Unreadable; every bad line is named.</exception>
    public static async Task<Dictionary<string, long>> Read(string path, TextReader stdin, Words words, CancellationToken ct)
    {
        var text = (await FilingFile.Text(path, stdin, words, ct)).Trim();
        return text.StartsWith('{') ? FromJson(text, path, words) : FromLines(text, path, words);
    }

    private static Dictionary<string, long> FromLines(string text, string path, Words words)
    {
        var (counts, faults) = (new Dictionary<string, long>(), new List<string>());
        foreach (var (index, line) in text.Split('\n').Select(l => l.Trim()).Index().Where(l => l.Item.Length > 0))
        {
            var parts = line.Split(',', ',', '\t');
            if (parts.Length == 2 && TryCount(parts[1], out var count))
            {
                if (!counts.TryAdd(parts[0].Trim(), count))
                    faults.Add(words[$"{path}:第 {index + 1} 行:{parts[0].Trim()} 写了两次", $"{path}: line {index + 1}: {parts[0].Trim()} is given twice"]);
            }
            else if (index > 0 || parts.Length != 2)
            {
                faults.Add(words[$"{path}:第 {index + 1} 行:应为“单元格,件数”,收到“{line}”", $"{path}: line {index + 1}: CELL,COUNT belongs here, not '{line}'"]);
            }
        }
        return faults.Count == 0 ? counts : throw new UsageException(string.Join('\n', faults));
    }

    private static Dictionary<string, long> FromJson(string text, string path, Words words)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt64());
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new UsageException(words[$"{path}:应为 {{单元格: 件数}} 的 JSON:{e.Message}", $"{path}: JSON {{CELL: COUNT}} belongs here: {e.Message}"]);
        }
    }

    private static bool TryCount(string text, out long count) => long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out count);
}
