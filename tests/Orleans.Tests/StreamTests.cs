using System.Runtime.CompilerServices;

namespace Federation.Tests.Orleans;

public interface INumbersGrain : IGrainWithStringKey
{
    IAsyncEnumerable<int> CountTo(int last);

    IAsyncEnumerable<int> Forever(string about, CancellationToken cancellationToken = default);

    IAsyncEnumerable<int> FailAfter(int items);

    Task<string> Other();
}

public sealed class NumbersGrain : Grain, INumbersGrain
{
    public async IAsyncEnumerable<int> CountTo(int last)
    {
        var own = TaskScheduler.Current;
        for (var i = 1; i <= last; i++)
        {
            if (i % 7 == 0)
                await Task.Yield();
            yield return TaskScheduler.Current == own ? i : -1;
        }
    }

    public async IAsyncEnumerable<int> Forever(string about, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            for (var i = 1; i <= 3; i++)
                yield return i;
            Signals.Reach(about + ":waiting");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            Signals.Reach(about + ":closed");
        }
    }

    public async IAsyncEnumerable<int> FailAfter(int items)
    {
        await Task.Yield();
        for (var i = 1; i <= items; i++)
            yield return i;
        throw new RefusedException("no more");
    }

    public Task<string> Other() => Task.FromResult("served");
}

public sealed class StreamTests
{
    [Fact]
    public async Task Stream_ReadToItsEnd_GivesEveryItemInOrder_InTurnsOfTheGrain()
    {
        await using var silo = await Silo.Start();

        var items = await ReadAll(silo.Grain<INumbersGrain>("n").CountTo(1000)).For("a thousand items");

        Assert.Equal(Enumerable.Range(1, 1000), items);
    }

    [Fact]
    public async Task Stream_Empty_EndsAtOnce()
    {
        await using var silo = await Silo.Start();

        Assert.Empty(await ReadAll(silo.Grain<INumbersGrain>("n").CountTo(0)).For("the end"));
    }

    [Fact]
    public async Task Stream_LeftEarly_IsClosedInTheGrain()
    {
        await using var silo = await Silo.Start();
        var about = Signals.NewKey("stream");

        await foreach (var item in silo.Grain<INumbersGrain>("n").Forever(about))
        {
            if (item == 2)
                break;
        }

        await Signals.Reached(about + ":closed").For("the end in the grain");
        Assert.Equal("served", await silo.Grain<INumbersGrain>("n").Other().For("a call after it"));
    }

    [Fact]
    public async Task Stream_CancelledWhileWaiting_EndsOnBothSides()
    {
        await using var silo = await Silo.Start();
        var about = Signals.NewKey("stream");
        using var source = new CancellationTokenSource();
        var items = new List<int>();

        async Task Read()
        {
            await foreach (var item in silo.Grain<INumbersGrain>("n").Forever(about).WithCancellation(source.Token))
                items.Add(item);
        }

        var reading = Read();
        await Signals.Reached(about + ":waiting").For("the grain to wait for its next item");
        Assert.Equal("served", await silo.Grain<INumbersGrain>("n").Other().For("another call while the stream waits"));
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.For("the cancelled reader"));
        await Signals.Reached(about + ":closed").For("the end in the grain");
        Assert.Equal([1, 2, 3], items);
    }

    [Fact]
    public async Task Stream_ThatFails_GivesItsItemsAndThenTheFailure()
    {
        await using var silo = await Silo.Start();
        var items = new List<int>();

        async Task Read()
        {
            await foreach (var item in silo.Grain<INumbersGrain>("n").FailAfter(5))
                items.Add(item);
        }

        var failure = await Assert.ThrowsAsync<RefusedException>(() => Read().For("the failure"));

        Assert.Equal("no more", failure.Message);
        Assert.Equal([1, 2, 3, 4, 5], items);
    }

    private static async Task<List<int>> ReadAll(IAsyncEnumerable<int> stream)
    {
        var items = new List<int>();
        await foreach (var item in stream)
            items.Add(item);
        return items;
    }
}
