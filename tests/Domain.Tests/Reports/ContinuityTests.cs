using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>What must follow from the period before, as the forms say it.</summary>
public sealed class ContinuityTests
{
    [Fact]
    public void Continuities_Form2021_AreI5ForEachApplicantAndI6ForEachKindOfDocument() => Assert.Equal(
        [
            "AR-031 t2.rules.valid: t2.rules.valid - t2.rules.issued + t2.rules.repealed = t2.rules.valid",
            "AR-031 t2.normative.valid: t2.normative.valid - t2.normative.issued + t2.normative.repealed = t2.normative.valid",
            .. Sheets.Applicants.Select(a => $"AR-030 t3.carried_in.{a}: t3.carried_in.{a} = t3.carried_out.{a}"),
        ],
        Form2021.Form.Continuities.Select(c => Say(Form2021.Form, c)));

    [Fact]
    public void Continuities_Form2019_AreI5AndTheNumbersOfItems() => Assert.Equal(
        [
            .. ((string[])["licence", "other_services", "penalty", "coercion", "fees"]).Select(r => $"AR-032 t2.{r}.items_before: t2.{r}.items_before = t2.{r}.items_before + t2.{r}.change"),
            .. Sheets.Applicants.Select(a => $"AR-030 t3.carried_in.{a}: t3.carried_in.{a} = t3.carried_out.{a}"),
        ],
        Form2019.Form.Continuities.Select(c => Say(Form2019.Form, c)));

    [Fact] // the report of 2021 looks back on one in the form of 2019: what was carried over is there, what is in force is not
    public void In_FormBeforeOfAnotherVersion_HoldsWhereItHasTheCells()
    {
        var held = Form2021.Form.Continuities.Where(c => c.In(Form2019.Form) is not null).ToList();

        Assert.Equal(Enumerable.Repeat("AR-030", 6), held.Select(c => c.Rule.Code));
        Assert.Equal([new TermNow(Form2019.Form["t3.carried_out.natural"].Index, 1)], held[0].In(Form2019.Form)!.Value.ToArray());
        Assert.All(Form2021.Form.Continuities, c => Assert.NotNull(c.In(Form2021.Form)));
    }

    [Theory] // Suqian: 597 in force at the end of 2023; 50 issued and 227 repealed in 2024 leave 420
    [InlineData(597, 50, 227, 420, true)]
    [InlineData(597, 50, 227, 421, false)]
    [InlineData(597, 50, 227, 419, false)]
    [InlineData(420, 61, 59, 422, true)]
    [InlineData(0, 0, 0, 0, true)]
    public void Terms_DocumentsInForce_FollowFromTheYearBefore(long before, long issued, long repealed, long now, bool holds)
    {
        var last = Sheets.Open.With("t2.normative.valid", before);
        var current = Sheets.Open.With("t2.normative.issued", issued).With("t2.normative.repealed", repealed).With("t2.normative.valid", now);

        Assert.Equal(holds ? [] : ["AR-031 t2.normative.valid"], Broken(current, last));
    }

    [Theory] // 乌海市工业和信息化局 2020: 25 kinds of penalty last year, one less this year
    [InlineData(25, -1, 24, true)]
    [InlineData(25, -1, 25, false)]
    [InlineData(25, -1, 23, false)]
    [InlineData(2, 2, 4, true)]
    public void Terms_NumberOfItems_FollowFromTheYearBefore(long before, long change, long now, bool holds)
    {
        var open = new Figures(Form2019.Form, [.. Form2019.Form.Cells.Select(c => c.Derived ? default : CellValue.Nil)]);

        Assert.Equal(
            holds ? [] : ["AR-032 t2.penalty.items_before"],
            Broken(open.With("t2.penalty.items_before", now), open.With("t2.penalty.items_before", before).With("t2.penalty.change", change)));
    }

    [Theory]
    [InlineData(72, 72, true)]
    [InlineData(72, 71, false)]
    [InlineData(72, 73, false)]
    public void Terms_CarriedIn_IsWhatWasCarriedOutAlsoAcrossForms(long carriedOut, long carriedIn, bool holds)
    {
        var last = new Figures(Form2019.Form, [.. Form2019.Form.Cells.Select(c => c.Derived ? default : CellValue.Nil)]).With("t3.carried_out.natural", carriedOut);

        Assert.Equal(holds ? [] : ["AR-030 t3.carried_in.natural"], Broken(Sheets.Open.With("t3.carried_in.natural", carriedIn), last));
    }

    [Fact] // real: Suqian 2023 and 2024 agree in what was carried over
    public void Terms_Suqian2023And2024_AreCarriedOver()
    {
        var (last, now) = (RealReport.Read("suqian-city-2023").Figures, RealReport.Read("suqian-city-2024").Figures);

        Assert.DoesNotContain(Broken(now, last), b => b.StartsWith("AR-030", StringComparison.Ordinal));
    }

    [Fact]
    public void Stocks_OfTheForms_AreWhatStandsAtAMoment()
    {
        static IEnumerable<string> Stocks(ReportForm form, string table) => form.Cells.Where(c => c.Stock && c.Table == table).Select(c => c.Id);

        Assert.Equal(["t2.rules.valid", "t2.normative.valid"], Stocks(Form2021.Form, "t2"));
        Assert.Equal(["t3.carried_in", "t3.carried_out"], Stocks(Form2021.Form, "t3").Select(c => c[..c.LastIndexOf('.')]).Distinct());
        Assert.Equal(14, Stocks(Form2021.Form, "t3").Count()); // sums as well
        Assert.Equal(["pending", "total", "pending", "total", "pending", "total"], Stocks(Form2021.Form, "t4").Select(c => c.Split('.')[2]));
        Assert.Equal(2 + 5, Stocks(Form2019.Form, "t2").Count()); // public in all, items last year
    }

    private static IEnumerable<string> Broken(Figures now, Figures before)
    {
        static long Sum(IEnumerable<TermNow> terms, Figures figures) => terms.Sum(t => t.Sign * figures[t.Cell].Value);
        foreach (var follows in now.Form.Continuities)
        {
            if (follows.In(before.Form) is { } terms && Sum(follows.Now, now) != Sum(terms, before))
                yield return $"{follows.Rule.Code} {now.Form.Cells[follows.Where].Id}";
        }
    }

    private static string Say(ReportForm form, Continuity c)
    {
        static string Join(IEnumerable<(string Cell, int Sign)> terms) =>
            string.Concat(terms.Select((t, at) => at == 0 ? t.Cell : $" {(t.Sign > 0 ? "+" : "-")} {t.Cell}"));
        return $"{c.Rule.Code} {form.Cells[c.Where].Id}: {Join(c.Now.Select(t => (form.Cells[t.Cell].Id, t.Sign)))} = {Join(c.Before.Select(t => (t.Cell, t.Sign)))}";
    }
}
