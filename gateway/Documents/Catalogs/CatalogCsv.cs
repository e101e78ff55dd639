using System.Text;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs;

/// <summary>A catalog as CSV: UTF-8 with the mark that Excel needs, Chinese headings, one row for each entry. It can be imported again.</summary>
public static class CatalogCsv
{
    /// <summary>Writes it.</summary>
    public static async Task Write(Stream to, IAsyncEnumerable<StoredEntry> entries, CancellationToken ct)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024, leaveOpen: true);
        await text.WriteAsync(Line(EntryTable.Columns.Select(c => c.Zh)).AsMemory(), ct);
        await foreach (var stored in entries.WithCancellation(ct))
            await text.WriteAsync(Line(EntryTable.Cells(stored.Entry!)).AsMemory(), ct);
    }

    /// <summary>A table to fill in: headings, and a sample row for each kind that is never taken over.</summary>
    public static byte[] Template(IEnumerable<EntryKind> kinds) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Line(EntryTable.Columns.Select(c => c.Zh)) + string.Concat(kinds.Select(k => Line(EntryTable.Cells(EntrySamples.Of(k))))))];

    internal static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(CsvText.Field)) + "\r\n";
}
