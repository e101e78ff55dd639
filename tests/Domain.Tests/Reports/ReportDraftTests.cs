using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>Keeping drafts, alone and together.</summary>
public sealed class ReportDraftTests
{
    private const string First = "t3.new.natural";
    private const string Second = "t4.review.upheld";
    private static readonly CellValue Nil = CellValue.Nil;

    private static ReportContent Three => ReportContent.Of(Sheets.Open.WithApplications(3));

    private static Story Drafted => Story.Blank.Then(s => s.Save(Three));

    [Theory]
    [InlineData(0, "AR-104")] // somebody else kept a draft meanwhile
    [InlineData(1, "ReportDraftSaved")]
    [InlineData(2, "AR-104")] // believes more than there is
    public void SaveDraft_ExpectedRevision_MustBeTheCurrentOne(long expected, string outcome) =>
        Assert.Equal(outcome, Story.Outcome(Drafted.Report.SaveDraft(ReportContent.Of(Sheets.Open), expected, Story.Check, Story.Act())));

    [Fact]
    public void SaveDraft_FiguresThatBreakRules_IsKeptAndTellsThem()
    {
        var decision = Story.Blank.Save(ReportContent.Of(Sheets.Open.With(First, 1)));

        Assert.False(decision.Refused);
        Assert.Single(decision.Events);
        Assert.Contains(decision.Findings, f => f is { Code: "AR-001", Blocks: true });
    }

    [Fact]
    public void SaveDraft_OtherForm_IsRefused() =>
        Assert.Equal("AR-103", Story.Outcome(Story.Blank.Save(Three, Story.Act() with { Form = Sheets.Form with { Id = "annual-2019" } })));

    [Fact]
    public void SaveDraft_Disposition_IsSignedByWhoSavesAndKeepsItsName()
    {
        var said = new Disposition("AR-021", "t3.other_fee_unpaid.total", "已在第六部分说明", "", null, "somebody@else");
        var content = new ReportContent(Sheets.Open, [], [said]);

        var first = Story.Blank.Then(s => s.Save(content));
        var second = first.Then(s => s.Save(new ReportContent(Sheets.Open, [], [said, said with { Where = "t3.new.natural" }]), Story.Act("sun@500151")), "sun@500151");

        Assert.Equal(Story.Clerk, Assert.Single(first.Report.Draft!.Dispositions).By); // never what the message claims
        Assert.Equal(["sun@500151", Story.Clerk], second.Report.Draft!.Dispositions.Select(d => d.By));
    }

    [Fact]
    public void Edit_TwoEditorsOfDifferentCells_KeepsBoth()
    {
        var figures = Drafted.Then(s => s.Edit(Second, Nil, CellValue.Of(2))).Then(s => s.Edit("t4.review.other", Nil, CellValue.Of(1), Story.Act("sun@500151"))).Report.Draft!.Figures;

        Assert.Equal((2, 1), (figures[Second], figures["t4.review.other"]));
    }

    [Fact]
    public void Edit_TwoEditorsOfOneCell_IsRefusedWithBothValues()
    {
        var decision = Drafted.Then(s => s.Edit(First, CellValue.Of(3), CellValue.Of(7))).Edit(First, CellValue.Of(3), CellValue.Of(8));

        var finding = Assert.Single(decision.Findings);
        Assert.Equal(("AR-114", First, true), (finding.Code, finding.Where, finding.Blocks));
        Assert.Contains("改为 7,您要填 8", finding.Text, StringComparison.Ordinal);
        Assert.Contains("changed to 7, you want 8", finding.TextEn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CellState.Nil, "无")]
    [InlineData(CellState.NotApplicable, "/")]
    [InlineData(CellState.Missing, "空白")]
    public void Edit_ConflictWithACellWithoutNumber_NamesWhatStands(CellState stands, string said)
    {
        var drafted = Story.Blank.Then(s => s.Save(ReportContent.Of(Sheets.Open.With(First, new CellValue(stands, 0)))));

        var finding = Assert.Single(drafted.Edit(First, CellValue.Of(1), CellValue.Of(8)).Findings);

        Assert.Contains($"改为 {said},您要填 8", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 3, "nothing")] // types what stands
    [InlineData(9, 3, "nothing")] // saw something else, wants what stands: both agree
    [InlineData(3, 4, "ReportDraftSaved")]
    [InlineData(9, 4, "AR-114")]
    public void Edit_OfOneCell_ConflictsOnlyWhenSawAndWantsDifferFromWhatStands(long was, long now, string outcome) =>
        Assert.Equal(outcome, Story.Outcome(Drafted.Edit(First, CellValue.Of(was), CellValue.Of(now))));

    [Fact] // one conflict among many keeps nothing: the editor sees them all
    public void Edit_OneConflictAmongMany_KeepsNothing()
    {
        var edits = new DraftEdits([new CellEdit(Second, Nil, CellValue.Of(1)), new CellEdit(First, Nil, CellValue.Of(1))], [new TextEdit("s1", "旧", "新")]);
        var drafted = Story.Blank.Then(s => s.Save(new ReportContent(Three.Figures, [KeyValuePair.Create("s1", "别人写的")], [])));

        var decision = drafted.Report.Edit(edits, Story.Check, Story.Act());

        Assert.Equal(["AR-114 " + First, "AR-114 s1"], decision.Findings.Select(f => f.Code + " " + f.Where));
        Assert.Empty(decision.Events);
        Assert.Contains("改为“别人写的”,您要改为“新”", decision.Findings[1].Text, StringComparison.Ordinal);
    }

    [Theory] // both sides are shown from shortly before they part
    [InlineData("", "新", "改为空白,您要改为“新”")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五甲", "一二三四五六七八九十一二三四五六七八九十一二三四五乙", "改为“…六七八九十一二三四五六七八九十一二三四五甲”,您要改为“…六七八九十一二三四五六七八九十一二三四五乙”")]
    [InlineData("第一段\n第二段", "第一段", "改为“第一段 第二段”,您要改为“第一段”")]
    public void Edit_OfProse_ShowsBothSidesOfAConflict(string theirs, string yours, string said)
    {
        var drafted = Story.Blank.Then(s => s.Save(new ReportContent(Three.Figures, [KeyValuePair.Create("s1", theirs)], [])));

        var decision = drafted.Report.Edit(new DraftEdits([], [new TextEdit("s1", "从前的文字", yours)]), Story.Check, Story.Act());

        Assert.Contains(said, Assert.Single(decision.Findings).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t3.new.nobody", "s1", "AR-012")]
    [InlineData(First, "s2", "AR-012")] // a table's section takes no prose
    [InlineData(First, "s9", "AR-012")]
    [InlineData(First, "s1", "ReportDraftSaved")]
    public void Edit_UnknownPlace_IsRefused(string cell, string section, string outcome) => Assert.Equal(
        outcome,
        Story.Outcome(Drafted.Report.Edit(new DraftEdits([new CellEdit(cell, CellValue.Of(3), CellValue.Of(4))], [new TextEdit(section, "", "文字")]), Story.Check, Story.Act())));

    [Fact]
    public void Edit_OnePlaceTwice_IsRefused()
    {
        var edits = new DraftEdits(
            [new CellEdit(First, CellValue.Of(3), CellValue.Of(4)), new CellEdit(First, CellValue.Of(3), CellValue.Of(5))],
            [new TextEdit("s1", "", "甲"), new TextEdit("s1", "", "乙")]);

        Assert.Equal("AR-016 AR-016", Story.Outcome(Drafted.Report.Edit(edits, Story.Check, Story.Act())));
    }

    [Fact]
    public void Edit_TextWithOtherLineEndsAndBlanks_IsNoConflict()
    {
        var drafted = Story.Blank.Then(s => s.Save(new ReportContent(Three.Figures, [KeyValuePair.Create("s1", "第一行\r\n第二行 ")], [])));

        var after = drafted.Then(s => s.Report.Edit(new DraftEdits([], [new TextEdit("s1", "第一行\r第二行", "")]), Story.Check, Story.Act()));

        Assert.Empty(after.Report.Draft!.Texts); // an emptied section is left out
    }

    [Fact]
    public void Edit_BeforeAnyDraft_BeginsFromABlankForm()
    {
        var draft = Story.Blank.Then(s => s.Edit(First, default, CellValue.Of(1))).Report.Draft!;

        Assert.Equal(Sheets.Blank.With(First, 1), draft.Figures);
        Assert.Equal("nothing", Story.Outcome(Story.Blank.Report.Edit(new DraftEdits([], []), Story.Check, Story.Act())));
    }

    [Fact]
    public void Edit_OfASealedReport_LetsItsSumsFollow()
    {
        var draft = Story.Blank.Sealed(Three).Then(s => s.Edit(Second, Nil, CellValue.Of(2))).Report.Draft!;

        Assert.Equal(2, draft.Figures["t4.review.total"]);
        Assert.DoesNotContain(Story.Check(draft), f => f.Code == "AR-002");
    }

    [Fact]
    public void Edit_BesideASumTypedWrong_LeavesItForTheRules()
    {
        var drafted = Story.Blank.Then(s => s.Save(ReportContent.Of(Three.Figures.WithSums().With("t4.review.total", 9))));

        var draft = drafted.Then(s => s.Edit(Second, Nil, CellValue.Of(2))).Report.Draft!;

        Assert.Equal(9, draft.Figures["t4.review.total"]);
    }

    [Fact]
    public void Edit_ThatBlanksAPart_BlanksTheSumsOverIt()
    {
        var draft = Story.Blank.Sealed(Three).Then(s => s.Edit(First, CellValue.Of(3), default)).Report.Draft!;

        Assert.Equal(CellState.Missing, draft.Figures[Sheets.Form["t3.new.total"].Index].State);
        Assert.Equal(3, draft.Figures["t3.granted.total"]);
    }
}
