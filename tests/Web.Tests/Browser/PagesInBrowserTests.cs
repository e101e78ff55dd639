using Deque.AxeCore.Playwright;
using Federation.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace Federation.Web.Tests.Browser;

public sealed class PagesInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    public static TheoryData<string> Addresses =>
    [
        "/coverage/000000/annual-2025",
        "/coverage/500151/annual-2025",
        "/coverage/500151001/annual-2025",
        "/coverage/500151/annual-2025?lang=en",
        "/coverage/999999/annual-2025",
        "/missing/510104/annual-2025",
        "/missing/500151/annual-2025?lang=en",
        "/totals/500151/annual-2025",
        "/totals/500151/annual-2025?lang=en",
        "/totals/500151/annual-2025/cells/t3.new.total",
        "/totals/500151/annual-2025/cells/t3.new.total?lang=en",
        "/totals/500151/annual-2025?asOf=2026-02-09",
        "/reports/500151/annual-2025", // not published: asks to sign in
        "/reports/500151.audit/annual-2025",
        "/reports/500151/annual-2025?scope=whole",
        "/reports/500151.audit/annual-2025?version=1",
        "/corrections/500151/annual-2025",
        "/corrections/500151/annual-2025?lang=en",
        "/publication/500151/annual-2025",
        "/publication/000000/annual-2025?lang=en",
        "/catalogs?q=低保",
        "/catalogs?q=低保&lang=en",
        "/catalogs/500151",
        "/catalogs/500151?lang=en",
        "/catalogs/500151/entries/notice-1",
        "/catalogs/500151/entries/notice-1?lang=en",
    ];

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public async Task Page_CheckedByAxe_HasNoSeriousViolation(string address)
    {
        var (page, _) = await chromium.Open(address, bypassPolicy: true);
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
    }

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public async Task Page_OnANarrowScreen_DoesNotScrollSideways(string address)
    {
        var (page, _) = await chromium.Open(address, width: 390, height: 844);
        Assert.Equal(390, await page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
    }

    [BrowserTheory]
    [MemberData(nameof(Addresses))]
    public async Task Page_Loaded_LeavesTheBrowserWithoutComplaint(string address)
    {
        var (page, complaints) = await chromium.Open(address);
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        Assert.All(complaints, c => Assert.Matches("40[34]", c)); // the page that is not there, or not for everybody, says so
    }

    [BrowserFact]
    public async Task Coverage_AfterAFiling_ShowsItWithoutReload()
    {
        var (page, _) = await chromium.Open("/coverage/500151/annual-2025");
        await page.EvaluateAsync("window.notReloaded = true");
        await Assertions.Expect(page.Locator("[data-live-status]")).ToContainTextAsync("更新于");
        await Assertions.Expect(page.Locator("dl [data-figure=filed]")).ToHaveTextAsync("7");

        await chromium.Host.File(FederationHost.Unfiled, 29);

        await Assertions.Expect(page.Locator("dl [data-figure=filed]")).ToHaveTextAsync("8");
        await Assertions.Expect(page.Locator("dl [data-figure=rate]")).ToHaveTextAsync("80%");
        await Assertions.Expect(page.Locator("dl [data-bar=rate]")).ToHaveAttributeAsync("width", "80");
        await Assertions.Expect(page.Locator($"tr[data-line='{FederationHost.Unfiled}'] [data-figure=filed]")).ToHaveTextAsync("1");
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded"));
    }

    [BrowserFact]
    public async Task Coverage_SortedByKeyboard_PutsTheMostFirstThenTheLeastThenTheTree()
    {
        var (page, _) = await chromium.Open("/coverage/500000/annual-2025");
        var received = page.GetByRole(AriaRole.Columnheader, new() { Name = "新收申请" });
        async Task<string[]> Order() => [.. await page.Locator("tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(r => r.dataset.line)")];
        var tree = await Order();

        await received.GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(received).ToHaveAttributeAsync("aria-sort", "descending");
        Assert.Equal("500151", (await Order())[0]);

        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(received).ToHaveAttributeAsync("aria-sort", "ascending");
        Assert.Equal("500151", (await Order())[^1]);

        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(tree, await Order());
    }

    [BrowserFact]
    public async Task SkipLink_FirstTab_LeadsToTheContent()
    {
        var (page, _) = await chromium.Open("/coverage/500151/annual-2025");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
    }
}
