using Federation.Domain.Catalogs;
using Federation.Domain.Obligations;

namespace Federation.Domain.Tests.Catalogs;

public sealed class EntryCheckTests
{
    [Fact]
    public void Of_WhatIsInOrder_FindsNothing()
    {
        Assert.Empty(EntryCheck.Of(Entries.Document("a")));
        Assert.Empty(EntryCheck.Of(Entries.Matter("b")));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    public void Of_ALongTitle_IsFound(int length, bool found) =>
        Assert.Equal(found, EntryCheck.Of(Entries.Document("a", new string('题', length))).Any(f => f.Code == "CT-002"));

    [Fact]
    public void Of_Withheld_NeedsReasonAndBasis_EachFoundAtItsField() => Assert.Equal(
        ["reason", "reasonBasis"], EntryCheck.Of(Entries.Document("a") with { Disclosure = new Disclosure(DisclosureAttribute.Withheld) }).Where(f => f.Code == "CT-004").Select(f => f.Where));

    [Theory] // a catalog holds nothing that not everybody may read
    [InlineData(DisclosureAttribute.Proactive, true, null)]
    [InlineData(DisclosureAttribute.OnRequest, false, null)]
    [InlineData(DisclosureAttribute.OnRequest, true, "CT-021")]
    [InlineData(DisclosureAttribute.Withheld, false, "CT-020")]
    public void Public_KeepsOutWhatIsNotForAll(DisclosureAttribute attribute, bool text, string? code) => Assert.Equal(
        code, EntryCheck.Public(Entries.Document("a") with { Disclosure = new Disclosure(attribute, "理由", "条例第十五条"), Body = text ? Digest.Of("正文"u8) : null }).SingleOrDefault()?.Code);

    [Fact]
    public void Of_AMatterWithoutAnything_MissesEveryElement() => Assert.Equal(
        EntryFields.NeededOfMatters, EntryCheck.Of(Entries.Document("a") with { Kind = EntryKind.Matter }).Where(f => f.Code == "CT-008").Select(f => f.Where));

    [Theory]
    [InlineData("formedOn", "2026-02-30", "CT-007")]
    [InlineData("formedOn", "2026/02/28", "CT-007")]
    [InlineData("colour", "红", "CT-005")]
    [InlineData("limit", "适时", "CT-009")]
    [InlineData("publishedOn", "2026-02-26", "CT-011")] // made the day after
    public void Of_AFieldOutOfOrder_IsFoundThere(string field, string value, string code)
    {
        var finding = Assert.Single(EntryCheck.Of(Entries.Document("a").With(field, value)));
        Assert.Equal(code, finding.Code);
        Assert.Equal(code == "CT-011" ? "formedOn" : field, finding.Where);
    }

    [Fact]
    public void Of_RandomInspection_NeedsItsFourElements()
    {
        var item = Entries.Document("a") with { Kind = EntryKind.ListItem };
        Assert.Equal(4, EntryCheck.Of(item.With(EntryFields.List, "随机抽查事项清单")).Count(f => f.Code == "CT-010"));
        Assert.DoesNotContain(EntryCheck.Of(item.With(EntryFields.List, "权力清单")), f => f.Code == "CT-010");
    }

    [Fact]
    public void Of_Links_ToItselfOrTwice_AreFound()
    {
        var link = new EntryLink(LinkRelation.Related, null, EntryId.Parse("b"));
        Assert.Equal(2, EntryCheck.Of(Entries.Document("a") with { Links = [link, link, link with { Entry = EntryId.Parse("a") }] }).Count(f => f.Code == "CT-014"));
    }

    [Fact]
    public void Of_AnInterpretation_OfNothing_IsWarned()
    {
        var interpretation = Entries.Document("a") with { Kind = EntryKind.Interpretation };
        Assert.Contains(EntryCheck.Of(interpretation), f => f.Code == "CT-017" && !f.Blocks);
        Assert.DoesNotContain(EntryCheck.Of(interpretation with { Links = [new EntryLink(LinkRelation.Interprets, null, EntryId.Parse("b"))] }), f => f.Code == "CT-017");
    }

    [Theory] // as printed in the standard tables and in real catalogs
    [InlineData("信息形成或者变更之日起20个工作日内", 20, LimitUnit.WorkingDays)]
    [InlineData("自信息形成或者变更之日起20个工作日内予以公开", 20, LimitUnit.WorkingDays)]
    [InlineData("20工作日", 20, LimitUnit.WorkingDays)]
    [InlineData("信息形成后7个工作日内", 7, LimitUnit.WorkingDays)]
    [InlineData("部门预算经批复后20日内", 20, LimitUnit.CalendarDays)]
    [InlineData("1个月", 1, LimitUnit.Months)]
    [InlineData("6个月", 6, LimitUnit.Months)]
    [InlineData("1年", 1, LimitUnit.Years)]
    [InlineData("24小时内", 24, LimitUnit.Hours)]
    [InlineData("10 个 工作日 之内", 10, LimitUnit.WorkingDays)]
    [InlineData("信息形成后20个工作日内", 20, LimitUnit.WorkingDays)] // full width
    public void Read_ASpan_IsUnderstood(string text, int amount, LimitUnit unit) => Assert.Equal(new TimeLimit.Within(amount, unit), TimeLimit.Read(text));

    [Theory]
    [InlineData("按月", Cadence.Monthly)]
    [InlineData("按季度", Cadence.Quarterly)]
    [InlineData("按年度", Cadence.Yearly)]
    [InlineData("每半年", Cadence.HalfYearly)]
    [InlineData("按日", Cadence.Daily)]
    [InlineData("实时", Cadence.Continuous)]
    public void Read_ACadence_IsUnderstood(string text, Cadence cadence) => Assert.Equal(new TimeLimit.Every(cadence), TimeLimit.Read(text));

    [Theory]
    [InlineData("1月31日前", 1, 31)]
    [InlineData("6月底前", 6, 30)]
    [InlineData("2月底前", 2, 28)]
    [InlineData("每年3月31日前", 3, 31)]
    public void Read_ADayOfTheYear_IsUnderstood(string text, int month, int day) => Assert.Equal(new TimeLimit.YearlyBy(month, day), TimeLimit.Read(text));

    [Theory]
    [InlineData("长期公开")]
    public void Read_Always_IsUnderstood(string text) => Assert.Equal(new TimeLimit.Always(), TimeLimit.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("适时")]
    [InlineData("13月底前")]
    [InlineData("2月30日前")]
    [InlineData("及时")]
    public void Read_WhatSaysNoLimit_IsNotGuessed(string text) => Assert.Null(TimeLimit.Read(text));

    [Theory]
    [InlineData("a", true)]
    [InlineData("art_64223_2743063.html", true)]
    [InlineData("渝府办发-2016-128号", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a b", false)]
    [InlineData("a?x=1", false)]
    public void EntryId_OfTheRightShape_IsRead(string text, bool read) => Assert.Equal(read, EntryId.TryParse(text, out _));

    [Fact]
    public void EntryId_LongestIs128() => Assert.True(EntryId.TryParse(new string('a', 128), out _) && !EntryId.TryParse(new string('a', 129), out _));
}
