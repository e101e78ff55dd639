using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Notices.Naming;

namespace Federation.Domain.Tests.Notices;

/// <summary>What an issuer has said that names mean.</summary>
public sealed class NameChoicesTests
{
    private static readonly UnitId City = UnitId.Parse("500000"), Education = UnitId.Parse("500000.education"), Elsewhere = UnitId.Parse("510000");

    private static readonly DivisionTree Tree = DivisionTree.Of(
    [
        new Unit(City, "重庆市", Tier.Province, UnitKind.Territory, UnitId.Nation, DateOnly.MinValue, DateOnly.MaxValue),
        new Unit(Education, "重庆市教育委员会", Tier.Province, UnitKind.Agency, City, DateOnly.MinValue, DateOnly.MaxValue),
        new Unit(Elsewhere, "四川省", Tier.Province, UnitKind.Territory, UnitId.Nation, DateOnly.MinValue, DateOnly.MaxValue),
    ]);

    [Fact]
    public void Choose_IsRemembered_ARepeatChangesNothing_AndWithdrawingOpensTheName()
    {
        var chosen = Choose(NameChoices.None, "市教委", Education);
        Assert.Equal([Education], chosen.Chosen["市教委"].AsEnumerable());
        Assert.Empty(chosen.Choose(City, "市教委", [Education], Tree).Events);
        Assert.Empty(chosen.Apply(Assert.Single(chosen.Withdraw("市教委").Events)).Chosen);
        Assert.Equal(["NT-043"], chosen.Withdraw("市月球局").Findings.Select(f => f.Code));
    }

    [Fact] // an agency chooses within its territory
    public void Choose_ByAnAgency_ReachesItsTerritory() => Assert.False(NameChoices.None.Choose(Education, "市政府", [City], Tree).Refused);

    [Fact]
    public void Choose_OutsideTheTerritory_OrWithoutName_IsRefused_WithAllFindings() =>
        Assert.Equal(["NT-041", "NT-042", "NT-042"], NameChoices.None.Choose(City, " ", [Elsewhere, UnitId.Parse("590000"), Education], Tree).Findings.Select(f => f.Code));

    [Theory]
    [InlineData("name-chosen", """{"name":"市教委","units":["500000.education"]}""")]
    [InlineData("name-chosen", """{"name":"市月球局","units":[]}""")]
    [InlineData("name-choice-withdrawn", """{"name":"市教委"}""")]
    public void Event_AsStored_ReadsAndWritesTheSame(string kind, string payload)
    {
        var read = NameEventJson.Read(new RecordedEvent(1, "names/500000", 1, DateTimeOffset.UnixEpoch, "officer@500000", "", "", kind, 1, System.Text.Encoding.UTF8.GetBytes(payload), new byte[32], new byte[32]));
        var written = NameEventJson.Write(read);
        using var expected = System.Text.Json.JsonDocument.Parse(payload);
        using var actual = System.Text.Json.JsonDocument.Parse(written.Payload);
        Assert.Equal(kind, written.Kind);
        Assert.True(System.Text.Json.JsonElement.DeepEquals(expected.RootElement, actual.RootElement));
    }

    [Fact]
    public void Event_OfAnUnknownKind_IsNotRead() => Assert.Throws<FormatException>(() =>
        NameEventJson.Read(new RecordedEvent(1, "names/500000", 1, DateTimeOffset.UnixEpoch, "", "", "", "name-lost", 1, "{\"name\":\"x\"}"u8.ToArray(), new byte[32], new byte[32])));

    private static NameChoices Choose(NameChoices from, string name, UnitId unit) => from.Apply(Assert.Single(from.Choose(City, name, [unit], Tree).Events));
}
