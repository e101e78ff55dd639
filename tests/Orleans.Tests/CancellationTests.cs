namespace Federation.Tests.Orleans;

public interface ICancellableGrain : IGrainWithStringKey
{
    Task WaitFor(string step, CancellationToken cancellationToken);

    Task<bool> HasToken(CancellationToken cancellationToken = default);

    Task Quick(CancellationToken cancellationToken);
}

public sealed class CancellableGrain : Grain, ICancellableGrain
{
    public async Task WaitFor(string step, CancellationToken cancellationToken)
    {
        Signals.Reach(step + ":entered");
        try
        {
            await Signals.Reached(step).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Signals.Reach(step + ":cancelled");
            throw;
        }
    }

    public Task<bool> HasToken(CancellationToken cancellationToken = default) => Task.FromResult(cancellationToken.IsCancellationRequested);

    public Task Quick(CancellationToken cancellationToken) => Task.CompletedTask;
}

public sealed class CancellationTests
{
    [Fact]
    public async Task Token_CancelledByTheCaller_CancelsTheCallAndTheTokenInTheGrain()
    {
        await using var silo = await Silo.Start();
        var step = Signals.NewKey("cancel");
        using var source = new CancellationTokenSource();

        var running = silo.Grain<ICancellableGrain>("c").WaitFor(step, source.Token);
        await Signals.Reached(step + ":entered").For("the call in the grain");
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.For("the cancelled call"));
        await Signals.Reached(step + ":cancelled").For("the cancelled token in the grain");
    }

    [Fact]
    public async Task Token_CancelledBeforeTheCall_SendsNothing()
    {
        await using var silo = await Silo.Start();
        var step = Signals.NewKey("cancel");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => silo.Grain<ICancellableGrain>("c").WaitFor(step, new CancellationToken(canceled: true)).For("the cancelled call"));

        Assert.False(Signals.Reached(step + ":entered").IsCompleted);
    }

    [Fact]
    public async Task Token_CancelledWhileTheCallWaits_FreesTheCaller()
    {
        await using var silo = await Silo.Start();
        var (busy, step) = (Signals.NewKey("busy"), Signals.NewKey("cancel"));
        var grain = silo.Grain<ICancellableGrain>("c");
        using var source = new CancellationTokenSource();

        var running = grain.WaitFor(busy, default);
        await Signals.Reached(busy + ":entered").For("the busy call");
        var waiting = grain.WaitFor(step, source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.For("the cancelled call"));
        Signals.Reach(busy);
        await running.For("the busy call's end");
        Assert.False(await grain.HasToken().For("a call after it"));
    }

    [Fact]
    public async Task Token_NeverCancelled_ChangesNothing()
    {
        await using var silo = await Silo.Start();
        using var source = new CancellationTokenSource();

        Assert.False(await silo.Grain<ICancellableGrain>("c").HasToken(source.Token).For("the answer"));
        await source.CancelAsync();
        Assert.False(await silo.Grain<ICancellableGrain>("c").HasToken().For("the answer without a token"));
    }
}
