namespace Federation.Domain.Tests.Reports.Prose;

/// <summary>Faults read in published reports that are not in data/real-reports: the numbers are theirs, the sentences are in their manner.</summary>
public sealed class KnownFaultTests
{
    [Theory]
    [InlineData("申请95件,其中当面申请24件(占26%)、网络申请66件、信函申请3件。", "AR-059 当面申请24件(占26%)、网络申请66件、信函申请3件", "AR-060 24件(占26%")] // an office, 2025
    [InlineData("公开重点领域信息127条,其中财政预决算33条、社会救助60条、养老服务40条。", "AR-059 财政预决算33条、社会救助60条、养老服务40条")] // a town, 2024: 133
    [InlineData("主动公开155条,其中政策文件20条、工作动态100条、其他信息37条。", "AR-059 政策文件20条、工作动态100条、其他信息37条")] // a town, 2025: 157
    [InlineData("政策解读由23件上升到60件,同比上升261%。", "AR-058 同比上升261%")] // a district, 2024: the ratio
    [InlineData("年报按时公开率达212.50%。", "AR-061 年报按时公开率达212.50%")]
    [InlineData("按照国办政务公开办函〔2021〕30号要求编制。", "AR-064 国办政务公开办函")]
    public void Check_PublishedFault_IsFound(string text, params string[] expected) => Assert.Equal(expected, ProseSheets.Found(text));

    [Fact] // a city, 2025: outcomes and I1 give 55, the text 54
    public void Check_HandledOneLess_IsFound() => Assert.Equal(
        ["AR-050 办结54件"],
        ProseSheets.Found("收到政府信息公开申请55件,办结54件。", Sheets.Open.WithApplications(50).WithApplications(5, "partial")));

    [Fact] // Tongliang 2025, Liangping 2025, Yuzhong: accepted means new and carried in
    public void Check_AcceptedWithCarriedIn_IsRight() => Assert.Equal(
        [],
        ProseSheets.Found(
            "受理政府信息公开申请15件,其中新收14件、上年结转1件,办结13件,结转下年度2件。",
            Sheets.Open.WithApplications(12).WithApplications(2, "carried_out").WithApplications(1, came: "carried_in")));

    [Fact] // a table only partly filled in: what is not known is no reading
    public void Check_HandledNotEntered_JudgesByWhatIsKnown() => Assert.Equal(
        ["AR-050 受理政府信息公开申请2件"],
        ProseSheets.Found("受理政府信息公开申请2件。", Sheets.Blank.With("t3.new.total", 3).With("t3.carried_in.total", 0)));

    [Fact]
    public void Check_LastYearUnknown_JudgesNoGrowthOfTheTables() =>
        Assert.Equal([], ProseSheets.Found("收到申请110件,同比增长99%。", context: ProseSheets.Context with { LastYear = null }));

    [Fact]
    public void Check_FiguresBeyondBelief_DoNotOverflow() =>
        Assert.Equal([], ProseSheets.Found("发布信息3条。", Sheets.Open.With("t3.new.natural", long.MaxValue).With("t3.new.other", long.MaxValue)));
}
