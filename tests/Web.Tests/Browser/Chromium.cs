using Federation.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace Federation.Web.Tests.Browser;

/// <summary>Debian's Chromium over a host of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Path = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Why there is no browser; null when there is one.</summary>
    public static string? Absent => System.IO.File.Exists(Path) ? null : $"{Path} is not installed (apt-get install chromium fonts-noto-cjk)";

    public FederationHost Host { get; } = new();

    public async Task InitializeAsync()
    {
        if (Absent is not null)
            return;
        await Host.InitializeAsync();
        await Host.MakeCatalog();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page of its own, with everything the browser complained of collected.</summary>
    public async Task<(IPage Page, List<string> Complaints)> Open(string address, int width = 1280, int height = 900, bool bypassPolicy = false)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height }, BypassCSP = bypassPolicy });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(Host.Address + address);
        return (page, complaints);
    }

    public async Task DisposeAsync()
    {
        if (browser is null)
            return;
        await browser.CloseAsync();
        playwright!.Dispose();
        await Host.DisposeAsync();
    }
}
