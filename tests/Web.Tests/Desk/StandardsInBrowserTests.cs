using Deque.AxeCore.Playwright;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Web.Tests.Browser;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Working;

/// <summary>A browser over a host in which a county is in the midst of taking over a version above.</summary>
public sealed class ChromiumWithStandards : IAsyncLifetime
{
    public Chromium Chromium { get; } = new();

    public async Task InitializeAsync()
    {
        await Chromium.InitializeAsync();
        if (Chromium.Absent is not null)
            return;
        await Chromium.Host.MakeStandards();
        var county = Chromium.Host.Grain<IStandardGrain>(GrainKeys.Standard(UnitId.Parse("500151")));
        Assert.False((await county.SetAside(new SetItemAside("", FederationHost.OfficerOf("500151"), "shinong", "本区无此项补贴"))).Refused);
        Assert.False((await county.Sync(new ActOnStandard("", FederationHost.OfficerOf("500151")))).Refused);
    }

    public Task DisposeAsync() => Chromium.DisposeAsync();
}

/// <summary>The pages of standards in a browser: nothing to complain of, readable aloud, fit for a narrow screen.</summary>
public sealed class StandardsInBrowserTests(ChromiumWithStandards with) : IClassFixture<ChromiumWithStandards>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "500000", "/desk/standards/500000" },
        { "500000", "/desk/standards/500000?edit=dibao" },
        { "500000", "/desk/standards/500000/gaps/below?deep=1" },
        { "500151", "/desk/standards/500151" },
        { "500151", "/desk/standards/500151/conflicts" },
        { "500151", "/desk/standards/500151/conflicts?lang=en" },
        { "500151", "/desk/standards/500151/gaps" },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_CheckedByAxe_HasNoSeriousViolationAndFitsANarrowScreen(string unit, string address)
    {
        var (page, complaints) = await with.Chromium.Open("/sign-in", width: 390, bypassPolicy: true);
        await page.GetByLabel("访问令牌").FillAsync(SampleTokens.Of("zhou", unit, Role.Officer));
        await page.Locator("main button").ClickAsync();
        await page.GotoAsync(with.Chromium.Host.Address + address);
        Assert.Empty(complaints);
        Assert.Equal(390, await page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            var name = string.Concat(address.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + "-390.png"), FullPage = true });
            await page.SetViewportSizeAsync(1280, 900);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + "-1280.png"), FullPage = true });
        }
    }
}
