using System.Collections.Immutable;
using System.Text;
using Federation.Documents.Import;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs.Import;

/// <summary>Reads entries from whatever is handed in: a workbook, CSV, JSON or JSON Lines. Finds out what it is from its bytes.</summary>
public static class EntryImport
{
    private static ReadOnlySpan<byte> OldOfficeMark => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Sheets of our own templates that hold no entries.</summary>
    internal static ImmutableArray<string> NoEntries { get; } = ["填写说明", "选项"];

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <param name="kind">Kind of rows that do not say; null: none.</param>
    /// <param name="limits">How much is believed; null: the usual.</param>
    /// <returns>All entries with all findings; never an exception for what the file holds.</returns>
    public static EntryBatch Read(byte[] bytes, string file, EntryKind? kind = null, ImportLimits? limits = null)
    {
        var bound = limits ?? ImportLimits.Default;
        var findings = new FindingList(file);
        try
        {
            if (bytes.Length == 0)
                findings.Add(ImportRules.EmptyFile);
            else if (bytes.Length > bound.Bytes)
                findings.Add(ImportRules.TooBig);
            else if (bytes.AsSpan().StartsWith(OldOfficeMark))
                findings.Add(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? ImportRules.Encrypted : ImportRules.OldWorkbook);
            else if (bytes.AsSpan().StartsWith("PK"u8))
                return Checked(Workbook(bytes, kind, bound, findings), findings);
            else if (Text(bytes) is [(byte)'{' or (byte)'[', ..])
                return Checked(EntryJsonFile.Read(bytes, findings), findings);
            else
                return Checked(Csv(bytes, kind, findings), findings);
        }
        catch (UnreadableFileException e)
        {
            findings.Add(e.Rule, "", "", e.Zh, e.Message);
        }
        return new EntryBatch([], findings.ToImmutable());
    }

    private static ReadOnlySpan<byte> Text(byte[] bytes) => bytes.AsSpan(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0).TrimStart(" \t\r\n"u8);

    // The rules of entries speak here too, so that a file is judged whole before anything is sent.
    private static EntryBatch Checked(IEnumerable<ImportedEntry> entries, FindingList findings) => new(
        [.. EntryNames.Give(entries).Select(e => e.Entry is { } entry ? e with { Findings = e.Findings.AddRange(EntryCheck.Public(entry).Select(e.Place)) } : e)], findings.ToImmutable());

    private static List<ImportedEntry> Workbook(byte[] bytes, EntryKind? kind, ImportLimits limits, FindingList findings)
    {
        using var zip = new BoundedZip(bytes, limits, new UnpackBudget(limits.Expanded));
        if (!zip.Has("xl/workbook.xml"))
            throw new UnreadableFileException(ImportRules.UnknownKind, "压缩包不是工作簿;可导入 .xlsx、.csv、.json、.jsonl", "the zip is no workbook; .xlsx, .csv, .json and .jsonl are read");
        var all = new List<ImportedEntry>();
        var tables = 0;
        foreach (var sheet in WorkbookFile.Open(zip).Sheets.Where(s => !NoEntries.Contains(s.Name)))
        {
            var rows = sheet.Cells.GroupBy(c => c.Key.Row).OrderBy(g => g.Key)
                .Select(g => (g.Key, (IReadOnlyDictionary<int, string>)g.ToDictionary(c => c.Key.Column, c => SheetFile.Shown(c.Value)))).ToList();
            if (EntryRows.Read(rows, sheet.Name, CatalogWords.KindOf(sheet.Name) ?? kind, findings) is not { } read)
                continue;
            tables++;
            all.AddRange(read);
        }
        if (tables == 0)
            findings.Add(EntryImportRules.NoTable);
        return all;
    }

    private static List<ImportedEntry> Csv(byte[] bytes, EntryKind? kind, FindingList findings)
    {
        var rows = CsvFile.Read(bytes, findings).Select(r => (r.Line, (IReadOnlyDictionary<int, string>)r.Cells.Select((text, i) => (text, i)).ToDictionary(c => c.i + 1, c => c.text))).ToList();
        if (EntryRows.Read(rows, "", kind, findings) is { } read)
            return read;
        findings.Add(EntryImportRules.NoTable);
        return [];
    }
}
