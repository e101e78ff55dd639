using System.Reflection;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>What holds of every form, official or written as data.</summary>
public sealed class FormsTests
{
    public static TheoryData<string> Ids => [.. Forms.All.Select(f => f.Id)];

    [Fact]
    public void All_Forms_AreTheOfficialOnesAndEveryFileOfTheFolder()
    {
        var files = Directory.EnumerateFiles(Repository.Source("grains", "Domain", "Reports", "Forms"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!);

        Assert.Equal(["annual-2019", "annual-2021", .. files.Order(StringComparer.Ordinal)], Forms.All.Select(f => f.Id));
        Assert.Equal(Forms.All.Count, Forms.All.Select(f => f.Id).Distinct().Count());
        Assert.All(Forms.All, f => Assert.Same(f, Forms.Find(f.Id)));
        Assert.Null(Forms.Find("annual-2020"));
    }

    [Fact] // else it would be a matter of luck which one a period takes
    public void All_FormsOfOneKind_BeginInDifferentYears()
    {
        var begun = Forms.All.Where(f => f.Takes != PeriodKind.Special).Select(f => (f.Takes, f.Since)).ToList();

        Assert.Equal(begun.Count, begun.Distinct().Count());
    }

    [Theory]
    [InlineData("annual-2018", null)]
    [InlineData("annual-2019", "annual-2019")] // 国办公开办函〔2019〕60号
    [InlineData("annual-2020", "annual-2019")]
    [InlineData("annual-2021", "annual-2021")] // 国办公开办函〔2021〕30号
    [InlineData("annual-2999", "annual-2021")]
    [InlineData("quarter-2020-4", null)]
    [InlineData("quarter-2021-1", "quarter-2021")]
    [InlineData("quarter-2026-3", "quarter-2021")]
    [InlineData("special-2025-channels", null)] // named when the period is opened
    public void For_Period_TakesTheFormThatBeganLast(string period, string? form) => Assert.Equal(form, Forms.For(PeriodId.Parse(period))?.Id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Cells_AnyForm_StandAtTheirIndexUnderTheirOwnId(string id)
    {
        var form = Forms.Find(id)!;

        Assert.Equal(Enumerable.Range(0, form.Cells.Length), form.Cells.Select(c => c.Index));
        Assert.Equal(form.Cells.Length, form.Cells.Select(c => c.Id).Distinct().Count());
        Assert.All(form.Cells, c => Assert.Matches("^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$", c.Id));
        Assert.Equal(form.Cells.Select(c => c.Id), form.Tables.SelectMany(t => t.Blocks.SelectMany(b => b.Rows.SelectMany(r => b.Columns.Select(c => $"{t.Id}.{r.Id}.{c.Id}")))));
        Assert.Equal(form.Tables.Select(t => t.Id), form.Sections.Where(s => s.Table is not null).Select(s => s.Table));
        Assert.Equal(form.Sections.Length, form.Sections.Select(s => s.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Sums_AnyForm_HaveTheirTermsBeforeThem(string id)
    {
        var form = Forms.Find(id)!;
        var known = form.Cells.Where(c => !c.Derived).Select(c => c.Index).ToHashSet();

        foreach (var derived in form.DerivedCells)
        {
            Assert.Subset(known, derived.Terms.ToHashSet());
            Assert.All(derived.Terms, t => Assert.Equal(derived.Kind, form.Cells[t].Kind));
            known.Add(derived.Index);
        }
        Assert.Equal(form.Cells.Length, known.Count);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Words_AnyForm_AreChineseAndEnglish(string id)
    {
        var form = Forms.Find(id)!;
        var chinese = form.Cells.SelectMany(c => (string[])[c.Row, c.Column]).Concat(form.Sections.Select(s => s.Title)).Concat(form.Tables.Select(t => t.Title)).Append(form.Title);
        var english = form.Cells.SelectMany(c => (string[])[c.RowEn, c.ColumnEn]).Concat(form.Sections.Select(s => s.TitleEn)).Concat(form.Tables.Select(t => t.TitleEn)).Append(form.TitleEn);

        Assert.All(chinese, text => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", text));
        Assert.All(english, text => Assert.Matches("^[^\\p{IsCJKUnifiedIdeographs}]+$", text));
        Assert.NotEmpty(form.Basis);
        // no two cells of a table say the same in either language
        Assert.All(form.Tables, t => Assert.Distinct(form.Cells.Where(c => c.Table == t.Id).Select(c => c.Label)));
        Assert.All(form.Tables, t => Assert.Distinct(form.Cells.Where(c => c.Table == t.Id).Select(c => c.LabelEn)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rules_AnyForm_AreOfTheRuleBook(string id)
    {
        var form = Forms.Find(id)!;
        var rules = form.Balances.Select(b => b.Rule).Concat(form.Continuities.Select(c => c.Rule)).Concat(form.Watches.Select(w => w.Rule));

        Assert.Subset(ReportRules.All.ToHashSet(), rules.ToHashSet());
        Assert.All(form.Headlines, h => Assert.NotEmpty(h.Cells));
    }

    [Theory] // nothing to report is lawful in every form and in every period that takes it
    [MemberData(nameof(Ids))]
    public void Check_NilReportOfAnyForm_IsLawful(string id)
    {
        var form = Forms.Find(id)!;
        foreach (var period in Periods(form))
        {
            var (figures, shape) = FigureReader.Read(form, new(new Dictionary<string, long>(), new Dictionary<string, string>(), [], true), period);

            Assert.Empty(shape);
            Assert.Empty(FigureCheck.Check(figures, Tier.Township, period));
            Assert.Empty(FigureCheck.Check(figures.WithSums(), Tier.Township, period));
            Assert.Equal(Tally.Empty, Tally.Of(figures.WithSums()));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Check_BlankReportOfAnyForm_MissesEveryCellThatIsDue(string id)
    {
        var form = Forms.Find(id)!;
        foreach (var period in Periods(form))
        {
            var blank = new Figures(form, [.. new CellValue[form.Cells.Length]]);

            var found = FigureCheck.Check(blank, Tier.City, period);

            Assert.Equal(form.Cells.Where(c => !c.Derived && c.DueIn(period)).Select(c => c.Id), found.Select(f => f.Where));
            Assert.All(found, f => Assert.Equal(("AR-011", form.Basis), (f.Code, f.Basis)));
        }
    }

    internal static IEnumerable<PeriodId> Periods(ReportForm form) => form.Takes switch
    {
        PeriodKind.Annual => [PeriodId.Annual(form.Since)],
        PeriodKind.Quarter => Enumerable.Range(1, 4).Select(q => PeriodId.QuarterOf(form.Since, q)),
        _ => [PeriodId.Special(form.Since, "x")],
    };

    [Fact]
    public void Resources_OfTheDomain_AreFormsAndWritingOnly() =>
        Assert.All(Assembly.GetAssembly(typeof(Forms))!.GetManifestResourceNames(), n => Assert.Matches("^(forms/[a-z0-9-]+\\.json|notices/[a-z0-9-]+\\.txt)$", n));
}
