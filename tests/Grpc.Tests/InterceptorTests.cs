using System.Collections.Concurrent;
using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Grpc.Tests;

public sealed class InterceptorTests
{
    [Fact]
    public async Task ServerInterceptors_OfAllAndOfOneService_ActInThatOrder()
    {
        var log = new ConcurrentQueue<string>();
        await using var host = await EchoHost.StartAsync(
            options => options.Interceptors.Add<Logging>("all", log),
            services => services.AddGrpc().AddServiceOptions<EchoService>(options => options.Interceptors.Add<Logging>("one", log)));
        await host.Client.SayAsync(new EchoRequest());

        Assert.Equal(["all unary", "one unary", "one done", "all done"], log);
    }

    [Fact]
    public async Task ServerInterceptor_OnEveryKindOfCall_Acts()
    {
        var log = new ConcurrentQueue<string>();
        await using var host = await EchoHost.StartAsync(options => options.Interceptors.Add<Logging>("x", log));
        using var up = host.Client.Up();
        await up.RequestStream.CompleteAsync();
        await up;
        using var down = host.Client.Down(new EchoRequest());
        Assert.False(await down.ResponseStream.MoveNext());
        using var chat = host.Client.Chat();
        await chat.RequestStream.CompleteAsync();
        Assert.False(await chat.ResponseStream.MoveNext());

        Assert.Equal(["x up", "x done", "x down", "x done", "x chat", "x done"], log);
    }

    [Fact]
    public async Task ServerInterceptor_RegisteredAsService_IsTakenFromThere()
    {
        var one = new Counting();
        await using var host = await EchoHost.StartAsync(
            options => options.Interceptors.Add<Counting>(), services => services.AddSingleton(one));
        await host.Client.SayAsync(new EchoRequest());
        await host.Client.SayAsync(new EchoRequest());

        Assert.Equal((2, 0), (one.Calls, one.Disposed));
    }

    [Fact]
    public async Task ServerInterceptor_MadeForACall_IsDisposedOfAfterIt()
    {
        var events = new Events();
        await using var host = await EchoHost.StartAsync(options => options.Interceptors.Add<Disposing>(events));
        await host.Client.SayAsync(new EchoRequest());

        await events.WaitFor("disposed");
    }

    [Fact]
    public async Task ServerInterceptor_SeesTheRefusalOfTheService()
    {
        await using var host = await EchoHost.StartAsync(options => options.Interceptors.Add<Translating>());
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await host.Client.SayAsync(new EchoRequest { Act = Act.Throw }));

        Assert.Equal((StatusCode.DataLoss, "boom"), (failure.StatusCode, failure.Status.Detail));
    }

    [Fact]
    public async Task ClientInterceptors_InTheirOrder_ActBeforeTheCall()
    {
        await using var host = await EchoHost.StartAsync();
        var log = new ConcurrentQueue<string>();
        var client = new Echo.EchoClient(host.Channel.Intercept(new Calling("a", log), new Calling("b", log)));
        await client.SayAsync(new EchoRequest());
        client.Say(new EchoRequest());

        Assert.Equal(["a async", "b async", "a blocking", "b blocking"], log);
    }

    [Fact]
    public async Task ClientInterceptor_OfHeaders_AddsThemToEveryCall()
    {
        await using var host = await EchoHost.StartAsync();
        var client = new Echo.EchoClient(host.Channel.Intercept(headers =>
        {
            headers.Add("x-added", "yes");
            return headers;
        }));

        Assert.Contains("x-added=yes", (await client.SayAsync(new EchoRequest { Act = Act.Peek })).Text, StringComparison.Ordinal);
    }

    private sealed class Logging(string name, ConcurrentQueue<string> log) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            Around("unary", () => continuation(request, context));

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            ServerCallContext context,
            ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
            Around("up", () => continuation(requestStream, context));

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
            Around("down", () => Done(continuation(request, responseStream, context)));

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
            Around("chat", () => Done(continuation(requestStream, responseStream, context)));

        private static async Task<bool> Done(Task task)
        {
            await task;
            return true;
        }

        private async Task<T> Around<T>(string kind, Func<Task<T>> work)
        {
            log.Enqueue($"{name} {kind}");
            var result = await work();
            log.Enqueue($"{name} done");
            return result;
        }
    }

    private sealed class Counting : Interceptor, IDisposable
    {
        public int Calls { get; private set; }

        public int Disposed { get; private set; }

        public void Dispose() => Disposed++;

        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            Calls++;
            return continuation(request, context);
        }
    }

    private sealed class Disposing(Events events) : Interceptor, IDisposable
    {
        public void Dispose() => events.Report("disposed");
    }

    private sealed class Translating : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            try
            {
                return await continuation(request, context);
            }
            catch (InvalidOperationException e)
            {
                throw new RpcException(new Status(StatusCode.DataLoss, e.Message));
            }
        }
    }

    private sealed class Calling(string name, ConcurrentQueue<string> log) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            log.Enqueue(name + " async");
            return continuation(request, context);
        }

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            log.Enqueue(name + " blocking");
            return continuation(request, context);
        }
    }
}
