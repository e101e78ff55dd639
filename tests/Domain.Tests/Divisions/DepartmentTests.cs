using Federation.Domain.Divisions;

namespace Federation.Domain.Tests.Divisions;

public sealed class DepartmentTests
{
    private const string Heading = "key,province,municipality,city,county,township,source,note\n";
    private const string AuditEverywhere = Heading + "audit,*审计厅,*审计局,*审计局,*审计局,,通行设置,\n";

    [Theory]
    [InlineData("500000", "重庆市", Tier.Province, "重庆市审计局")] // a municipality
    [InlineData("320000", "江苏省", Tier.Province, "江苏省审计厅")]
    [InlineData("150000", "内蒙古自治区", Tier.Province, "内蒙古自治区审计厅")]
    [InlineData("320800", "淮安市", Tier.City, "淮安市审计局")] // a city ends with 市 too
    [InlineData("500151", "铜梁区", Tier.County, "铜梁区审计局")]
    [InlineData("500151001", "巴川街道", Tier.Township, null)] // 条例第四十九条 speaks of county level and above
    public void Of_Territory_IsItsAgencyUnderTheUsualName(string code, string name, Tier tier, string? expected)
    {
        var agency = Read(AuditEverywhere)[0].Of(Units.Territory(code, name, tier));

        Assert.Equal(expected, agency?.Name);
        if (agency is not null)
            Assert.Equal(($"{code}.audit", tier, UnitKind.Agency, code), (agency.Id.Value, agency.Tier, agency.Kind, agency.Parent!.Value));
    }

    [Fact]
    public void Of_Nation_IsNone() => Assert.Null(Read(AuditEverywhere)[0].Of(DivisionRegister.Root));

    [Fact]
    public void Read_TownColumn_GivesTownsAnAgency() =>
        Assert.Equal("土桥镇综合行政执法大队", Read(Heading + "law,,,,,*综合行政执法大队,,\n")[0].Of(Units.Territory("500151100", "土桥镇", Tier.Township))?.Name);

    [Fact]
    public void Expand_RenamedTerritory_RenamesTheAgencyOnTheSameDay()
    {
        (int, Unit)[] rows =
        [
            (2, Units.Territory("500000", "重庆市", Tier.Province)),
            (3, Units.Territory("500151", "铜梁县", Tier.County, "500000", to: "2014-06-01")),
            (4, Units.Territory("500151", "铜梁区", Tier.County, "500000", from: "2014-06-01")),
        ];

        var all = rows.Concat(Departments.Expand(Read(AuditEverywhere), rows)).ToList();
        var (register, findings) = DivisionRegister.Check(all);

        Assert.Empty(findings);
        Assert.Equal(["铜梁县审计局", "铜梁区审计局"], register!.History(Units.Id("500151.audit")).Select(u => u.Name));
        Assert.Equal(4, all[^1].Item1); // the line of its territory
    }

    [Fact]
    public void Expand_AgencyNamedInTheList_IsKeptAndNotMadeAgain()
    {
        (int, Unit)[] rows = [(2, Units.Territory("500151", "铜梁区", Tier.County)), (3, Units.Agency("500151.audit", "铜梁区审计局(试点)", Tier.County))];

        Assert.Empty(Departments.Expand(Read(AuditEverywhere), rows));
    }

    [Fact] // every territory has as many agencies as the list has names for its tier, and the roster expects each
    public void Expand_AnyTree_HasEveryDepartmentOfEveryTierOnce() => Property.Holds(Units.AnyTree, rows =>
    {
        var list = Read(Heading + "a1,*甲,,*甲,,,,\nb2,*乙,*乙,*乙,*乙,,,\nc3,,,,*丙,*丙,,\n");
        var territories = rows.Where(u => u.Kind == UnitKind.Territory).Select((u, at) => (at + 2, u)).ToList();

        var agencies = Departments.Expand(list, territories).Select(r => r.Unit).ToList();
        var tree = DivisionTree.Of(territories.Select(t => t.u).Concat(agencies));

        int Count(Tier tier) => territories.Count(t => t.u.Tier == tier);
        Assert.Equal((2 * Count(Tier.Province)) + (2 * Count(Tier.City)) + (2 * Count(Tier.County)) + Count(Tier.Township), agencies.Count);
        Assert.Equal(territories.Count + agencies.Count + 1, tree.Count);
        Assert.Equal(tree.Count - 1, Domain.Reports.Roster.Freeze(tree, Domain.Reports.PeriodId.Annual(2025), Domain.Reports.Form2021.Form).Expected);
    });

    [Theory]
    [InlineData("key,province,municipality,city,county\naudit,*审计厅,,,\n", "DV-001 line 1")] // columns are missing
    [InlineData(Heading + "audit,*审计厅\n", "DV-001 line 2")]
    [InlineData(Heading + "Audit,*审计厅,,,,,,\n", "DV-002 line 2")] // not a short name
    [InlineData(Heading + "a,*审计厅,,,,,,\n", "DV-002 line 2")] // one letter
    [InlineData(Heading + ",*审计厅,,,,,,\n", "DV-002 line 2")]
    [InlineData(Heading + "audit,*审计厅,,,,,,\naudit,*审计厅,,,,,,\n", "DV-011 line 3")]
    [InlineData(Heading + "audit,审计厅,,,,,,\n", "DV-012 line 2")]
    [InlineData(Heading + "tax,,,,,,,垂直管理\n", null)] // named for people, made nowhere
    public void Read_FaultyLine_IsFoundByLine(string text, string? expected)
    {
        var (_, findings) = DepartmentCsv.Read(new StringReader(text));
        Assert.Equal(expected is null ? [] : [expected], findings.Select(f => $"{f.Code} {f.Where}"));
    }

    [Theory]
    [InlineData("key,province", true)]
    [InlineData("\uFEFFkey,province", true)]
    [InlineData("code,name,tier,parent,kind", false)]
    [InlineData("", false)]
    public void Fits_Heading_TellsTheTwoShapesApart(string heading, bool fits) => Assert.Equal(fits, DepartmentCsv.Fits(heading));

    private static System.Collections.Immutable.ImmutableArray<Department> Read(string text)
    {
        var (departments, findings) = DepartmentCsv.Read(new StringReader(text));
        Assert.Empty(findings);
        return departments;
    }
}
