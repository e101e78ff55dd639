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

    internal static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(CsvText.Field)) + "\r\n";
}
