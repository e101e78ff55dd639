using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Documents.Json;
using Federation.Documents.Packages;
using Federation.Documents.Spreadsheets;
using Federation.Documents.Word;

namespace Federation.Documents.Bundles;

/// <summary>
/// One report in every format, in one zip with a list of SHA-256 sums. The same report gives the same bytes, so two offices can compare what
/// they hold by one number.
/// </summary>
public static class ExportBundle
{
    internal const string Manifest = "manifest.json";
    internal const string Json = "report.json";
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a bundle.</summary>
    /// <param name="to">Open for writing; stays open.</param>
    /// <param name="report">The report.</param>
    /// <param name="html">The report as a page; null for none.</param>
    /// <param name="pdf">The report as PDF; empty for none. Printers put the time into it, so a bundle with one is not the same twice.</param>
    public static void Write(Stream to, ReportDocument report, string? html, ReadOnlyMemory<byte> pdf = default)
    {
        var files = new List<(string Name, byte[] Bytes)>
        {
            ("report.xlsx", Bytes(s => ReportWorkbook.Write(s, report))),
            ("report.docx", Bytes(s => ReportWord.Write(s, report))),
            (Json, Bytes(s => ReportJsonFile.Write(s, report))),
            ("report.csv", Bytes(s => ReportCsv.Write(s, report))),
        };
        if (html is not null)
            files.Add(("report.html", new UTF8Encoding(false).GetBytes(html)));
        if (!pdf.IsEmpty)
            files.Add(("report.pdf", pdf.ToArray()));
        files.Add(("README.txt", Encoding.UTF8.GetBytes(ReadMe(report))));
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        using var package = new OpenPackage(to);
        package.Add(Manifest, Bytes(s => WriteManifest(s, report, files)));
        foreach (var (name, bytes) in files)
            package.Add(name, bytes);
    }

    private static void WriteManifest(Stream to, ReportDocument report, List<(string Name, byte[] Bytes)> files)
    {
        using (var json = new Utf8JsonWriter(to, Readable))
        {
            json.WriteStartObject();
            json.WriteString("schema"u8, "federation-bundle-1"u8);
            json.WriteString("unit"u8, report.Unit.Value);
            json.WriteString("period"u8, report.Period.ToString());
            json.WriteString("form"u8, report.Form.Id);
            json.WriteNumber("version"u8, report.Status.Version);
            json.WriteString("contentHash"u8, report.Hash);
            json.WriteStartArray("files"u8);
            foreach (var (name, bytes) in files)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, name);
                json.WriteNumber("bytes"u8, bytes.Length);
                json.WriteString("sha256"u8, Convert.ToHexStringLower(SHA256.HashData(bytes)));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        to.WriteByte((byte)'\n');
    }

    private static string ReadMe(ReportDocument report) => string.Create(CultureInfo.InvariantCulture, $"""
        {report.Title}

        report.xlsx  电子表格,统一格式,可导入    workbook in the official layout, can be imported
        report.docx  文档,统一格式              document in the official layout
        report.json  机器可读,可导入            machine-readable, can be imported (schema federation-report-1)
        report.csv   每个单元格一行              one row for each cell
        report.html、report.pdf  网页和打印版(如有)  page and print, when present
        manifest.json  各文件的 SHA-256          SHA-256 of every file

        核对 To check:  sha256sum report.json   应与 manifest.json 所列一致 must equal the manifest
        内容摘要 Content hash:  {report.Hash}

        """).ReplaceLineEndings("\n");

    private static byte[] Bytes(Action<Stream> write)
    {
        var bytes = new MemoryStream();
        write(bytes);
        return bytes.ToArray();
    }
}
