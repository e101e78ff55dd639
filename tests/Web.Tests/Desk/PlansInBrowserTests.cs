using Deque.AxeCore.Playwright;
using Federation.Domain.Authority;
using Federation.Web.Tests.Browser;
using Federation.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace Federation.Web.Tests.Working;

/// <summary>A browser over a host in which plans have gone down.</summary>
public sealed class ChromiumWithPlans : IAsyncLifetime
{
    public Chromium Chromium { get; } = new();

    public async Task InitializeAsync()
    {
        await Chromium.InitializeAsync();
        if (Chromium.Absent is null)
            await Chromium.Host.MakePlans();
    }

    public Task DisposeAsync() => Chromium.DisposeAsync();
}

/// <summary>The pages of work plans in a browser: nothing to complain of, readable aloud, fit for a narrow screen.</summary>
public sealed class PlansInBrowserTests(ChromiumWithPlans with) : IClassFixture<ChromiumWithPlans>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "500151", "/desk" },
        { "500151", "/desk/plans" },
        { "500151", "/desk/plans?lang=en" },
        { "500151", "/desk/plans/500151/2026/1" },
        { "500109", "/desk/plans/500000/2026/1" },
        { "500000", "/desk/plans/500000/2026/1/coverage" },
        { "500000", "/desk/plans/500000/2026/1/coverage?lang=en" },
        { "500000", "/desk/plans/500000/2026/1/assignments" },
        { "500151", "/desk/plans/500151/2026/1/lineage?clause=%E4%B8%80%2F(%E4%B8%80)" },
        { "500000", "/desk/plans/500000/2026/1/draft?edit=1" },
        { "500000", "/desk/plans/500000/2026/1/draft/receivers" },
        { "500000", "/desk/plans/500000/2026/8/draft" },
        { "500000", "/desk/plans/names" },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_CheckedByAxe_HasNoSeriousViolationAndFitsANarrowScreen(string unit, string address)
    {
        var (page, complaints) = await Open(unit, address, width: 390, bypassPolicy: true);
        Assert.Empty(complaints);
        Assert.Equal(390, await page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
    }

    [BrowserFact]
    public async Task Draft_KindOfAMeasureChosenByKeyboard_ShowsItsFieldsAlone()
    {
        var (page, _) = await Open("500000", "/desk/plans/500000/2026/8/draft?edit=new");
        var kind = page.Locator("[name='m0.kind']");
        await Assertions.Expect(page.Locator("[name='m0.due']")).ToBeHiddenAsync();
        await kind.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("[name='m0.due']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name='m0.share']")).ToBeHiddenAsync();
    }

    private async Task<(IPage Page, List<string> Complaints)> Open(string unit, string address, int width = 1280, bool bypassPolicy = false)
    {
        var (page, complaints) = await with.Chromium.Open("/sign-in", width: width, bypassPolicy: bypassPolicy);
        await page.GetByLabel("访问令牌").FillAsync(SampleTokens.Of("zhou", unit, Role.Officer));
        await page.Locator("main button").ClickAsync();
        await page.GotoAsync(with.Chromium.Host.Address + address);
        return (page, complaints);
    }
}
