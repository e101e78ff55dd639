using Federation.Domain.Reports;
using Federation.Domain.Tests.Reports.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports;

public sealed class TallyTests
{
    /// <summary>Vectors of sums, mostly zero, also of values near both ends of 64 bits.</summary>
    private static readonly Gen<long[]> Vectors =
        from size in Gen.Choose(0, 300)
        from cells in Gen.Frequency(
            (6, Gen.Constant(0L)),
            (3, from v in Gen.Choose(-300, 300) select (long)v),
            (1, Gen.Elements(long.MinValue, long.MinValue + 1, 1L << 62, -(1L << 62), (1L << 62) - 1, long.MaxValue))).ArrayOf(size)
        select cells;

    [Fact]
    public void Decode_WhatEncodeWrote_IsTheSame() => Property.Holds(Vectors, cells =>
    {
        var tally = Tally.Of(cells);
        var read = Tally.Decode(tally.Encode());

        Assert.Equal(tally, read);
        Assert.Equal(tally.GetHashCode(), read.GetHashCode());
        Assert.Equal(cells, cells.Select((_, cell) => read[cell]));
    });

    [Fact]
    public void Of_Figures_HoldsEveryCell() => Property.Holds(LawfulFilings.AnyFigures, figures =>
    {
        var tally = Tally.Of(figures);

        for (var cell = 0; cell < figures.Cells.Length; cell++)
            Assert.Equal(figures[cell].Value, tally[cell]);
        Assert.All(tally.Entries, e => Assert.NotEqual(0, e.Value));
    });

    [Fact]
    public void Of_NilReport_IsEmptyAndCostsNothing()
    {
        Assert.Same(Tally.Empty, Tally.Of(Sheets.Nil));
        Assert.Empty(Tally.Empty.Encode());
        Assert.Same(Tally.Empty, Tally.Decode([]));
        Assert.Equal(0, Tally.Empty[199]);
    }

    [Fact]
    public void AddTo_ThenTakeFrom_IsAsBefore() => Property.Holds(LawfulFilings.AnyFigures, figures =>
    {
        var sums = Enumerable.Range(0, 200).Select(i => (long)i).ToArray();
        Tally.Of(figures).AddTo(sums);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => i + figures[i].Value), sums);
        Tally.Of(figures).TakeFrom(sums);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => (long)i), sums);
    });

    [Fact]
    public void AddTo_BeyondSixtyFourBits_Overflows() => Assert.Throws<OverflowException>(() => Tally.Of([1]).AddTo(new[] { long.MaxValue }));

    [Fact]
    public void TakeFrom_BeyondSixtyFourBits_Overflows() => Assert.Throws<OverflowException>(() => Tally.Of([1]).TakeFrom(new[] { long.MinValue }));

    [Fact] // pinned: rows of a running system hold this
    public void Encode_Sample_IsPinned() => Assert.Equal("0002" + "0103" + "C401" + "8008", Convert.ToHexString(Tally.Of(Dense((0, 1), (2, -2), (199, 512))).Encode()));

    [Theory]
    [InlineData("00")] // a cell without value
    [InlineData("80")] // a number cut short
    [InlineData("0080")]
    [InlineData("000202")] // a good entry, then half of one
    [InlineData("0000")] // zero is never kept
    [InlineData("80800402")] // cell 65,536
    [InlineData("FFFF03020002")] // cell 65,535, then one more
    [InlineData("FFFFFFFFFFFFFFFFFF0102")] // a distance of 64 bits
    [InlineData("00FFFFFFFFFFFFFFFFFF02")] // a value of more than 64 bits
    [InlineData("0080808080808080808080808001")]
    public void Decode_DamagedBytes_IsRefused(string hex) => Assert.Throws<FormatException>(() => Tally.Decode(Convert.FromHexString(hex)));

    [Fact]
    public void Decode_AnyBytes_IsReadOrRefusedAndNothingElse() => Property.Holds(
        from bytes in Gen.Choose(0, 255).ListOf()
        select bytes.Select(b => (byte)b).ToArray(),
        bytes =>
        {
            try
            {
                var tally = Tally.Decode(bytes);
                Assert.Equal(tally, Tally.Decode(tally.Encode()));
            }
            catch (FormatException)
            {
                // refused
            }
        });

    [Fact]
    public void Decode_LargestCell_IsRead() => Assert.Equal(1, Tally.Decode(Convert.FromHexString("FFFF0302"))[ushort.MaxValue]);

    private static long[] Dense(params (int Cell, long Value)[] entries)
    {
        var cells = new long[200];
        foreach (var (cell, value) in entries)
            cells[cell] = value;
        return cells;
    }
}
