using System.Net;
using Federation.Domain.Authority;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Working;

public sealed class SignInTests(FederationHost host) : IClassFixture<FederationHost>
{
    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/reports/500151003/annual-2025")]
    [InlineData("/desk/review/500151/annual-2025?subtree=1")]
    public async Task WorkingPage_WithoutToken_SendsToSignInAndBack(string address)
    {
        using var visitor = new Visitor(host);
        await visitor.Go(address);
        Assert.StartsWith("/sign-in?to=", visitor.Where, StringComparison.Ordinal);
        await visitor.Send("/sign-in", ("token", SampleTokens.Of("li", "500151", Role.Reviewer)));
        Assert.Equal(address.Contains("reports", StringComparison.Ordinal) ? "/desk/reports/500151003/annual-2025/read" : address, visitor.Where);
        Assert.Contains("li · 500151", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithATokenOfNobody_IsRefusedAndSaysSo()
    {
        using var visitor = new Visitor(host);
        await visitor.Go("/sign-in");
        await visitor.Send("/sign-in", ("token", "not a token"));
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.Status);
        Assert.Contains(visitor.Page.All("p"), p => p.Attr("role") == "alert");
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    public async Task SignIn_ToAnAddressElsewhere_StaysHere(string to)
    {
        using var visitor = new Visitor(host);
        await visitor.Go("/sign-in?to=" + Uri.EscapeDataString(to));
        await visitor.Send("/sign-in", ("token", SampleTokens.Of("li", "500151", Role.Reviewer)));
        Assert.Equal("/desk", visitor.Where);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        using var visitor = await Visitor.SignIn(host, "li", "500151", Role.Reviewer);
        await visitor.Send("/sign-out");
        await visitor.Go("/desk");
        Assert.StartsWith("/sign-in", visitor.Where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutTheTokenOfAForm_DoesNothing()
    {
        using var visitor = await Visitor.SignIn(host, "wang", "500151003", Role.Clerk);
        await visitor.Post("/desk/reports/500151003/annual-2025/begin");
        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        await visitor.Go("/desk/reports/500151003/annual-2025");
        Assert.EndsWith("/read", visitor.Where, StringComparison.Ordinal); // still no draft
    }

    [Fact]
    public async Task SessionCookie_IsHiddenFromScriptsAndOtherSites()
    {
        using var page = await host.Client.GetAsync(new Uri("/sign-in", UriKind.Relative));
        var form = Html.Parse(await page.Content.ReadAsStringAsync()).All("input").First(i => i.Attr("name") == "form-token").Attr("value");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("form-token", form), KeyValuePair.Create("token", SampleTokens.Of("li", "500151", Role.Reviewer))]),
        };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var answer = await host.Client.SendAsync(request);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("federation.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
