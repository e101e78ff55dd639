namespace Federation.Documents.Catalogs;

/// <summary>Cells of CSV files, RFC 4180, and harmless to the spreadsheet that opens them.</summary>
internal static class CsvText
{
    private const char Guard = '\'';

    /// <summary>A cell as written. A text that a spreadsheet would compute is led by an apostrophe, which <see cref="Unguard"/> takes away again.</summary>
    public static string Field(string text)
    {
        var safe = Computes(text) ? Guard + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>A cell as it was meant.</summary>
    public static string Unguard(string cell) => cell.Length > 1 && cell[0] == Guard && Computes(cell[1..]) ? cell[1..] : cell;

    // Also behind apostrophes: so one that was there before is told from one that was put.
    private static bool Computes(string text) => text.TrimStart(Guard) is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..];
}
