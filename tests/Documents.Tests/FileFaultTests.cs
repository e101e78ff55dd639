using System.IO.Compression;
using System.Text;
using Federation.Documents.Import;
using Federation.Documents.Json;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Divisions;

namespace Federation.Documents.Tests;

/// <summary>Files that cannot be read say why, and never stop the others.</summary>
public sealed class FileFaultTests
{
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
    private static readonly byte[] Workbook = Samples.Bytes(s => ReportWorkbook.Write(s, Samples.Nil));

    public static TheoryData<byte[], string> Unreadable => new()
    {
        { [], "IM-001" },
        { OldOffice, "IM-002" },
        { [.. OldOffice, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "IM-003" },
        { Workbook[..2000], "IM-004" },
        { Workbooks.Changed(Workbook, "xl/workbook.xml", _ => "<workbook"), "IM-004" },
        { Workbooks.Changed(Workbook, "xl/workbook.xml", s => s.Replace("<workbook", "<!DOCTYPE workbook [<!ENTITY a \"b\">]><workbook", StringComparison.Ordinal)), "IM-004" },
        { Samples.Bytes(s => Word.ReportWord.Write(s, Samples.Nil)), "IM-006" },
        { "<html><table>"u8.ToArray(), "IM-006" },
        { Zip(), "IM-007" },
        { "{\"a\":"u8.ToArray(), "IM-004" },
        { "{\"a\":1}"u8.ToArray(), "IM-032" },
        { "{\"schema\":\"other\"}"u8.ToArray(), "IM-032" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void File_ThatCannotBeRead_SaysWhy(byte[] bytes, string rule)
    {
        var batch = Samples.Read(bytes);
        Assert.Empty(batch.Reports);
        Assert.Equal((rule, "test.xlsx"), (Assert.Single(batch.Findings).Finding.Code, batch.Findings[0].File));
    }

    [Fact]
    public void File_BiggerThanTheBound_IsRefused() =>
        Assert.Equal("IM-005", Assert.Single(Samples.Read(Workbook, new ImportSettings("a", Limits: new ImportLimits(Bytes: 1000))).Findings).Finding.Code);

    [Fact]
    public void Zip_ThatUnpacksBeyondTheBound_IsRefused()
    {
        var bomb = Zip(("a.json", Encoding.UTF8.GetBytes("{\"a\":\"" + new string(' ', 3_000_000))), ("b.xlsx", Workbook));
        Assert.True(bomb.Length < 100_000);
        Assert.Equal("IM-005", Assert.Single(Samples.Read(bomb, new ImportSettings("a", Limits: new ImportLimits(Expanded: 1_000_000))).Findings).Finding.Code);
    }

    [Fact]
    public void Workbook_ThatUnpacksBeyondTheBound_IsRefused() =>
        Assert.Equal("IM-005", Assert.Single(Samples.Read(Workbook, new ImportSettings("a", Limits: new ImportLimits(Expanded: 10_000))).Findings).Finding.Code);

    [Fact]
    public void Zip_OfManyFiles_GoesOnAfterABadOne()
    {
        var other = Samples.Nil with { Unit = UnitId.Parse("320801") };
        var zip = Zip(("甲.xlsx", Workbook), ("坏.xlsx", Workbook[..500]), ("__MACOSX/甲.xlsx", []), ("目录/乙.json", Samples.Bytes(s => ReportJsonFile.Write(s, other))), ("旧.xls", OldOffice));
        var batch = Samples.Read(zip, new ImportSettings("收集.zip"));
        Assert.Equal(["收集.zip/甲.xlsx", "收集.zip/目录/乙.json"], batch.Reports.Select(r => r.File));
        Assert.Equal([("IM-004", "收集.zip/坏.xlsx"), ("IM-002", "收集.zip/旧.xls")], batch.Findings.Select(f => (f.Finding.Code, f.File)));
        Assert.All(batch.Reports, r => Assert.True(r.Usable));
    }

    [Fact]
    public void Zip_WithAUnitTwice_TellsTheSecond()
    {
        var batch = Samples.Read(Zip(("1.xlsx", Workbook), ("2.xlsx", Workbook)));
        Assert.True(batch.Reports[0].Usable);
        Assert.Equal("IM-012", Assert.Single(batch.Reports[1].Findings).Finding.Code);
    }

    [Fact]
    public void Batch_WithBadRows_NamesEachAndKeepsTheOthers()
    {
        ReportDocument[] documents = [Samples.Nil, Samples.Nil with { Unit = UnitId.Parse("320801"), UnitName = "清江浦区" }, Samples.Nil with { Unit = UnitId.Parse("320802") }];
        var bytes = Workbooks.Changed(Samples.Bytes(s => BatchWorkbook.Write(s, "汇总", documents)), "xl/worksheets/sheet2.xml", s => s.Replace(">320802<", ">32080<", StringComparison.Ordinal));
        var batch = Samples.Read(bytes, Samples.Settings with { NameOf = u => u.Value == "320800" ? "江苏省淮安市" : "江苏省淮安市淮阴区" });
        Assert.Equal([[], [("IM-011", "A8")], [("IM-010", "A9")]], batch.Reports.Select(r => r.Findings.Select(f => (f.Finding.Code, f.Address)).ToArray()));
    }

    [Fact]
    public void Findings_Everywhere_ComeFromListedRules()
    {
        Assert.Distinct(ImportRules.All.Concat(DocumentRules.All).Select(r => r.Code));
        Assert.All(ImportRules.All, r => Assert.Matches("^IM-0[0-3][0-9]$", r.Code));
        var declared = typeof(ImportRules).GetProperties().Where(p => p.PropertyType == typeof(Domain.Findings.Rule)).Select(p => p.GetValue(null));
        Assert.Equal(declared, ImportRules.All);
    }

    internal static byte[] Zip(params (string Name, byte[] Bytes)[] files)
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
