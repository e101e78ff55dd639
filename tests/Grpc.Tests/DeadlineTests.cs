using System.Globalization;
using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Grpc.Core;

namespace Federation.Grpc.Tests;

public sealed class DeadlineTests(EchoFixture fixture) : IClassFixture<EchoFixture>
{
    private readonly Echo.EchoClient _client = fixture.Host.Client;

    [Fact]
    public async Task Deadline_Passing_EndsTheCallAndCancelsTheService()
    {
        var call = _client.SayAsync(new EchoRequest { Act = Act.Hang, Text = "polite" }, deadline: In(TimeSpan.FromSeconds(2)));
        await fixture.Host.Events.WaitFor("started polite");
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.Within("the end by deadline"));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        await fixture.Host.Events.WaitFor("cancelled polite");
    }

    [Fact]
    public async Task Deadline_OfAServiceThatTakesNoNotice_EndsTheCallAllTheSame()
    {
        var call = _client.SayAsync(new EchoRequest { Act = Act.Deaf, Text = "deaf" }, deadline: In(TimeSpan.FromSeconds(2)));
        await fixture.Host.Events.WaitFor("started deaf");
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.Within("the end by deadline"));
        fixture.Host.Events.Report("release deaf");

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task Deadline_AlreadyPassed_EndsTheCallBeforeItIsSent()
    {
        var call = _client.SayAsync(new EchoRequest { Act = Act.Report, Text = "never sent" }, deadline: In(TimeSpan.FromSeconds(-1)));
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.Within("the end by deadline"));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        Assert.False(fixture.Host.Events.Has("never sent"));
    }

    [Fact]
    public async Task Deadline_InTheMiddleOfAStream_EndsItForBoth()
    {
        using var call = _client.Down(
            new EchoRequest { Act = Act.Hang, Text = "stream", Count = 3 }, deadline: In(TimeSpan.FromSeconds(2)));
        var count = 0;
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext().Within("the next message or the end"))
                count++;
        });

        Assert.Equal(3, count);
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        await fixture.Host.Events.WaitFor("cancelled stream");
    }

    [Fact]
    public async Task Deadline_InTheFarFuture_ReachesTheService()
    {
        var text = (await _client.SayAsync(new EchoRequest { Act = Act.Peek }, deadline: In(TimeSpan.FromSeconds(3000)))).Text;
        var left = int.Parse(text.Split("left=")[1], CultureInfo.InvariantCulture);

        Assert.InRange(left, 2900, 3001);
    }

    [Fact]
    public async Task Deadline_NotGiven_IsNoneForTheService()
    {
        var text = (await _client.SayAsync(new EchoRequest { Act = Act.Peek })).Text;

        Assert.EndsWith("left=none", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Deadline_OfLocalTime_IsRefused() =>
        Assert.ThrowsAny<Exception>(() => _client.Say(
            new EchoRequest(), deadline: DateTime.SpecifyKind(In(TimeSpan.FromHours(1)), DateTimeKind.Local)));

    private static DateTime In(TimeSpan span) => TimeProvider.System.GetUtcNow().UtcDateTime + span;
}
