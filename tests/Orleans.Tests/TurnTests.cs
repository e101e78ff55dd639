namespace Federation.Tests.Orleans;

public interface ICounterGrain : IGrainWithStringKey
{
    Task AddSlowly();

    Task<int> Total();

    Task<bool> EverMet();

    Task<string> Schedulers();
}

/// <summary>Adds with a gap between reading and writing: right only when calls do not run into each other.</summary>
public sealed class CounterGrain : Grain, ICounterGrain
{
    private int _total;
    private int _inside;
    private bool _met;

    public async Task AddSlowly()
    {
        Touch();
        var read = _total;
        await Task.Yield();
        Touch();
        await Task.Yield();
        _total = read + 1;
        Touch();
    }

    public Task<int> Total() => Task.FromResult(_total);

    public Task<bool> EverMet() => Task.FromResult(_met);

    public async Task<string> Schedulers()
    {
        var own = TaskScheduler.Current;
        await Task.Yield();
        var afterAwait = TaskScheduler.Current == own;
        var started = await Task.Factory.StartNew(() => TaskScheduler.Current == own, default, TaskCreationOptions.None, TaskScheduler.Current);
        var escaped = await Task.Run(() => TaskScheduler.Current == own);
        var back = TaskScheduler.Current == own;
        return $"own={own != TaskScheduler.Default} await={afterAwait} start={started} run={escaped} back={back}";
    }

    private void Touch()
    {
        if (Interlocked.Increment(ref _inside) != 1)
            _met = true;
        Thread.SpinWait(200);
        Interlocked.Decrement(ref _inside);
    }
}

[global::Orleans.Concurrency.Reentrant]
public sealed class ReentrantCounterGrain : Grain, IReentrantCounterGrain
{
    private int _inside;
    private bool _met;

    public async Task Walk()
    {
        for (var step = 0; step < 20; step++)
        {
            if (Interlocked.Increment(ref _inside) != 1)
                _met = true;
            Thread.SpinWait(100);
            Interlocked.Decrement(ref _inside);
            await Task.Yield();
        }
    }

    public Task<bool> EverMet() => Task.FromResult(_met);
}

public interface IReentrantCounterGrain : IGrainWithStringKey
{
    Task Walk();

    Task<bool> EverMet();
}

public sealed class TurnTests
{
    [Fact]
    public async Task Calls_ThatAwaitBetweenReadingAndWriting_LoseNothing()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<ICounterGrain>(Signals.NewKey("turn"));

        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(grain.AddSlowly))).For("500 additions");

        Assert.Equal(500, await grain.Total());
        Assert.False(await grain.EverMet());
    }

    [Fact]
    public async Task Turns_OfAReentrantGrain_NeverRunAtTheSameTime()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IReentrantCounterGrain>(Signals.NewKey("turn"));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(grain.Walk))).For("200 walks of 20 turns");

        Assert.False(await grain.EverMet());
    }

    [Fact]
    public async Task Continuations_InAGrain_StayOnItsScheduler_AndTaskRunEscapes()
    {
        await using var silo = await Silo.Start();

        var seen = await silo.Grain<ICounterGrain>(Signals.NewKey("turn")).Schedulers().For("the schedulers");

        Assert.Equal("own=True await=True start=True run=False back=True", seen);
    }

    [Fact]
    public async Task Calls_FromOneCallerInTurn_AreSeenInOrder()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IListGrain>(Signals.NewKey("turn"));

        for (var i = 0; i < 100; i++)
            await grain.Append(i).For($"append {i}");

        Assert.Equal(Enumerable.Range(0, 100), await grain.All());
    }
}

public interface IListGrain : IGrainWithStringKey
{
    Task Append(int item);

    Task<int[]> All();
}

public sealed class ListGrain : Grain, IListGrain
{
    private readonly List<int> _items = [];

    public Task Append(int item)
    {
        _items.Add(item);
        return Task.CompletedTask;
    }

    public Task<int[]> All() => Task.FromResult(_items.ToArray());
}
