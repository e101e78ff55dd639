using Deque.AxeCore.Playwright;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Web.Tests.Browser;
using Federation.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace Federation.Web.Tests.Working;

/// <summary>The working pages in a browser: as quick as a spreadsheet, by keyboard alone, and nobody overwrites another.</summary>
public sealed class DeskInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Unit = "500151003", Report = $"/desk/reports/{Unit}/annual-2025";

    public static TheoryData<string, string, Role, string> Pages => new()
    {
        { "", "", Role.Reader, "/sign-in" },
        { "wang", Unit, Role.Clerk, "/desk" },
        { "wang", Unit, Role.Clerk, Report },
        { "wang", Unit, Role.Clerk, Report + "?lang=en" },
        { "li", "500151", Role.Reviewer, "/desk" },
        { "li", "500151", Role.Reviewer, "/desk?lang=en" },
        { "li", "500151", Role.Reviewer, "/desk/reports/500151001/annual-2025/read" },
        { "li", "500151", Role.Reviewer, "/desk/reports/500151001/annual-2025/receipts/1" },
        { "li", "500151", Role.Reviewer, "/desk/review/500151/annual-2025" },
        { "zhou", "500151", Role.Officer, "/desk/due/500151/annual-2025" },
        { "zhou", "500151", Role.Officer, "/desk/due/500151/annual-2025?lang=en" },
        { "wang", Unit, Role.Clerk, "/desk/import" },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Page_CheckedByAxe_HasNoSeriousViolationAndFitsANarrowScreen(string person, string unit, Role role, string address)
    {
        var (page, complaints) = await Open(person, unit, role, address, width: 390, bypassPolicy: true);
        Assert.Empty(complaints);
        Assert.Equal(390, await page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
    }

    [BrowserFact]
    public async Task Editor_ByKeyboard_MovesAddsUpAndSaves()
    {
        var (page, complaints) = await Open("wang", Unit, Role.Clerk, Report);
        var natural = page.Locator("[id='c-t3.new.natural']");
        await natural.FocusAsync();
        await page.Keyboard.TypeAsync("12");
        await page.Keyboard.PressAsync("ArrowRight"); // the caret stands at the end
        await Assertions.Expect(page.Locator("[id='c-t3.new.enterprise']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("3");
        foreach (var column in (string[])["research", "welfare", "legal", "other"])
        {
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator($"[id='c-t3.new.{column}']")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync("0");
        }
        await Assertions.Expect(page.Locator("[id='c-t3.new.total']")).ToHaveValueAsync("15");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[id='c-t3.carried_in.other']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator("[id='c-t3.new.other']")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#autosave")).ToContainTextAsync("已自动保存");
        await Eventually("t3.new.natural", 12);
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task Editor_PasteOfABlock_FillsCellsAndLeavesSumsAlone()
    {
        var (page, _) = await Open("wang", Unit, Role.Clerk, Report);
        await page.Locator("[id='c-t3.granted.natural']").FocusAsync();
        await page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.setData('text/plain', '1\t2\t3\t4\t5\t6\t999\r\n7\t8\t9\t10\t11\t12\t999\r\n');
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(page.Locator("[id='c-t3.granted.other']")).ToHaveValueAsync("6");
        await Assertions.Expect(page.Locator("[id='c-t3.partial.natural']")).ToHaveValueAsync("7");
        await Assertions.Expect(page.Locator("[id='c-t3.granted.total']")).ToHaveValueAsync("21");
        await Eventually("t3.partial.other", 12);
    }

    [BrowserFact]
    public async Task Editor_TwoAtOnce_ShowBothSidesAndLoseNothing()
    {
        var (first, _) = await Open("wang", Unit, Role.Clerk, Report);
        var (second, _) = await Open("zhao", Unit, Role.Clerk, Report);
        await first.Locator("[id='c-t2.licence.decisions']").FillAsync("41");
        await Eventually("t2.licence.decisions", 41);

        // another cell of the second is kept, the same cell is a conflict
        await second.Locator("[id='c-t2.penalty.decisions']").FillAsync("7");
        await second.Locator("[id='c-t2.licence.decisions']").FillAsync("42");
        var conflict = second.Locator("[data-conflict='t2.licence.decisions']");
        await Assertions.Expect(conflict).ToContainTextAsync("42");
        await Assertions.Expect(conflict).ToContainTextAsync("41");
        await Eventually("t2.penalty.decisions", 7);
        await Eventually("t2.licence.decisions", 41);

        await conflict.GetByRole(AriaRole.Button, new() { Name = "用我的" }).ClickAsync();
        await Eventually("t2.licence.decisions", 42);
        await Assertions.Expect(second.Locator("#conflicts")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Editor_AfterASave_ShowsFindingsAtTheirCells()
    {
        var (page, _) = await Open("wang", Unit, Role.Clerk, Report);
        var cell = page.Locator("[id='c-t2.coercion.decisions']");
        await cell.FillAsync("-3");
        await Assertions.Expect(cell).ToHaveAttributeAsync("aria-invalid", "true");
        var described = (await cell.GetAttributeAsync("aria-describedby"))!.Split(' ')[^1];
        await Assertions.Expect(page.Locator($"[id='{described}'] a")).ToHaveAttributeAsync("href", "#c-t2.coercion.decisions");
        await cell.FillAsync("3");
        await Eventually("t2.coercion.decisions", 3);
    }

    private async Task<(IPage Page, List<string> Complaints)> Open(string person, string unit, Role role, string address, int width = 1280, bool bypassPolicy = false)
    {
        var (page, complaints) = await chromium.Open("/sign-in", width: width, bypassPolicy: bypassPolicy);
        if (person.Length == 0)
            return (page, complaints);
        await page.GetByLabel("访问令牌").FillAsync(SampleTokens.Of(person, unit, role));
        await page.Locator("main button").ClickAsync();
        await page.GotoAsync(chromium.Host.Address + address);
        if (page.Url.EndsWith("/read", StringComparison.Ordinal) && role == Role.Clerk)
            await page.GetByRole(AriaRole.Button, new() { Name = "开始填报" }).ClickAsync();
        return (page, complaints);
    }

    private async Task Eventually(string cell, long value)
    {
        var (unit, grain) = (UnitId.Parse(Unit), chromium.Host.Grain<IReportGrain>(GrainKeys.Report(UnitId.Parse(Unit), FederationHost.Period)));
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        long? stands = null;
        while ((stands = (await grain.Get(new Subject("wang", unit, [Role.Clerk]))).Value!.Draft?.Figures[cell]) != value)
        {
            Assert.False(enough.IsCancellationRequested, $"{cell} never became {value}; it is {stands}");
            await Task.Delay(50);
        }
    }
}
