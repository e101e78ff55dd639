using Federation.Documents.Json;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests;

/// <summary>What is written and read back is exactly what it was, by content hash.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Workbook_OfAnyContent_IsReadBackWithTheSameHash() => Property.Holds(Contents.All, content =>
    {
        var document = Samples.Document(content);
        var read = Assert.Single(Samples.Read(Samples.Bytes(s => ReportWorkbook.Write(s, document))).Reports);
        Assert.Equal(document.Content.Figures, read.Content!.Figures);
        Assert.Equal(document.Content.Texts, read.Content.Texts);
        Assert.Equal(document.Content.Dispositions.AsEnumerable(), read.Content.Dispositions.AsEnumerable());
        Assert.Equal(document.Hash, Samples.Hash(read));
    });

    [Fact]
    public void Json_OfAnyContent_IsReadBackWithTheSameHash() => Property.Holds(Contents.All, content =>
    {
        var document = Samples.Document(content, scope: ReportScope.Whole);
        var read = Assert.Single(Samples.Read(Samples.Bytes(s => ReportJsonFile.Write(s, document))).Reports);
        Assert.Empty(read.Findings);
        Assert.Equal(document.Hash, Samples.Hash(read));
    });

    [Fact]
    public void Batch_OfSeveralContents_IsReadBackWithTheSameHashes() => Property.Holds(Contents.All, content =>
    {
        var documents = new[] { Samples.Document(content), Samples.Nil with { Unit = UnitId.Parse("320801") }, Samples.Document(content, scope: ReportScope.Whole) with { Unit = UnitId.Parse("320802") } };
        var read = Samples.Read(Samples.Bytes(s => BatchWorkbook.Write(s, "汇总填报", documents)));
        Assert.Empty(read.Findings);
        Assert.Equal(documents.Select(d => d.Hash), read.Reports.Select(Samples.Hash));
        Assert.All(read.Reports, r => Assert.Equal(documents[0].Form.Id, r.Content!.Figures.Form.Id)); // forms share most ids of cells
    });

    [Theory]
    [MemberData(nameof(Samples.Complete), MemberType = typeof(Samples))]
    public void PublishedReport_ThroughWorkbookAndJson_KeepsItsHash(string name)
    {
        var document = Samples.Document(name);
        Assert.Equal(document.Hash, Samples.Hash(Samples.ReadOne(Samples.Bytes(s => ReportWorkbook.Write(s, document)))));
        Assert.Equal(document.Hash, Samples.Hash(Samples.ReadOne(Samples.Bytes(s => ReportJsonFile.Write(s, document)))));
        Assert.Equal(document.Hash, Samples.Hash(Samples.ReadOne(Samples.Bytes(s => BatchWorkbook.Write(s, "一家", [document])))));
    }

    [Fact]
    public void Workbook_OfTextLongerThanACell_IsReadBackWhole()
    {
        var text = string.Concat(Enumerable.Repeat("文𠮷", 40_000));
        var document = Samples.Document(new ReportContent(Figures.NilReport(Form2021.Form), [new("s1", text)], []));
        Assert.Equal(text, Samples.ReadOne(Samples.Bytes(s => ReportWorkbook.Write(s, document))).Content!.Texts["s1"]);
    }

    [Fact]
    public void Workbook_OfANilReport_ShowsNilInEveryCell()
    {
        var read = Samples.ReadOne(Samples.Bytes(s => ReportWorkbook.Write(s, Samples.Nil)));
        Assert.Equal(Figures.NilReport(Form2021.Form), read.Content!.Figures);
    }

    [Fact]
    public void Workbook_OfASumThatIsWrong_KeepsTheSumAsFiled()
    {
        var figures = Samples.Published("huaian-city-2024").Content!.Figures.With("t3.new.total", CellValue.Of(9));
        var read = Samples.ReadOne(Samples.Bytes(s => ReportWorkbook.Write(s, Samples.Document(ReportContent.Of(figures)))));
        Assert.Equal(9, read.Content!.Figures["t3.new.total"]);
    }

    [Fact]
    public void EveryFormat_WrittenTwice_GivesTheSameBytes()
    {
        var document = Samples.Document("huaian-city-2024");
        Action<Stream>[] writers =
        [
            s => ReportWorkbook.Write(s, document), s => BatchWorkbook.Write(s, "一家", [document]), s => Word.ReportWord.Write(s, document), s => ReportJsonFile.Write(s, document),
            s => Bundles.ReportCsv.Write(s, document), s => Bundles.ExportBundle.Write(s, document, "<html></html>"),
        ];
        Assert.All(writers, write => Assert.Equal(Samples.Bytes(write), Samples.Bytes(write)));
    }
}
