using System.Collections.Immutable;
using Federation.Documents.Import;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests;

/// <summary>Reports to write, and what was read.</summary>
internal static class Samples
{
    public static readonly UnitId Unit = UnitId.Parse("320800");
    public static readonly ImportSettings Settings = new("test.xlsx");

    /// <summary>Published reports whose tables are complete.</summary>
    public static TheoryData<string> Complete => new(
        Directory.EnumerateFiles(Repository.Data("real-reports"), "*.json").Where(f => File.ReadAllText(f).Contains("\"completeness\": \"full\"", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    public static ImportedReport Published(string name)
    {
        using var file = File.OpenRead(Repository.Data("real-reports", name + ".json"));
        return Assert.Single(ImportReader.Read(file, new ImportSettings(name + ".json", Find: _ => Unit)).Reports);
    }

    public static ReportDocument Document(string name)
    {
        var read = Published(name);
        return Document(read.Content!, read.UnitText, read.Period!, read.Scope);
    }

    public static ReportDocument Document(ReportContent content, string unitName = "江苏省淮安市", PeriodId? period = null, ReportScope scope = ReportScope.Own)
    {
        var document = new ReportDocument(Unit, unitName, ["江苏省"], period ?? PeriodId.Annual(2024), scope, content.Figures.Form, content, DocumentStatus.Template);
        return document with { Status = new DocumentStatus("已审定", 2, new DateTimeOffset(2025, 1, 20, 9, 30, 0, TimeSpan.FromHours(8)), "office@320800", document.Hash, []) };
    }

    public static ReportDocument Nil => Document(ReportContent.Of(Figures.NilReport(Form2021.Form)));

    public static byte[] Bytes(Action<Stream> write)
    {
        var to = new MemoryStream();
        write(to);
        return to.ToArray();
    }

    public static ImportBatch Read(byte[] bytes, ImportSettings? settings = null) => ImportReader.Read(new MemoryStream(bytes), settings ?? Settings);

    /// <summary>The one report of a file, which must be without findings.</summary>
    public static ImportedReport ReadOne(byte[] bytes)
    {
        var batch = Read(bytes);
        Assert.Empty(batch.AllFindings.Select(f => $"{f.Finding.Code} {f.Sheet}!{f.Address} {f.Finding.Text}"));
        return Assert.Single(batch.Reports);
    }

    /// <summary>Content hash of a report that was read, in hex.</summary>
    public static string Hash(ImportedReport read) => ReportDocument.HashOf(read.Unit!, read.Period!, read.Scope, read.Content!);

    public static Figures With(this Figures figures, string cell, CellValue value)
    {
        var cells = figures.Cells.ToArray();
        cells[figures.Form[cell].Index] = value;
        return new Figures(figures.Form, ImmutableArray.Create(cells));
    }
}
