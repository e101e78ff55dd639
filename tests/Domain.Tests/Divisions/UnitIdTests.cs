using Federation.Domain.Divisions;

namespace Federation.Domain.Tests.Divisions;

public sealed class UnitIdTests
{
    [Theory]
    [InlineData("000000", false)] // the nation
    [InlineData("500151", false)] // province, city or county
    [InlineData("500151001", false)] // township
    [InlineData("500151001003", false)] // below a township
    [InlineData("500151.audit", true)]
    [InlineData("500151001.fp", true)] // shortest name, at a township
    [InlineData("500151.abcdefghij0123456789-xyz", true)] // longest name: 24
    public void Parse_LawfulShape_KeepsTheCode(string code, bool agency)
    {
        var id = UnitId.Parse(code);

        Assert.Equal(code, id.Value);
        Assert.Equal(code, id.ToString());
        Assert.Equal(agency, id.IsAgency);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("50015")] // five digits
    [InlineData("5001510")] // seven
    [InlineData("50015100")] // eight
    [InlineData("5001510010")] // ten
    [InlineData("5001510010031")] // thirteen
    [InlineData("50015A")]
    [InlineData("５００１５１")] // full-width digits
    [InlineData(" 500151")]
    [InlineData("500151\n")] // an end of line is part of the text
    [InlineData("500151.")]
    [InlineData("500151.a")] // one letter
    [InlineData("500151.abcdefghij0123456789-xyzw")] // 25
    [InlineData("500151.Audit")]
    [InlineData("500151.审计")]
    [InlineData("500151.audit.x")]
    [InlineData("-00151")]
    public void TryParse_AnyOtherShape_IsRefused(string? code)
    {
        Assert.False(UnitId.TryParse(code, out var id));
        Assert.Null(id);
        if (code is not null)
            Assert.Throws<FormatException>(() => UnitId.Parse(code));
    }

    [Fact]
    public void Equals_SameCode_IsOneIdentity() => Assert.Equal(UnitId.Parse("500151"), UnitId.Parse("500151"));

    [Fact]
    public void CompareTo_OrdersByCode_TerritoryBeforeItsAgenciesAndTownships() =>
        Assert.Equal(
            ["500151", "500151.audit", "500151001", "500152"],
            new[] { "500152", "500151001", "500151.audit", "500151" }.Select(UnitId.Parse).Order().Select(id => id.Value));
}
