using System.Text;
using Federation.Documents.Json;

namespace Federation.Documents.Import;

/// <summary>Reads whatever is handed in: a workbook, a JSON file, or a zip of them. Goes on after a bad file.</summary>
public static class ImportReader
{
    private static ReadOnlySpan<byte> ZipMark => "PK"u8;

    private static ReadOnlySpan<byte> OldOfficeMark => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Reads a file to its end and finds out what it is from its bytes, whatever its name.</summary>
    /// <param name="from">The file.</param>
    /// <param name="settings">Name of the file, the units there are, and how much is believed.</param>
    /// <returns>All reports in it with all findings; never an exception for what the file holds.</returns>
    public static ImportBatch Read(Stream from, ImportSettings settings)
    {
        var limits = settings.Limits ?? ImportLimits.Default;
        var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = from.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > limits.Bytes)
                return Unreadable(settings.File, ImportRules.TooBig, $"文件大于 {limits.Bytes >> 20} MB", $"the file is bigger than {limits.Bytes >> 20} MB");
        }
        return WithoutTwins(Any(bytes.ToArray(), settings, limits, new UnpackBudget(limits.Expanded), inZip: false));
    }

    private static ImportBatch Any(byte[] bytes, ImportSettings settings, ImportLimits limits, UnpackBudget budget, bool inZip)
    {
        try
        {
            if (bytes.Length == 0)
                return Unreadable(settings.File, ImportRules.EmptyFile, ImportRules.EmptyFile.Title, ImportRules.EmptyFile.TitleEn);
            if (bytes.AsSpan().StartsWith(OldOfficeMark))
            {
                // a workbook with a password is packed into the old container; its directory names are UTF-16
                var rule = bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? ImportRules.Encrypted : ImportRules.OldWorkbook;
                return Unreadable(settings.File, rule, rule.Title, rule.TitleEn);
            }
            if (bytes.AsSpan().StartsWith(ZipMark))
            {
                using var zip = new BoundedZip(bytes, limits, budget);
                if (zip.Has("xl/workbook.xml"))
                    return WorkbookReader.Read(zip, settings);
                if (!zip.Has("[Content_Types].xml") && !inZip)
                    return Each(zip, settings, limits, budget);
            }
            var text = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(Encoding.UTF8.Preamble.Length) : bytes;
            if (text.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..])
                return JsonImport.Read(text, settings);
            return Unreadable(settings.File, ImportRules.UnknownKind, ImportRules.UnknownKind.Title, ImportRules.UnknownKind.TitleEn);
        }
        catch (UnreadableFileException e)
        {
            return Unreadable(settings.File, e.Rule, e.Zh, e.Message);
        }
    }

    private static ImportBatch Each(BoundedZip zip, ImportSettings settings, ImportLimits limits, UnpackBudget budget)
    {
        var batches = new List<ImportBatch>();
        // a bundle of our own holds one report in several formats: one of them is enough
        var names = zip.Has(Bundles.ExportBundle.Manifest) && zip.Has(Bundles.ExportBundle.Json) ? [Bundles.ExportBundle.Json] : zip.Names.Where(n => !n.EndsWith('/') && !Ignored(n)).ToList();
        foreach (var name in names)
        {
            var path = $"{settings.File}/{name}";
            ImportBatch one;
            try
            {
                one = Any(zip.Bytes(name), settings with { File = path }, limits, budget, inZip: true);
            }
            catch (UnreadableFileException e)
            {
                one = Unreadable(path, e.Rule, e.Zh, e.Message);
            }
            batches.Add(one);
            if (one.Findings.Any(f => f.Finding.Code == ImportRules.TooBig.Code))
                break; // the bound is for all of it: what follows is not unpacked
        }
        if (batches.Count == 0)
            return Unreadable(settings.File, ImportRules.NoReport, "压缩包中没有可导入的文件", "the zip holds no file to import");
        return new ImportBatch([.. batches.SelectMany(b => b.Reports)], [.. batches.SelectMany(b => b.Findings)]);
    }

    // what systems put into archives by themselves
    private static bool Ignored(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.EndsWith("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".DS_Store", StringComparison.Ordinal);

    private static ImportBatch WithoutTwins(ImportBatch batch)
    {
        var seen = new Dictionary<object, ImportedReport>();
        return batch with
        {
            Reports = [.. batch.Reports.Select(report =>
            {
                if (report.Unit is null || report.Period is null || seen.TryAdd((report.Unit, report.Period, report.Scope), report))
                    return report;
                var first = seen[(report.Unit, report.Period, report.Scope)];
                var finding = ImportRules.UnitTwice.At("", $"单位 {report.Unit}({report.UnitText})已在“{first.File}”出现过一次", $"unit {report.Unit} was given before in {first.File}");
                return report with { Findings = [.. report.Findings, new ImportFinding(finding, report.File, "", "")] };
            })],
        };
    }

    private static ImportBatch Unreadable(string file, Domain.Findings.Rule rule, string zh, string en) =>
        new([], [new ImportFinding(rule.At("", zh, en), file, "", "")]);
}
