using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

public sealed class FiguresTests
{
    [Fact]
    public void WithSums_LawfulFigures_AgreesWithAddingByHand() => Property.Holds(Sheets.Lawful, figures =>
    {
        var sums = figures.WithSums();

        foreach (var row in Sheets.Outcomes.Concat(["new", "carried_in", "handled_total", "carried_out"]))
            Assert.Equal(Sheets.Applicants.Sum(a => sums[$"t3.{row}.{a}"]), sums[$"t3.{row}.total"]);
        foreach (var applicant in Sheets.Applicants.Append("total"))
            Assert.Equal(Sheets.Outcomes.Sum(o => sums[$"t3.{o}.{applicant}"]), sums[$"t3.handled_total.{applicant}"]);
        Assert.Equal(sums["t3.new.total"] + sums["t3.carried_in.total"], sums["t3.handled_total.total"] + sums["t3.carried_out.total"]);
        Assert.Equal(sums, sums.WithSums()); // once is enough
    });

    [Fact]
    public void WithSums_NilReport_StaysNil() => Assert.Equal(Sheets.Nil, Sheets.Nil.WithSums());

    [Fact]
    public void WithSums_NilAndNotApplicableTerms_IsNil() =>
        Assert.Equal(CellValue.Nil, State(Sheets.Open.With("t4.review.upheld", CellValue.NotApplicable).WithSums(), "t4.review.total"));

    [Fact]
    public void WithSums_ZeroTyped_IsTheNumberZero() =>
        Assert.Equal(CellValue.Of(0), State(Sheets.Open.With("t4.review.upheld", 0).WithSums(), "t4.review.total"));

    [Fact]
    public void WithSums_TermMissing_LeavesTheSumAsGiven()
    {
        var figures = Sheets.Open.With("t4.review.upheld", default(CellValue)).With("t4.suit_direct.upheld", default(CellValue)).With("t4.review.total", 7).WithSums();

        Assert.Equal(CellValue.Of(7), State(figures, "t4.review.total"));
        Assert.Equal(default, State(figures, "t4.suit_direct.total"));
    }

    [Fact]
    public void WithSums_BeyondSixtyFourBits_Overflows() =>
        Assert.Throws<OverflowException>(() => Sheets.Open.With("t4.review.upheld", long.MaxValue).With("t4.review.pending", 1).WithSums());

    [Fact]
    public void Constructor_TooFewCells_IsMisuse() => Assert.Throws<ArgumentException>(() => new Figures(Sheets.Form, [CellValue.Nil]));

    [Fact]
    public void Equals_SameCells_AreEqualAndOneCellApartAreNot()
    {
        var (one, other) = (Sheets.Open.WithApplications(3), Sheets.Open.WithApplications(3));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other.With("t2.licence.decisions", 0)); // nil and zero typed are not the same entry
        Assert.False(one.Equals(null));
    }

    private static CellValue State(Figures figures, string cell) => figures[Sheets.Form[cell].Index];
}
