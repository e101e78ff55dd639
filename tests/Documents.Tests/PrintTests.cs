using System.Diagnostics;
using Federation.Documents.Pdf;
using Federation.Documents.Spreadsheets;
using Federation.Documents.Word;

namespace Federation.Documents.Tests;

/// <summary>Printing, and what an office program makes of our files. Skipped where the programs are not installed.</summary>
public sealed class PrintTests
{
    private static readonly PdfPrinter Printer = PdfPrinter.OnPath();

    [BrowserFact]
    public async Task Html_IsPrinted()
    {
        var result = await Printer.FromHtmlAsync("<!DOCTYPE html><html lang=\"zh-CN\"><title>报告</title><h1>年度报告</h1></html>", Soon());
        Assert.Null(result.Finding);
        Assert.True(result.Pdf.AsSpan().StartsWith("%PDF-"u8));
        Assert.True(result.Pdf.AsSpan().IndexOf("/StructTreeRoot"u8) > 0, "the PDF is not tagged");
    }

    [OfficeFact]
    public async Task Docx_IsPrinted()
    {
        var result = await Printer.FromDocxAsync(Samples.Bytes(s => ReportWord.Write(s, Samples.Document("huaian-city-2024"))), Soon());
        Assert.Null(result.Finding);
        Assert.True(result.Pdf.AsSpan().StartsWith("%PDF-"u8));
    }

    [Fact]
    public async Task Print_WithoutAProgram_IsAFinding()
    {
        var result = await new PdfPrinter(null, null, TimeSpan.FromSeconds(1)).FromHtmlAsync("x", Soon());
        Assert.Equal((null, "DC-001"), (result.Pdf, result.Finding?.Code));
    }

    [Fact]
    public async Task Print_ByAProgramThatDoesNotExist_IsAFinding()
    {
        var result = await new PdfPrinter("/nonexistent/chromium", null, TimeSpan.FromSeconds(1)).FromHtmlAsync("x", Soon());
        Assert.Equal("DC-002", result.Finding?.Code);
    }

    [UnixTheory] // a script stands in for a program that fails, and for one that hangs
    [InlineData("echo broken >&2; exit 3", "DC-002", "broken")]
    [InlineData("exec sleep 60", "DC-003", "1")]
    public async Task Print_ByAProgramThatFailsOrHangs_IsAFinding(string script, string rule, string said)
    {
        var program = Path.GetTempFileName();
        await File.WriteAllTextAsync(program, "#!/bin/sh\n" + script + "\n", Soon());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var result = await new PdfPrinter(program, null, TimeSpan.FromSeconds(1)).FromHtmlAsync("x", Soon());
        File.Delete(program);
        Assert.Equal(rule, result.Finding?.Code);
        Assert.Contains(said, result.Finding!.Text, StringComparison.Ordinal);
    }

    [OfficeTheory] // an office program computes every formula anew, drops what it does not know, and writes its own shapes
    [InlineData("huaian-city-2024")]
    [InlineData("nil")]
    public async Task Workbook_SavedByAnOfficeProgram_IsReadWithTheSameHash(string which)
    {
        var document = which == "nil" ? Samples.Nil : Samples.Document(which);
        var room = Directory.CreateTempSubdirectory("federation-office-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(room, "in.xlsx"), Samples.Bytes(s => ReportWorkbook.Write(s, document)));
            var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in (string[])[$"-env:UserInstallation=file://{room}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", Path.Combine(room, "out"), Path.Combine(room, "in.xlsx")])
                start.ArgumentList.Add(argument);
            using var office = Process.Start(start)!;
            await office.WaitForExitAsync(Soon());
            Assert.Equal(document.Hash, Samples.Hash(Samples.ReadOne(await File.ReadAllBytesAsync(Path.Combine(room, "out", "in.xlsx")))));
        }
        finally
        {
            Directory.Delete(room, recursive: true);
        }
    }

    private static CancellationToken Soon() => new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;
}
