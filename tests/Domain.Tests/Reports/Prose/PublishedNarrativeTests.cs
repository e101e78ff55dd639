using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports.Prose;

/// <summary>The prose of published reports: every fault known of it is found at its place, and nothing else is complained of.</summary>
public sealed class PublishedNarrativeTests
{
    // Faults of wording that the files describe and do not quote, in the words they describe.
    private static readonly Dictionary<string, string> Described = new()
    {
        ["haicheng-xisi-town-2025"] = "制发0件,废止0件,现行有效的规范性文件。",
        ["kaizhou-science-2025"] = "本报告所列数据的统计期限为202511日起至20251231日止。",
        ["taiping-town-2022"] = "依据国办公开办函〔2019〕60号编制。",
        ["xiongkou-zone-qianjiang-2025"] = "依申请公开政府信息和不予公开政府信息情况",
        ["zhouwan-town-2021"] = "本报告统计期限为2021年1月1日至2021年12月30日。",
    };

    private static readonly Dictionary<string, string[]> Expected = new()
    {
        ["changchun-veterans-2023"] = ["AR-050 受理政府信息公开申请2件"], // table three says 3
        ["haicheng-xisi-town-2025"] = ["AR-062 现行有效的规范性文件"],
        ["kaizhou-science-2025"] = ["AR-067 202511日", "AR-067 20251231日"],
        // 258 is one cell of 275, its share that of 273; 265 is one row of 337; the groups add to 716 of 805; 2 reviews and 1 suit are pending
        ["shanghai-municipal-office-2019"] =
        [
            "AR-051 予以公开及部分公开258件", "AR-059 予以公开及部分公开258件(33.9%),不予公开35件(4.34%),无法提供265件(32.9%),不予处理158件(19.6%),其他处理0件",
            "AR-060 258件(33.9%", "AR-051 无法提供265件", "AR-053 维持", "AR-053 维持",
        ],
        ["suqian-city-2024"] = ["AR-057 同比增长1.05%", "AR-053 备案行政复议134件", "AR-053 备案行政诉讼57件"], // 3646 of 3607; 170; 25 + 52
        ["taiping-town-2022"] = ["AR-063 国办公开办函〔2019〕60号"],
        ["xiongkou-zone-qianjiang-2025"] = ["AR-065 依申请公开政府信息和不予公开政府信息情况"],
        ["zhouwan-town-2021"] = ["AR-066 2021年1月1日至2021年12月30日"],
    };

    public static TheoryData<string> Reports { get; } = [.. Directory.GetFiles(Repository.Data("real-reports"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Reports_OfTheSource_AreAllThere() => Assert.Equal(63, Reports.Count); // 62 reports and one page on which reports were published

    [Theory]
    [MemberData(nameof(Reports))]
    public void Check_PublishedReport_FindsItsKnownFaultsOnly(string name)
    {
        var report = PublishedNarrative.Read(name);
        var lastYear = name == "suqian-city-2024" ? PublishedNarrative.Read("suqian-city-2023").Figures : null;
        if (name == "shanghai-municipal-office-2019")
            report = report with { Figures = new Figures(Sheets.Form, [.. report.Figures.Cells.ToArray().Select(c => c.State == CellState.Missing ? CellValue.Nil : c)]) }; // its blanks are zeros
        var text = report.Text + Described.GetValueOrDefault(name, "");

        var findings = report.Check(lastYear, Described.GetValueOrDefault(name, ""));

        Assert.Equal(Expected.GetValueOrDefault(name, []), findings.Select(f => $"{f.Code} {Quoted(f.Where, text)}"));
        Assert.All(findings, f => Assert.False(f.Blocks));
    }

    private static string Quoted(string where, string text)
    {
        var ends = where[3..].Split('-').Select(int.Parse).ToArray();
        return text[ends[0]..ends[1]];
    }
}
