using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Tests.Divisions;

public sealed class DivisionCsvTests
{
    private const string Heading = "code,name,tier,parent,kind,from,to";

    [Fact]
    public void Read_ShortHeading_TakesTerritoriesWithoutEnd()
    {
        var (rows, findings) = Read("code,name,tier,parent", "500000,重庆市,province,", "500151,铜梁区,county,500000");

        Assert.Empty(findings);
        Assert.Equal([(2, Units.Territory("500000", "重庆市", Tier.Province)), (3, Units.Territory("500151", "铜梁区", Tier.County, "500000"))], rows);
    }

    [Fact]
    public void Read_FullHeading_TakesKindAndDates()
    {
        var (rows, findings) = Read(Heading, "500151.audit,铜梁区审计局,county,500151,agency,2019-01-10,2024-03-01");

        Assert.Empty(findings);
        Assert.Equal(Units.Agency("500151.audit", "铜梁区审计局", Tier.County, "2019-01-10", "2024-03-01"), Assert.Single(rows).Unit);
    }

    [Theory]
    [InlineData("\uFEFFcode,name,tier,parent\n500000,重庆市,province,")] // byte order mark
    [InlineData("code,name,tier,parent\r\n500000,重庆市,province,\r\n")] // Windows line ends
    [InlineData("parent,tier,name,code\n,province,重庆市,500000")] // columns in another order
    [InlineData("code, name ,tier,parent\n 500000 , 重庆市 , Province , ")] // blanks around fields, tier with a capital
    [InlineData("code,name,tier,parent,note\n500000,重庆市,province,,x")] // a column of no meaning here
    [InlineData("code,name,tier,parent\n\n500000,重庆市,province,\n\n")] // empty lines
    public void Read_OtherSpellings_GiveTheSameUnit(string text)
    {
        var (rows, findings) = DivisionCsv.Read(new StringReader(text));

        Assert.Empty(findings);
        Assert.Equal(Units.Territory("500000", "重庆市", Tier.Province), Assert.Single(rows).Unit);
    }

    [Theory]
    [InlineData("500000,重庆市,province,,territory,", "DV-001")] // a field too few
    [InlineData("500000,重庆市,province,,territory,,,", "DV-001")] // a field too many
    [InlineData("500000,重庆市,province,,office,,", "DV-001")] // kind unknown
    [InlineData("500000,重庆市,province,,1,,", "DV-001")] // kind as a number
    [InlineData("500000,重庆市,province,,7,,", "DV-001")] // kind as a number that is none
    [InlineData("50000,重庆市,province,,,,", "DV-002")] // code too short
    [InlineData(",重庆市,province,,,,", "DV-002")] // no code
    [InlineData("500151,铜梁区,county,50,,,", "DV-002")] // parent's code malformed
    [InlineData("500000,重庆市,state,,,,", "DV-003")]
    [InlineData("500000,重庆市,,,,,", "DV-003")]
    [InlineData("500000,重庆市,1,,,,", "DV-003")] // tier as a number
    [InlineData("500000,,province,,,,", "DV-004")]
    [InlineData("500000,  ,province,,,,", "DV-004")] // blanks are no name
    [InlineData("500000,重庆市,province,,,1997-6-18,", "DV-009")] // not YYYY-MM-DD
    [InlineData("500000,重庆市,province,,,,2023-02-29", "DV-009")] // no such day
    [InlineData("500000,重庆市,province,,,2024-01-02,2024-01-01", "DV-009")] // ends before it begins
    [InlineData("500000,重庆市,province,,,2024-01-01,2024-01-01", "DV-009")] // holds on no day
    public void Read_FaultyLine_IsReportedWithItsLineAndLeftOut(string line, string code)
    {
        var (rows, findings) = Read(Heading, line);

        Assert.Empty(rows);
        var finding = Assert.Single(findings);
        Assert.Equal((code, "line 2"), (finding.Code, finding.Where));
    }

    [Fact]
    public void Read_ManyFaults_ReportsAllInOrderAndKeepsTheGoodLines()
    {
        var (rows, findings) = Read(
            Heading,
            "5,,state,x,office,1,2", // everything wrong
            "500000,重庆市,province,,,,",
            "",
            "500151",
            "500109,北碚区,county,500000,,2024-01-02,2024-01-01");

        Assert.Equal(3, Assert.Single(rows).Line);
        Assert.Equal(
            ["DV-002 line 2", "DV-004 line 2", "DV-003 line 2", "DV-002 line 2", "DV-001 line 2", "DV-009 line 2", "DV-001 line 5", "DV-009 line 6"],
            findings.Select(f => $"{f.Code} {f.Where}"));
    }

    [Theory]
    [InlineData("", 4)] // an empty file
    [InlineData("code,name", 2)]
    [InlineData("code,name,tier,parent,name", 1)] // a column twice
    [InlineData("代码,名称,层级,上级", 4)]
    public void Read_FaultyHeading_ReportsEveryColumnAtLineOne(string heading, int findingsExpected)
    {
        var (rows, findings) = Read(heading, "500000,重庆市,province,");

        Assert.Empty(rows);
        Assert.Equal(findingsExpected, findings.Count);
        Assert.All(findings, f => Assert.Equal(("DV-001", "line 1"), (f.Code, f.Where)));
    }

    private static (IReadOnlyList<(int Line, Unit Unit)> Rows, IReadOnlyList<Finding> Findings) Read(params string[] lines)
    {
        var (rows, findings) = DivisionCsv.Read(new StringReader(string.Join('\n', lines)));
        return (rows, findings);
    }
}
