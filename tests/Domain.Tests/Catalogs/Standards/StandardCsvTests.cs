using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;

namespace Federation.Domain.Tests.Catalogs.Standards;

public sealed class StandardCsvTests
{
    private const string Heading = "id,title,domain,limit,levels,required,source\n";

    [Fact]
    public void Read_TakesFieldsLevelsAndNecessity_AndPassesOverColumnsForPeople()
    {
        var (items, findings) = StandardCsv.Read(new StringReader("\uFEFF" + Heading + "a,\"低保,标准\",社会救助,按月,county Township,yes,出处\n\nb,高龄津贴,,,,,\n"));
        Assert.Empty(findings);
        Assert.Equal(("低保,标准", "按月", "社会救助", "County Township", true), (items[0].Title, items[0][EntryFields.Limit], items[0][EntryFields.Domain], items[0][StandardItem.LevelsField], items[0].Required));
        Assert.Equal(("b", 0, true), (items[1].Id, items[1].Fields.Count, items[1].BindsAt(Tier.Township)));
    }

    [Fact]
    public void Read_FindsEveryFault_WithItsLine()
    {
        var (items, findings) = StandardCsv.Read(new StringReader(Heading + "a,低保,,按月,village,yes,\na,低保,,按月,,maybe,\nb b, ,,按月,,,\nc,丙,,按月\nd,丁,,按月,,,\nd,丁,,按月,,,\n"));
        Assert.Equal(
            ["line 2 CT-313", "line 3 CT-313", "line 4 b b CT-001", "line 4 b b.title CT-002", "line 5 CT-313", "line 7 CT-312"],
            findings.Where(f => f.Blocks).Select(f => $"{f.Where} {f.Code}"));
        Assert.Equal(3, items.Length);
    }

    [Theory]
    [InlineData("id,title,required\n", "levels")]
    [InlineData("id,title,levels,required,colour\n", "colour")]
    [InlineData("", "id")]
    public void Read_OfAnotherHeading_SaysWhichColumn(string text, string column) =>
        Assert.Contains(StandardCsv.Read(new StringReader(text)).Findings, f => f.Where == "line 1" && f.TextEn.Contains(column, StringComparison.Ordinal));

    [Fact]
    public void Write_IsReadAsItWas()
    {
        var (items, _) = StandardCsv.Read(new StringReader(Heading + "a,\"低保,\"\"标准\"\"\",社会救助,按月,County,yes,\nb,高龄津贴,,,,,\n"));
        var (again, findings) = StandardCsv.Read(new StringReader(StandardCsv.Write(items)));
        Assert.Empty(findings);
        Assert.Equal(items.Length, again.Length);
        Assert.All(items.Zip(again), pair => Assert.True(pair.First.SameAs(pair.Second)));
    }

    [Fact]
    public void TheShippedList_HasNoFindings_AndBindsEveryTier()
    {
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, "data", "standards", "national.csv"));
        var (items, findings) = StandardCsv.Read(file);
        Assert.Empty(findings);
        Assert.Equal(55, items.Length);
        Assert.Equal(26, items.Count(i => i.Id.StartsWith("guide-", StringComparison.Ordinal))); // 国办发〔2019〕54号
        Assert.Equal((15, 48, 48), (items.Count(i => i.BindsAt(Tier.Province)), items.Count(i => i.BindsAt(Tier.County)), items.Count(i => i.BindsAt(Tier.Township))));
        Assert.All(items, i => Assert.Equal(TimeLimit.Statutory, TimeLimit.Read(i[EntryFields.Limit])));
    }
}
