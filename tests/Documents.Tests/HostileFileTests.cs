using System.Diagnostics;
using System.IO.Compression;

using Federation.Documents.Import;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests;

/// <summary>Files made to do harm, or to be misunderstood, cost little and change nothing in silence.</summary>
public sealed class HostileFileTests
{
    private static readonly byte[] Workbook = Samples.Bytes(s => ReportWorkbook.Write(s, Samples.Nil));
    private static readonly ReportContent Told = new(Figures.NilReport(Form2021.Form), [new("s1", "本机关的文字。")], []);

    [Theory] // rows were counted up to the last one named
    [InlineData("2147483647")]
    [InlineData("1048577")]
    public async Task Row_BeyondEverySheet_IsDamage(string row)
    {
        var batch = Samples.Bytes(s => BatchWorkbook.Write(s, "汇总", [Samples.Nil]));
        var hostile = Workbooks.Changed(batch, "xl/worksheets/sheet2.xml", s => s.Replace("</sheetData>", $"<row r=\"{row}\"><c><v>1</v></c></row></sheetData>", StringComparison.Ordinal));

        var read = Task.Run(() => Samples.Read(hostile));

        Assert.Same(read, await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(20))));
        Assert.Contains("IM-004", (await read).AllFindings.Select(f => f.Finding.Code));
    }

    [Fact] // rows without cells cost nothing, however many lie between
    public void Row_FarDown_CostsNoMoreThanItsCells()
    {
        var batch = Samples.Bytes(s => BatchWorkbook.Write(s, "汇总", [Samples.Nil]));
        var far = Workbooks.Changed(batch, "xl/worksheets/sheet2.xml", s => s.Replace("</sheetData>", "<row r=\"1048576\"><c r=\"D1048576\"><v>1</v></c></row></sheetData>", StringComparison.Ordinal));
        Samples.Read(batch);
        var started = Stopwatch.GetTimestamp();

        Assert.Equal(2, Samples.Read(far).Reports.Length);

        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 0, 500);
    }

    [Fact]
    public void Zip_WhoseWorkbooksTogetherUnpackBeyondTheBound_IsRefused()
    {
        var one = Expanded(Workbook);
        var zip = Zip([.. Enumerable.Range(0, 4).Select(n => ($"{n}.xlsx", Workbook))]);

        var batch = Samples.Read(zip, new ImportSettings("a", Limits: new ImportLimits(Expanded: one * 2)));

        Assert.Contains("IM-005", batch.Findings.Select(f => f.Finding.Code));
        Assert.True(batch.Reports.Length < 3);
    }

    [Fact] // 本机关 and 全辖区 of one unit in one sheet: its prose is of one of them, and nobody can tell of which
    public void Batch_OfBothScopesOfAUnit_DoesNotGiveOnesProseToTheOther()
    {
        ReportDocument[] both = [Samples.Document(Told), Samples.Document(ReportContent.Of(Told.Figures), scope: ReportScope.Whole) with { Unit = UnitId.Parse("320801") }];
        var bytes = Workbooks.Changed(Samples.Bytes(s => BatchWorkbook.Write(s, "汇总", both)), "xl/worksheets/sheet2.xml", s => s.Replace(">320801<", ">320800<", StringComparison.Ordinal));

        var batch = Samples.Read(bytes);

        Assert.Equal([ReportScope.Own, ReportScope.Whole], batch.Reports.Select(r => r.Scope));
        Assert.All(batch.Reports, r => Assert.Equal(("IM-012", 0), (Assert.Single(r.Findings).Finding.Code, r.Content!.Texts.Count)));
    }

    [Fact] // names alone, no codes: prose without a code is of nobody
    public void Batch_WithoutCodes_DoesNotGiveUnnamedProseToAll()
    {
        ReportDocument[] documents = [Samples.Document(Told, "甲镇"), Samples.Document(ReportContent.Of(Told.Figures), "乙镇") with { Unit = UnitId.Parse("320801") }];
        var bytes = Samples.Bytes(s => BatchWorkbook.Write(s, "汇总", documents));
        foreach (var sheet in (string[])["xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"])
            bytes = Workbooks.Changed(bytes, sheet, s => s.Replace(">320800<", "><", StringComparison.Ordinal).Replace(">320801<", "><", StringComparison.Ordinal));

        var batch = Samples.Read(bytes, new ImportSettings("a", Find: name => UnitId.Parse(name == "甲镇" ? "320800" : "320801")));

        Assert.Equal(["320800", "320801"], batch.Reports.Select(r => r.Unit!.Value));
        Assert.All(batch.Reports, r => Assert.Empty(r.Content!.Texts));
        Assert.Contains("IM-010", batch.Findings.Select(f => f.Finding.Code));
    }

    [Fact] // half a character has no UTF-8: two of them would be kept, and hashed, as the same
    public void HalfACharacter_IsNotKept()
    {
        ReportContent With(string text) => new(Figures.NilReport(Form2021.Form), [new("s1", text)], [new Disposition("AR-060", "s1", text, text, null, "a")]);
        var (one, other) = (With("前\uD800后"), With("前\uDC00后"));
        var (unit, period) = (Samples.Unit, PeriodId.Annual(2024));

        Assert.Equal(one.Equals(other), ContentJson.Hash(unit, period, ReportScope.Own, one).SequenceEqual(ContentJson.Hash(unit, period, ReportScope.Own, other)));
        var document = Samples.Document(one);
        Assert.Equal(document.Hash, Samples.Hash(Samples.ReadOne(Samples.Bytes(s => ReportWorkbook.Write(s, document)))));
        Assert.Equal(document.Hash, Samples.Hash(Samples.ReadOne(Samples.Bytes(s => Json.ReportJsonFile.Write(s, document)))));
        Assert.Equal(one, Samples.ReadOne(Samples.Bytes(s => ReportWorkbook.Write(s, document))).Content);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\u0001")]
    [InlineData("\uFFFE")]
    [InlineData("\u001B[31m")]
    public void ControlCharacters_SurviveEveryFormat(string odd)
    {
        var document = Samples.Document(new ReportContent(Figures.NilReport(Form2021.Form), [new("s1", $"前{odd}后")], [new Disposition("AR-060", "s1", $"前{odd}后", odd, null, "a")]));
        Assert.Equal(document.Hash, Samples.Hash(Samples.ReadOne(Samples.Bytes(s => ReportWorkbook.Write(s, document)))));
        Assert.Equal(document.Hash, Samples.Hash(Samples.ReadOne(Samples.Bytes(s => Json.ReportJsonFile.Write(s, document)))));
        Assert.NotEmpty(Samples.Bytes(s => Word.ReportWord.Write(s, document)));
    }

    private static long Expanded(byte[] zip)
    {
        using var read = new ZipArchive(new MemoryStream(zip));
        return read.Entries.Sum(e => e.Length);
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return to.ToArray();
    }
}
