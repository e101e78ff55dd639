using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Notices;
using Federation.Domain.Notices.Naming;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;
using Federation.Domain.WorkPoints.Drafting;

namespace Federation.Domain.Tests.WorkPoints;

/// <summary>A notice as read becomes the draft of a plan; what is decided or left on the way is told.</summary>
public sealed class NoticeDraftingTests
{
    private static readonly UnitId City = UnitId.Parse("500000");

    private static readonly DivisionTree Tree = DivisionTree.Of(
    [
        Unit("500000", "重庆市", Tier.Province, null), Unit("500000.education", "重庆市教育委员会", Tier.Province, "500000"), Unit("500000.audit", "重庆市审计局", Tier.Province, "500000"),
        Unit("500151", "铜梁区", Tier.County, "500000"), Unit("500152", "潼南区", Tier.County, "500000"), Unit("500151001", "巴川街道", Tier.Township, "500151"),
    ]);

    private const string Head = "重庆市人民政府办公厅关于印发2026年政务公开工作要点的通知\n渝府办发〔2026〕8号\n各区县(自治县)人民政府,市政府各部门:\n";

    // One item each; measures in the order of the text.
    [Theory]
    [InlineData("一、政策解读。各区县人民政府年内解读重要政策不少于1次。", "count >=1 yearly")] // one count, not a count and the year's end
    [InlineData("一、政策解读。年底前开展集中培训不少于2次。", "count >=2 yearly")] // the year's end gives the count its period
    [InlineData("一、新闻发布。各区县人民政府每季度举行新闻发布会,不少于2次。", "count >=2 quarterly")] // the cadence beside it too
    [InlineData("一、年度报告。每年1月31日前公开年度报告。", "every yearly by 01-31")] // one yearly duty with its day
    [InlineData("一、目录。各区县人民政府应于2026年6月30日前公开目录。", "once 2026-06-30")]
    [InlineData("一、专栏。按月更新专栏内容。各区县人民政府应于9月底前完成整改。", "every monthly; once 2026-09-30")] // two sentences, two measures
    [InlineData("一、考核。政务公开权重不低于4%。", "ratio >=0.04 yearly")]
    [InlineData("一、解读。政策文件公开后3个工作日内发布解读材料。", "within 3 working_days of 政策文件公开")]
    [InlineData("一、热点回应。(市教委负责)推进校务公开工作。", "once")] // a body and no measure: once, without a date, and told
    public void Item_ByItsFacts_GetsMeasures(string text, string expected)
    {
        var drafted = Draft(Head + text);
        Assert.Equal(expected, string.Join("; ", Assert.Single(drafted.Draft.Points, p => p.Clause == "一").Measures));
    }

    [Fact]
    public void Item_WithoutMeasure_IsToldSo_AndGetsNoDateOfItsOwn()
    {
        var drafted = Draft(Head + "一、校务公开。推进校务公开。(市教委牵头)");
        Assert.Equal([new OnceBy(null)], drafted.Draft.Points[0].Measures.AsEnumerable());
        Assert.Contains(drafted.Notes, n => (n.Code, n.Where) == ("WP-401", "一"));
    }

    [Fact]
    public void Item_WithoutDate_TakesTheDateTheNoticeSetsForAll()
    {
        var drafted = Draft(Head + "一、校务公开。推进校务公开。(市教委牵头)\n二、工作要求。\n以上各项工作任务应于2026年11月30日前完成。");
        Assert.Equal([new OnceBy(new DateOnly(2026, 11, 30))], drafted.Draft.Points[0].Measures.AsEnumerable());
        Assert.Contains(drafted.Notes, n => (n.Code, n.Where) == ("WP-402", "一"));
    }

    [Fact]
    public void Bodies_SingleOnes_AreNamedAndReceive_ASetBecomesReceivers()
    {
        var drafted = Draft(Head + "一、校务公开。每季度公开校务。(市教委牵头,市审计局配合,各区县人民政府负责落实)");
        var point = drafted.Draft.Points[0];
        Assert.Equal([(DutyRole.Lead, "市教委", "500000.education"), (DutyRole.Supporting, "市审计局", "500000.audit")], point.Bodies.Select(b => (b.Part, b.Name, b.Unit!.Value)));
        Assert.Equal(["tier county territory", "units 500000.education 500000.audit"], point.Receivers.Select(ReceiverText.Write));
        Assert.Contains(drafted.Notes, n => n.Code == "WP-409");
        var bound = ReceiverList.Of(City, drafted.Draft, Tree, UnitTags.None);
        Assert.Empty(bound.Findings);
        Assert.Equal(["500000.audit", "500000.education", "500151", "500152"], bound.Units.Select(u => u.Unit.Value).Order());
    }

    [Fact]
    public void Bodies_NotKnown_StayOpen_AndTheReceiversOfThePlanHold()
    {
        var drafted = Draft(Head + "一、月球事务。每季度公开月球事务。(市月球局牵头)");
        Assert.Equal(new NamedBody(DutyRole.Lead, "市月球局", null), Assert.Single(drafted.Draft.Points[0].Bodies));
        Assert.Empty(drafted.Draft.Points[0].Receivers);
        Assert.Contains(drafted.Notes, n => n.Code == "WP-410");
        Assert.Equal(["tier county territory", "tier province agency"], drafted.Draft.Receivers.Select(ReceiverText.Write)); // the addressees
    }

    [Fact]
    public void Bodies_ChosenBefore_AreThatChoice_NoneIsLeftOut()
    {
        var chosen = ImmutableDictionary<string, ImmutableArray<UnitId>>.Empty.Add("市月球局", [UnitId.Parse("500000.audit")]).Add("市火星局", []);
        var drafted = Draft(Head + "一、外空事务。每季度公开外空事务。(市月球局牵头,市火星局配合)", chosen);
        Assert.Equal("500000.audit", Assert.Single(drafted.Draft.Points[0].Bodies).Unit!.Value);
        Assert.Contains(drafted.Notes, n => n.Code == "WP-415");
    }

    [Fact]
    public void Draft_LosesNothing_OfARealNotice()
    {
        var notice = NoticeReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "notices", "000_3cb957a6d1d79dcd.txt")));
        var drafted = NoticeDrafting.Of(notice, Names(), new DraftingChoices(2016, [], CascadeMode.Straight, 5, 30, false));
        var clauses = drafted.Draft.Clauses.ToHashSet();
        Assert.Equal(clauses.Count, drafted.Draft.Points.Length);
        Assert.All(notice.Facts.Where(f => f.Kind is NoticeFactKind.Body), f => Assert.True(
            drafted.Draft.Find(f.Item)!.Bodies.Any(b => b.Name == f.Value) || drafted.Notes.Any(n => n.Where == f.Item && n.Text.Contains(f.Value, StringComparison.Ordinal)), $"{f.Item} {f.Value}"));
        Assert.Equal(notice.Unread.Length, drafted.Notes.Count(n => n.Code == "WP-403"));
        Assert.All(drafted.Draft.Points, p => Assert.NotEmpty(p.Measures));
        Assert.DoesNotContain(WorkPlanCheck.Of(drafted.Draft, Plans.Context(today: new DateOnly(2016, 6, 28))), f => f.Blocks);
    }

    [Fact]
    public void Dates_OfAnotherYear_AreMovedOnlyWhenAsked()
    {
        var text = Head + "一、目录。各区县人民政府应于2026年6月30日前公开目录。";
        Assert.Contains(Draft(text, year: 2027).Notes, n => n.Code == "WP-414");
        var moved = Draft(text, year: 2027, move: true);
        Assert.Equal([new OnceBy(new DateOnly(2027, 6, 30))], moved.Draft.Points[0].Measures.AsEnumerable());
        Assert.Equal(("", "参照渝府办发〔2026〕8号"), (moved.Draft.DocumentNumber, moved.Draft.Basis));
        Assert.Contains(moved.Notes, n => n.Code == "WP-413");
    }

    [Fact]
    public void Fill_PutsAChoiceIntoADraft()
    {
        var draft = Draft(Head + "一、校务公开。每季度公开。(市教委、市月球局牵头)").Draft;
        Assert.Equal(["500000/2026/1#一"], Assert.Single(OpenNames.Of([(PlanId.Of(City, 2026, 1), draft)])).Clauses.AsEnumerable());
        var full = OpenNames.Fill(draft, "市月球局", [UnitId.Parse("500000.audit")], City);
        Assert.Equal(["500000.education", "500000.audit"], full.Points[0].Bodies.Select(b => b.Unit!.Value));
        Assert.Equal(["units 500000.education 500000.audit"], full.Points[0].Receivers.Select(ReceiverText.Write));
        Assert.Single(OpenNames.Fill(draft, "市月球局", [], City).Points[0].Bodies);
        Assert.Same(draft.Points[0], OpenNames.Fill(draft, "别的单位", [], City).Points[0]);
    }

    private static DraftedPlan Draft(string text, IReadOnlyDictionary<string, ImmutableArray<UnitId>>? chosen = null, int year = 2026, bool move = false) =>
        NoticeDrafting.Of(NoticeReader.Read(text), Names(chosen), new DraftingChoices(year, [], CascadeMode.Straight, 5, 30, move));

    private static BodyResolver Names(IReadOnlyDictionary<string, ImmutableArray<UnitId>>? chosen = null) =>
        new(Tree, City, chosen ?? ImmutableDictionary<string, ImmutableArray<UnitId>>.Empty);

    private static Unit Unit(string id, string name, Tier tier, string? parent) => new(
        UnitId.Parse(id), name, tier, UnitId.Parse(id).IsAgency ? UnitKind.Agency : UnitKind.Territory, parent is null ? UnitId.Nation : UnitId.Parse(parent), DateOnly.MinValue, DateOnly.MaxValue);
}
