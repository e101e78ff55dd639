using Federation.Domain.Obligations;
using Federation.Domain.Reports;
using static Federation.Domain.Tests.Obligations.Books;

namespace Federation.Domain.Tests.Obligations;

public sealed class HeldNumbersTests
{
    private const string Received = "report:annual-2025/t3.new.total";
    private static readonly ReportForm Form = Form2021.Form;

    [Theory]
    [InlineData("report:annual-2025/t3.new.total")]
    [InlineData("report:annual-2025/t3.granted.total+t3.partial.total")]
    [InlineData("report:quarter-2026-1/t3.granted.total+t3.partial.total÷t3.new.total")]
    public void Source_ReadsAsItIsWritten(string text)
    {
        Assert.True(HeldSource.TryParse(text, out var source));
        Assert.Equal(text, source.ToString());
        Assert.True(source.IsHeld(Form));
    }

    [Theory]
    [InlineData("")]
    [InlineData("annual-2025/t3.new.total")]
    [InlineData("report:2025/t3.new.total")]
    [InlineData("report:annual-2025/")]
    [InlineData("report:annual-2025/t3.new.total÷")]
    [InlineData("report:annual-2025/a÷b÷c")]
    [InlineData("report:annual-2025/a+")]
    public void Source_Elsewise_IsNone(string text) => Assert.False(HeldSource.TryParse(text, out _));

    [Theory]
    [InlineData("report:annual-2025/t3.new.total", "8")]
    [InlineData("report:annual-2025/t3.granted.total+t3.partial.total", "3")]
    [InlineData("report:annual-2025/t3.granted.total+t3.partial.total÷t3.new.total", "0.375")]
    [InlineData("report:annual-2025/t3.new.total÷t3.carried_out.total", null)] // a share of nothing is none
    [InlineData("report:annual-2025/t9.none", null)]
    public void Figure_IsTheSum_OrTheShare(string text, string? figure)
    {
        Assert.True(HeldSource.TryParse(text, out var source));
        Assert.Equal(figure is null ? null : decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture), source.Figure(Form, Filed()));
    }

    [Fact]
    public void Share_HeldByTheSystem_AnswersTheDuty_OnceForEachFigure()
    {
        Assert.True(HeldSource.TryParse("report:annual-2025/t3.granted.total+t3.partial.total÷t3.new.total", out var source));
        var book = With("2026-03-02", Asking("ratio >=0.3 yearly", source.ToString()));
        Assert.Contains("annual-2025", DutyStatus.Of(book.Records[Id("一")], County, Noon("2026-03-02"), Days).Why[^1].Text, StringComparison.Ordinal);

        var given = Assert.IsType<EvidenceGiven>(Assert.Single(book.FillIn(Id("一"), source, 0.375m, Noon("2026-03-03")).Events));
        Assert.Equal((EvidenceKind.ReportCell, 0.375m), (given.Item.Kind, given.Item.Value));
        var after = book.Apply(given, Noon("2026-03-03"), "system@000000");

        Assert.Empty(after.FillIn(Id("一"), source, 0.375m, Noon("2026-03-04")).Events);
        Assert.Single(after.FillIn(Id("一"), source, 0.25m, Noon("2026-03-04")).Events); // corrected
        var status = DutyStatus.Of(after.Records[Id("一")], County, Noon("2026-03-04"), Days);
        Assert.Equal((DutyLight.Done, "done", false), (status.Light, status.Word, status.IsClaimed));
        Assert.Equal("open", DutyStatus.Of(after.Apply(new EvidenceGiven(Id("一"), given.Item with { Value = 0.25m }), Noon("2026-03-04"), "system@000000").Records[Id("一")], County, Noon("2026-03-05"), Days).Word);
    }

    [Theory]
    [InlineData(2, "done")]
    [InlineData(3, "open")]
    public void Number_HeldByTheSystem_IsCountedAsItStands(int atLeast, string word)
    {
        Assert.True(HeldSource.TryParse("report:annual-2025/t3.new.total", out var source));
        var book = With("2026-03-02", Asking($"count >={atLeast} yearly", Received));
        var after = book.FillIn(Id("一"), source, 2, Noon("2026-03-03")).Events.Aggregate(book, (b, e) => b.Apply(e, Noon("2026-03-03"), "system@000000"));

        Assert.Equal(word, DutyStatus.Of(after.Records[Id("一")], County, Noon("2026-03-04"), Days).Word);
    }

    [Fact]
    public void Share_BeyondItsBounds_IsNoAnswer()
    {
        Assert.True(HeldSource.TryParse(Received, out var source));
        Assert.Empty(With("2026-03-02", Asking("ratio >=0.3 yearly", Received)).FillIn(Id("一"), source, 8, Noon("2026-03-03")).Events);
    }

    [Theory]
    [InlineData("report:annual-2025/t3.new.total", "2026-03-03", "2026-03-04")] // closed long ago: every morning until it is sealed
    [InlineData("report:annual-2026/t3.new.total", "2026-03-03", "2027-01-01")] // not before the year is over
    [InlineData("report:annual-2026/t3.new.total", "2027-03-31", null)] // 90 days after the year
    public void Book_LooksAgain_WhenTheReportMayBeThere(string source, string today, string? next) =>
        Assert.Equal(next is null ? null : Day(next), HeldNumbers.NextLook(With("2026-03-02", Asking("count >=2 yearly", source)).Records[Id("一")], Day(today)));

    [Fact]
    public void Word_OfTheUnitAlone_IsClaimed_UntilTheSuperiorAccepts()
    {
        var book = With("2026-03-02", Duty("一", "count >=2 yearly"));
        foreach (var (kind, n) in new[] { (EvidenceKind.File, 1), (EvidenceKind.CatalogEntry, 2) })
            book = book.Apply(new EvidenceGiven(Id("一"), new EvidenceItem(kind, $"ref-{n}", Noon("2026-03-03"), null, null, null, "") { Check = n == 2 ? EvidenceCheck.Verified : EvidenceCheck.Unchecked }), Noon("2026-03-03"), "zhang@500151");
        var claimed = DutyStatus.Of(book.Records[Id("一")], County, Noon("2026-03-04"), Days);
        Assert.Equal(("claimed", true), (claimed.Word, claimed.AwaitsReview));
        Assert.Contains("待核", claimed.Slots[0].Why[^1].Text, StringComparison.Ordinal);

        var accepted = book.Apply(new EvidenceAccepted(Id("一"), 1), Noon("2026-03-05"), "wang@500000");
        Assert.Equal("done", DutyStatus.Of(accepted.Records[Id("一")], County, Noon("2026-03-06"), Days).Word);
    }

    [Fact]
    public void Planned_IsWhatFallsDue_MonthByMonth_WithoutEvents()
    {
        Assert.Equal(
            [("2026-03-01", 60L), ("2026-06-01", 60L), ("2026-09-01", 60L), ("2026-12-01", 60L)],
            Burden.Planned(Duty("一", "count >=2 quarterly"), Day("2026-01-01"), County, Days).Select(m => (m.Month.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), m.Minutes)));
        Assert.Empty(Burden.Planned(Duty("一", "within 3 working_days of 公开"), Day("2026-01-05"), County, Days));
        Assert.Empty(Burden.Planned(Duty("一", "once") with { MinutesEach = 0 }, Day("2026-01-05"), County, Days));
    }

    private static Duty Asking(string measure, string source) => Duty("一", measure) with { Asks = [new AskedNumber("数", source)] };

    private static Tally Filed()
    {
        var cells = new Dictionary<string, long> { ["t3.new.total"] = 8, ["t3.granted.total"] = 2, ["t3.partial.total"] = 1 };
        return Tally.Of([.. Form.Cells.Select(c => cells.GetValueOrDefault(c.Id))]);
    }
}
