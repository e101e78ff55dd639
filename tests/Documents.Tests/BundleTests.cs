using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Federation.Documents.Bundles;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests;

public sealed class BundleTests
{
    [Fact]
    public void Manifest_ListsEveryFileWithItsHash()
    {
        using var zip = new ZipArchive(new MemoryStream(Samples.Bytes(s => ExportBundle.Write(s, Samples.Nil, "<html></html>", "%PDF-"u8.ToArray()))));
        var files = zip.Entries.Where(e => e.FullName != "manifest.json").ToDictionary(e => e.FullName, e => Convert.ToHexStringLower(SHA256.HashData(e.Open())));
        var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open()).RootElement;
        Assert.Equal(["README.txt", "report.csv", "report.docx", "report.html", "report.json", "report.pdf", "report.xlsx"], files.Keys);
        Assert.Equal(files, manifest.GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString()!, f => f.GetProperty("sha256").GetString()!));
        Assert.Equal(Samples.Nil.Hash, manifest.GetProperty("contentHash").GetString());
    }

    [Fact]
    public void Bundle_ReadBack_GivesItsOneReport() =>
        Assert.Equal(Samples.Nil.Hash, Samples.Hash(Samples.ReadOne(Samples.Bytes(s => ExportBundle.Write(s, Samples.Nil, null)))));

    [Fact]
    public void Csv_HasAMarkAndARowForEachCell()
    {
        var figures = Samples.Document("huaian-city-2024").Content.Figures.With("t3.new.other", CellValue.NotApplicable).With("t3.new.legal", default);
        var bytes = Samples.Bytes(s => ReportCsv.Write(s, Samples.Document(ReportContent.Of(figures), "=甲,\"乙\"")));
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var rows = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal(Form2021.Form.Cells.Length + 2, rows.Length); // head, cells, nothing after the last line end
        const string unit = "320800,\"'=甲,\"\"乙\"\"\",annual-2024,本机关,"; // a name like a formula is made harmless
        Assert.Contains(unit + "t2.fees.amount,二、主动公开政府信息情况,行政事业性收费,本年收费金额(单位:万元),96171.6,数字", rows);
        Assert.Contains(rows, r => r.Contains("t3.new.other,", StringComparison.Ordinal) && r.EndsWith(",,不适用", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("t3.new.legal,", StringComparison.Ordinal) && r.EndsWith(",,未填", StringComparison.Ordinal));
    }

    [Fact]
    public void Bundle_WithoutPage_IsReadableAndSaysHowToCheck()
    {
        using var zip = new ZipArchive(new MemoryStream(Samples.Bytes(s => ExportBundle.Write(s, Samples.Nil, null))));
        using var readMe = new StreamReader(zip.GetEntry("README.txt")!.Open());
        Assert.Contains(Samples.Nil.Hash, readMe.ReadToEnd(), StringComparison.Ordinal);
        Assert.Null(zip.GetEntry("report.html"));
    }
}
