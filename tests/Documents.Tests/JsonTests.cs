using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Documents.Json;
using Federation.Domain.Reports;

namespace Federation.Documents.Tests;

/// <summary>The published schema says what is written, and what is read is held to it.</summary>
public sealed class JsonTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Repository.Source("docs", "schemas", "report-1.json"))).RootElement;

    [Fact]
    public void Export_OfAnyContent_KeepsTheSchema() => Property.Holds(Contents.All, content => Assert.Empty(JsonSchema.Check(Schema, Json(Samples.Document(content)))));

    [Fact]
    public void Export_WithCorrections_KeepsTheSchema()
    {
        var corrected = Samples.Nil with { Status = Samples.Nil.Status with { Corrections = [new CorrectionNote(2, DateTimeOffset.UnixEpoch, "office@320800", "更正")] } };
        Assert.Empty(JsonSchema.Check(Schema, Json(corrected)));
    }

    // a change to a good file; the rule and the place that the import names
    public static TheoryData<string, string, string, string> Broken => new()
    {
        { "unit", "\"32\"", "IM-010", "unit" },
        { "period", "\"2024-Q1\"", "IM-013", "period" },
        { "scope", "\"all\"", "IM-016", "scope" },
        { "form", "\"annual-1999\"", "IM-014", "form" },
        { "figures", "[]", "IM-032", "figures" },
        { "texts", "{\"s2\":\"表\"}", "IM-030", "texts.s2" },
        { "texts", "{\"s1\":1}", "IM-032", "texts.s1" },
        { "dispositions", "[{\"rule\":\"AR-020\"}]", "IM-031", "dispositions[0]" },
        { "dispositions", "[{\"rule\":\"AR-020\",\"where\":\"\",\"reason\":\"\",\"evidence\":\"\",\"by\":\"\",\"until\":\"明年\"}]", "IM-031", "dispositions[0]" },
        { "figures.t3.new.natural", "\"3件\"", "IM-021", "figures.t3.new.natural" },
        { "figures.t3.new.natural", "\"3\"", "IM-032", "figures.t3.new.natural" }, // a count is no string
        { "figures.t3.new.natural", "3.5", "IM-022", "figures.t3.new.natural" },
        { "figures.t2.fees.amount", "12", "IM-032", "figures.t2.fees.amount" }, // an amount is text
        { "figures.t2.fees.amount", "\"2792220.8元\"", "IM-021", "figures.t2.fees.amount" },
        { "figures.t9.x.y", "1", "IM-032", "figures.t9.x.y" },
        { "extra", "1", "IM-034", "extra" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Import_OfABrokenFile_NamesThePlace(string path, string value, string rule, string address)
    {
        var json = JsonNode.Parse(Samples.Bytes(s => ReportJsonFile.Write(s, Samples.Nil)))!.AsObject();
        var owner = path.StartsWith("figures.", StringComparison.Ordinal) ? json["figures"]!.AsObject() : json;
        owner[owner == json ? path : path["figures.".Length..]] = JsonNode.Parse(value);
        var read = Assert.Single(Samples.Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Reports);
        Assert.Contains((rule, address), read.Findings.Select(f => (f.Finding.Code, f.Address)));
        Assert.True(rule == "IM-034" || !read.Usable);
    }

    [Fact]
    public void Import_OfFiguresChangedAfterTheExport_WarnsByTheHash()
    {
        var text = Encoding.UTF8.GetString(Samples.Bytes(s => ReportJsonFile.Write(s, Samples.Document("huaian-city-2024")))).Replace("\"t3.new.natural\": 3001", "\"t3.new.natural\": 3002", StringComparison.Ordinal);
        var read = Assert.Single(Samples.Read(Encoding.UTF8.GetBytes(text)).Reports);
        Assert.Equal("IM-033", Assert.Single(read.Findings).Finding.Code);
        Assert.True(read.Usable);
    }

    [Fact]
    public void Published_Narrative_BecomesSentencesOfSectionOne()
    {
        var text = Samples.Published("huaian-city-2024").Content!.Texts["s1"];
        Assert.StartsWith("受理政府信息公开申请3119件。\n政府信息公开申请答复3050件。\n政府信息公开申请含上年度结转34件。\n", text, StringComparison.Ordinal);
        Assert.EndsWith("政府信息公开行政诉讼尚未审结7件。\n收取信息处理费3940元。\n主动公开信息5500余条。\n备案政务新媒体95个。", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Published_WithEmptyRows_LeavesThemMissing()
    {
        var read = Samples.Published("xuwen-justice-2023");
        Assert.Equal(CellState.Missing, read.Content!.Figures[read.Form!["t3.granted.natural"].Index].State);
        Assert.Equal(101, read.Content.Figures["t2.normative.valid"]);
    }

    [Fact]
    public void Published_WithAUnitInANumber_ProposesTheNumber()
    {
        var text = "{\"unit\":\"某县\",\"year\":2024,\"format\":\"2021\",\"table2\":{\"fees_wan_yuan\":\"2792220.8元\"},\"table3\":{\"new\":[1,2]}}";
        var findings = Assert.Single(Samples.Read(Encoding.UTF8.GetBytes(text)).Reports).Findings;
        Assert.Contains(findings, f => (f.Finding.Code, f.Address, f.Proposed) == ("IM-021", "table2.fees_wan_yuan", "279.22208"));
        Assert.Contains(findings, f => (f.Finding.Code, f.Address) == ("IM-032", "table3.new"));
        Assert.Contains(findings, f => f.Finding.Code == "IM-010"); // no code, and nobody to ask for one
    }

    [Theory]
    [MemberData(nameof(Samples.Complete), MemberType = typeof(Samples))]
    public void Published_WhenComplete_HasNoFindingOnAnyFigure(string name) =>
        Assert.DoesNotContain(Samples.Published(name).Findings, f => f.Finding.Where.Length > 0 || f.Finding.Code is not ("IM-010" or "IM-034")); // one names no unit, one has a nested claim

    private static JsonElement Json(ReportDocument report) => JsonDocument.Parse(Samples.Bytes(s => ReportJsonFile.Write(s, report))).RootElement;
}
