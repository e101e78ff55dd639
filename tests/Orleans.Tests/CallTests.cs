using Orleans;

namespace Federation.Tests.Orleans;

public interface IEchoGrain : IGrainWithStringKey
{
    Task<string> Echo(string text);

    ValueTask<int> Add(int left, int right);

    Task Nothing();

    ValueTask NothingAtAll();

    Task<string> Key();
}

public sealed class EchoGrain : Grain, IEchoGrain
{
    public Task<string> Echo(string text) => Task.FromResult(text);

    public async ValueTask<int> Add(int left, int right)
    {
        await Task.Yield();
        return left + right;
    }

    public Task Nothing() => Task.CompletedTask;

    public ValueTask NothingAtAll() => ValueTask.CompletedTask;

    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());
}

public sealed class CallTests
{
    [Fact]
    public async Task Call_WithArguments_ReturnsWhatTheGrainReturns()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IEchoGrain>("unit/500151");

        Assert.Equal("hello", await grain.Echo("hello").For("the echo"));
        Assert.Equal(5, await grain.Add(2, 3).AsTask().For("the sum"));
        await grain.Nothing().For("the end of a task without result");
        await grain.NothingAtAll().AsTask().For("the end of a value task without result");
        Assert.Equal("unit/500151", await grain.Key().For("the key"));
    }
}
