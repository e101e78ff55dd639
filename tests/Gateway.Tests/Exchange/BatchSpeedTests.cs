using System.Diagnostics;
using Xunit.Abstractions;
using Mode = Federation.V1.ImportReportsRequest.Types.Mode;

namespace Federation.Gateway.Tests.Exchange;

/// <summary>A county's workbook of 400 townships. The bound is generous: it is for a machine that does other things, too.</summary>
public sealed class BatchSpeedTests(ITestOutputHelper output)
{
    [Fact]
    public async Task FourHundredTownships_AreTriedAndHandedIn_InSeconds()
    {
        var host = new LargeCounty();
        await host.InitializeAsync();
        var watch = Stopwatch.StartNew();
        var template = await host.BatchTemplate();
        output.WriteLine($"template of 400: {watch.ElapsedMilliseconds} ms, {template.Length} bytes");
        var workbook = await host.FilledBatch(400);
        watch.Restart();
        var tried = await host.Import(workbook, Mode.DryRun);
        var trial = watch.Elapsed;
        watch.Restart();
        var handedIn = await host.Import(workbook, Mode.Submit, requestId: "all");
        output.WriteLine($"trial: {trial.TotalMilliseconds:F0} ms; handed in: {watch.ElapsedMilliseconds} ms");
        Assert.Equal((400, 400), (tried.Count(a => a.Taken), handedIn.Count(a => a.Taken)));
        Assert.InRange(trial + watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        await host.DisposeAsync();
    }

    private sealed class LargeCounty : CountyHost
    {
        protected override int Townships => 400;
    }
}
