using Federation.Domain.Reports;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports;

public sealed class FigureReaderTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("96171.6", 96_171_600_000)] // as printed
    [InlineData("59237.2449", 59_237_244_900)]
    [InlineData("0.000001", 1)] // one 分
    [InlineData("0.0000010000", 1)] // zeros at the end change nothing
    [InlineData("-0.5", -500_000)] // below zero is read, and refused by the check of the figures
    [InlineData("+1", 1_000_000)]
    [InlineData(".5", 500_000)]
    [InlineData("007", 7_000_000)]
    [InlineData("9223372036854", 9_223_372_036_854_000_000)] // the largest that fits
    public void TryReadAmount_Decimal_IsExact(string text, long fen)
    {
        Assert.True(FigureReader.TryReadAmount(text, out var read));
        Assert.Equal(fen, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1e5")] // as a spreadsheet writes it
    [InlineData("1,000")]
    [InlineData("1.2.3")]
    [InlineData("2792220.8元")] // seen in a published report
    [InlineData("/")]
    [InlineData("无")]
    [InlineData("１")] // full width
    [InlineData("0.0000001")] // seventh place
    [InlineData("1.0000000000000000000000000000001")] // beyond what a decimal holds
    [InlineData("9223372036855")] // a little beyond 64 bits
    [InlineData("79228162514264337593543950336")] // beyond a decimal
    public void TryReadAmount_AnythingElse_IsRefused(string text)
    {
        Assert.False(FigureReader.TryReadAmount(text, out var fen));
        Assert.Equal(0, fen);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0.000001")]
    [InlineData(961_716_000_000, "961716")]
    [InlineData(96_171_600_000, "96171.6")]
    [InlineData(-500_000, "-0.5")]
    public void WriteAmount_Fen_HasNoZerosAtItsEnd(long fen, string text) => Assert.Equal(text, FigureReader.WriteAmount(fen));

    [Fact]
    public void TryReadAmount_WhatWriteAmountWrote_IsTheSame() => Property.Holds(
        Gen.Choose(int.MinValue, int.MaxValue).SelectMany(_ => Gen.Choose(0, 5_000_000), (a, b) => (long)a * b),
        fen =>
        {
            Assert.True(FigureReader.TryReadAmount(FigureReader.WriteAmount(fen), out var read));
            Assert.Equal(fen, read);
        });

    [Fact]
    public void Read_NothingNamedAndRestNil_IsTheNilReport()
    {
        var (figures, codes) = Read(restIsNil: true);

        Assert.Empty(codes);
        Assert.Equal(Sheets.Nil, figures);
    }

    [Fact]
    public void Read_NothingNamedAndRestMissing_IsBlank()
    {
        var (figures, codes) = Read(restIsNil: false);

        Assert.Empty(codes);
        Assert.Equal(Sheets.Blank, figures);
    }

    [Fact]
    public void Read_SomeNamedAndRestNil_LeavesSumsToTheForm()
    {
        var (figures, codes) = Read(true, [("t3.new.natural", 3), ("t3.granted.natural", 3)], [("t2.fees.amount", "1.5")], ["t2.rules.issued"]);

        Assert.Empty(codes);
        Assert.Equal(Sheets.Open.WithApplications(3).With("t2.fees.amount", 1_500_000).With("t2.rules.issued", CellValue.NotApplicable), figures);
    }

    [Fact]
    public void Read_ZeroNamed_IsANumberAndNotNil()
    {
        var (figures, _) = Read(true, [("t3.new.natural", 0)]);

        Assert.Equal(CellValue.Of(0), figures[Sheets.Form["t3.new.natural"].Index]);
    }

    [Theory]
    [InlineData("t3.new.nobody", "AR-012")] // no such cell
    [InlineData("", "AR-012")]
    [InlineData("T3.new.natural", "AR-012")] // ids are exact
    [InlineData("t2.fees.amount", "AR-013")] // a count where an amount belongs
    public void Read_Count_InAWrongPlace_IsFoundThere(string cell, string code) => AssertFound([$"{code} {cell}"], counts: [(cell, 1)]);

    [Theory]
    [InlineData("t2.fees.income", "1", "AR-012")]
    [InlineData("t2.licence.decisions", "1", "AR-013")] // an amount where a count belongs
    [InlineData("t2.fees.amount", "1e5", "AR-014")]
    [InlineData("t2.fees.amount", "", "AR-014")]
    public void Read_Amount_WrongPlaceOrText_IsFoundThere(string cell, string text, string code) => AssertFound([$"{code} {cell}"], amounts: [(cell, text)]);

    [Fact]
    public void Read_NotApplicable_AtNoCell_IsFound() => AssertFound(["AR-012 t9"], notApplicable: ["t9"]);

    [Fact]
    public void Read_OneCellTwice_IsFoundAndTheFirstStands()
    {
        var (figures, codes) = Read(true, [("t3.new.natural", 1)], notApplicable: ["t3.new.natural", "t3.new.legal", "t3.new.legal"]);

        Assert.Equal(["AR-016 t3.new.natural", "AR-016 t3.new.legal"], codes);
        Assert.Equal(1, figures["t3.new.natural"]);
    }

    [Fact]
    public void Read_SeveralFaults_FindsAll() => AssertFound(
        ["AR-012 a", "AR-013 t2.fees.amount", "AR-016 t2.fees.amount", "AR-013 t3.new.legal", "AR-012 b"],
        counts: [("a", 1), ("t2.fees.amount", 1)],
        amounts: [("t2.fees.amount", "x"), ("t3.new.legal", "1")],
        notApplicable: ["b"]);

    [Theory]
    [InlineData("t2.fees.amount", "x")]
    [InlineData("t3.new.legal", "1")]
    public void Read_UnreadableCellWithRestNil_IsMissingAndNotNil(string cell, string text)
    {
        var (figures, _) = Read(true, amounts: [(cell, text)]);

        Assert.Equal(CellState.Missing, figures[Sheets.Form[cell].Index].State);
    }

    private static void AssertFound(string[] expected, (string, long)[]? counts = null, (string, string)[]? amounts = null, string[]? notApplicable = null) =>
        Assert.Equal(expected, Read(true, counts, amounts, notApplicable).Codes);

    private static (Figures Figures, IEnumerable<string> Codes) Read(bool restIsNil, (string, long)[]? counts = null, (string, string)[]? amounts = null, string[]? notApplicable = null)
    {
        var entries = new FigureEntries(
            (counts ?? []).ToDictionary(c => c.Item1, c => c.Item2), (amounts ?? []).ToDictionary(a => a.Item1, a => a.Item2), notApplicable ?? [], restIsNil);
        var (figures, findings) = FigureReader.Read(Sheets.Form, entries);
        return (figures, findings.Select(f => $"{f.Code} {f.Where}"));
    }
}
