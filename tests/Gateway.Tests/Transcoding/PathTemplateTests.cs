using Federation.Gateway.Transcoding;

namespace Federation.Gateway.Tests.Transcoding;

public sealed class PathTemplateTests
{
    [Theory]
    [InlineData("/v1/units/{unit}", "/v1/units/500151", "unit=500151")]
    [InlineData("/v1/units/{unit}", "/v1/units/a%2Fb%3Ac", "unit=a/b:c")] // one segment: everything decoded
    [InlineData("/v1/units/{unit}:watch", "/v1/units/500151:watch", "unit=500151")]
    [InlineData("/v1/units:search", "/v1/units:search", "")]
    [InlineData("/v1/{name=shelves/*/books/*}", "/v1/shelves/1/books/%E5%85%AC", "name=shelves/1/books/公")]
    [InlineData("/v1/{name=shelves/*}/{page}", "/v1/shelves/a%2fb/3", "name=shelves/a%2fb page=3")] // a slash of its own stays encoded
    [InlineData("/v1/files/{name=**}", "/v1/files/a/b/c", "name=a/b/c")]
    [InlineData("/v1/files/{name=**}", "/v1/files", "name=")]
    [InlineData("/v1/files/{name=**}:touch", "/v1/files/a/b:touch", "name=a/b")]
    [InlineData("/v1/*/x/{inner.id}", "/v1/any/x/7?q=1", "inner.id=7")]
    public void Find_PathOfTemplate_GivesItsValues(string template, string path, string expected)
    {
        var parsed = PathTemplate.Parse(template);
        var table = new RouteTable<PathTemplate>();
        table.Add("GET", parsed, parsed);

        var match = table.Find("GET", RequestPath.Parse(path));

        Assert.Same(parsed, match.Target);
        Assert.Equal(expected, string.Join(' ', parsed.Variables.Select(v => $"{v.Field}={parsed.ValueOf(v, match.Segments)}")));
    }

    [Theory]
    [InlineData("/v1/units/{unit}", "/v1/units")]
    [InlineData("/v1/units/{unit}", "/v1/units/")] // an empty segment is no value
    [InlineData("/v1/units/{unit}", "/v1/units/1/2")]
    [InlineData("/v1/units/{unit}", "/V1/units/1")]
    [InlineData("/v1/units/{unit}:watch", "/v1/units/1")]
    [InlineData("/v1/units/{unit}:watch", "/v1/units/1%3Awatch")] // encoded, so part of the value
    [InlineData("/v1/{name=shelves/*}", "/v1/racks/1")]
    public void Find_OtherPath_MatchesNothing(string template, string path)
    {
        var table = new RouteTable<string>();
        table.Add("GET", PathTemplate.Parse(template), "it");

        var match = table.Find("GET", RequestPath.Parse(path));

        Assert.Null(match.Target);
        Assert.Empty(match.Allowed);
    }

    [Theory]
    [InlineData("v1/x")]
    [InlineData("/")]
    [InlineData("/v1//x")]
    [InlineData("/v1/{x")]
    [InlineData("/v1/{x=}")]
    [InlineData("/v1/{x={y}}")]
    [InlineData("/v1/{x}/{x}")]
    [InlineData("/v1/**/x")]
    [InlineData("/v1/x:")]
    [InlineData("/v1/x:a:b")]
    public void Parse_Malformed_Throws(string template) => Assert.Throws<FormatException>(() => PathTemplate.Parse(template));

    [Theory]
    [InlineData("/v1/units/latest", "literal")]
    [InlineData("/v1/units/500151", "one")]
    [InlineData("/v1/units/500151/more", "rest")]
    [InlineData("/v1/units/latest/more", "rest")] // back from the literal that led nowhere
    [InlineData("/v1/units/500151:watch", "verb")]
    [InlineData("/v1/units/500151:other", "one")]
    public void Find_SeveralTemplates_TakesTheMostExact(string path, string expected)
    {
        var table = new RouteTable<string>();
        table.Add("GET", PathTemplate.Parse("/v1/{x=**}"), "rest");
        table.Add("GET", PathTemplate.Parse("/v1/units/{x}"), "one");
        table.Add("GET", PathTemplate.Parse("/v1/units/latest"), "literal");
        table.Add("GET", PathTemplate.Parse("/v1/units/{x}:watch"), "verb");

        Assert.Equal(expected, table.Find("GET", RequestPath.Parse(path)).Target);
    }

    [Fact]
    public void Find_OtherMethod_NamesThoseAllowed()
    {
        var table = new RouteTable<string>();
        table.Add("PUT", PathTemplate.Parse("/v1/units/{x}"), "put");
        table.Add("GET", PathTemplate.Parse("/v1/units/{x}"), "get");

        Assert.Equal(["GET", "PUT"], table.Find("POST", RequestPath.Parse("/v1/units/1")).Allowed);
    }

    [Fact]
    public void Add_SameShapeTwice_Throws()
    {
        var table = new RouteTable<string>();
        table.Add("GET", PathTemplate.Parse("/v1/units/{x}"), "a");

        Assert.Throws<InvalidOperationException>(() => table.Add("GET", PathTemplate.Parse("/v1/units/*"), "b"));
    }
}
