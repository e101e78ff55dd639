using Microsoft.Extensions.DependencyInjection;

namespace Federation.Tests.Orleans;

public interface IContextGrain : IGrainWithStringKey
{
    Task<string?> Read(string name);

    Task<string?> ReadFrom(string other, string name);

    Task Leak(string name);

    Task<int> Twice(int value);

    Task<string> Order(string about);

    Task<string?> Activity();
}

public sealed class ContextGrain : Grain, IContextGrain, IIncomingGrainCallFilter
{
    public Task<string?> Read(string name) => Task.FromResult(RequestContext.Get(name) as string);

    public async Task<string?> ReadFrom(string other, string name)
    {
        await Task.Yield();
        return await GrainFactory.GetGrain<IContextGrain>(other).Read(name);
    }

    public Task Leak(string name)
    {
        RequestContext.Set(name, "leaked");
        return Task.CompletedTask;
    }

    public Task<int> Twice(int value) => Task.FromResult(value * 2);

    public async Task<string?> Activity()
    {
        await Task.Yield();
        return System.Diagnostics.Activity.Current?.TraceId.ToString();
    }

    public Task<string> Order(string about)
    {
        Signals.Note(about, "method");
        return Task.FromResult("done");
    }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.MethodName != nameof(Order))
        {
            await context.Invoke();
            return;
        }

        var about = (string)context.Request.GetArgument(0)!;
        Signals.Note(about, "grain in");
        await context.Invoke();
        Signals.Note(about, "grain out");
    }
}

public sealed class NamedFilter(string name) : IIncomingGrainCallFilter, IOutgoingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context) => Around(context, "in");

    public Task Invoke(IOutgoingGrainCallContext context) => Around(context, "out");

    private async Task Around(IGrainCallContext context, string way)
    {
        var about = context.MethodName == nameof(IContextGrain.Order) ? (string)context.Request.GetArgument(0)! : null;
        if (about is not null)
            Signals.Note(about, $"{name} {way} before");
        await context.Invoke();
        if (about is not null)
            Signals.Note(about, $"{name} {way} after {context.Result}");
    }
}

public sealed class ContextAndFilterTests
{
    [Fact]
    public async Task RequestContext_SetByTheCaller_IsSeenInTheGrainAndBeyond()
    {
        await using var silo = await Silo.Start();
        RequestContext.Set("subject", "officer/7");

        Assert.Equal("officer/7", await silo.Grain<IContextGrain>("a").Read("subject").For("the value in the grain"));
        Assert.Equal("officer/7", await silo.Grain<IContextGrain>("a").ReadFrom("b", "subject").For("the value one grain further"));
        RequestContext.Clear();
        Assert.Null(await silo.Grain<IContextGrain>("a").Read("subject").For("nothing after Clear"));
    }

    [Fact]
    public async Task Activity_WhenPropagated_IsTheCallersTrace()
    {
        await using var silo = await Silo.Start(s => s.AddActivityPropagation());
        using var activity = new System.Diagnostics.Activity("caller").Start();

        Assert.Equal(activity.TraceId.ToString(), await silo.Grain<IContextGrain>("a").Activity().For("the trace id in the grain"));
    }

    [Fact]
    public async Task RequestContext_SetByTheGrain_StaysInItsCall()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IContextGrain>("a");

        await grain.Leak("trail").For("the call that sets a value");

        Assert.Null(RequestContext.Get("trail"));
        Assert.Null(await grain.Read("trail").For("the next call"));
    }

    [Fact]
    public async Task Filters_OnBothSides_RunFromTheCallerInwardsAndBack()
    {
        await using var silo = await Silo.Start(s => s
            .AddOutgoingGrainCallFilter(new NamedFilter("o1"))
            .AddOutgoingGrainCallFilter(new NamedFilter("o2"))
            .AddIncomingGrainCallFilter(new NamedFilter("i1"))
            .AddIncomingGrainCallFilter(new NamedFilter("i2")));
        var about = Signals.NewKey("order");

        await silo.Grain<IContextGrain>("a").Order(about).For("the filtered call");

        Assert.Equal(
            [
                "o1 out before", "o2 out before", "i1 in before", "i2 in before", "grain in",
                "method",
                "grain out", "i2 in after done", "i1 in after done", "o2 out after done", "o1 out after done",
            ],
            Signals.NotesOf(about));
    }

    [Fact]
    public async Task IncomingFilter_MayReadArguments_ChangeTheResult_AndRefuse()
    {
        await using var silo = await Silo.Start(s => s.AddIncomingGrainCallFilter(async context =>
        {
            if (context.InterfaceMethod.DeclaringType != typeof(IContextGrain) || context.MethodName != nameof(IContextGrain.Twice))
            {
                await context.Invoke();
                return;
            }

            if (context.Request.GetArgument(0) is 13)
                throw new UnauthorizedAccessException("not thirteen");
            await context.Invoke();
            context.Result = (int)context.Result! + 1;
        }));
        var grain = silo.Grain<IContextGrain>("a");

        Assert.Equal(9, await grain.Twice(4).For("the changed result"));
        var refusal = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => grain.Twice(13).For("the refusal"));
        Assert.Equal("not thirteen", refusal.Message);
    }

    [Fact]
    public async Task IncomingFilter_ThatDoesNotInvoke_AnswersInPlaceOfTheGrain()
    {
        await using var silo = await Silo.Start(s => s.AddIncomingGrainCallFilter(context =>
        {
            if (context.MethodName != nameof(IContextGrain.Twice))
                return context.Invoke();
            context.Result = 42;
            return Task.CompletedTask;
        }));

        Assert.Equal(42, await silo.Grain<IContextGrain>("a").Twice(1).For("the filter's answer"));
    }

    [Fact]
    public async Task OutgoingFilter_BetweenGrains_KnowsBothSides()
    {
        string? seen = null;
        await using var silo = await Silo.Start(s => s.AddOutgoingGrainCallFilter(async context =>
        {
            if (context.MethodName == nameof(IContextGrain.Read))
                seen = $"{context.SourceId?.Key} to {context.TargetId.Key}";
            await context.Invoke();
        }));

        await silo.Grain<IContextGrain>("from").ReadFrom("to", "x").For("the call between grains");

        Assert.Equal("from to to", seen);
    }

    [Fact]
    public async Task OutgoingFilter_SettingRequestContext_ReachesTheGrain()
    {
        await using var silo = await Silo.Start(s => s.AddOutgoingGrainCallFilter(context =>
        {
            RequestContext.Set("subject", "filter");
            return context.Invoke();
        }));

        Assert.Equal("filter", await silo.Grain<IContextGrain>("a").Read("subject").For("the value set by the filter"));
    }

    [Fact]
    public async Task Filter_FromTheContainer_IsGivenItsServices()
    {
        await using var silo = await Silo.Start(s =>
        {
            s.Services.AddSingleton(new Greeting("seen"));
            s.AddIncomingGrainCallFilter<GreetingFilter>();
        });

        Assert.Equal("seen", await silo.Grain<IContextGrain>("a").Read("greeting").For("the value set by the filter"));
    }

    private sealed class GreetingFilter(Greeting greeting) : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context)
        {
            RequestContext.Set("greeting", greeting.Text);
            return context.Invoke();
        }
    }
}
