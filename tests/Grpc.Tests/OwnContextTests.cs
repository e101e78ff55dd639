using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;

namespace Federation.Grpc.Tests;

/// <summary>What a transport of our own needs: a context it may subclass, and handlers it may chain.</summary>
public sealed class OwnContextTests
{
    [Fact]
    public async Task Service_CalledThroughAChain_RunsInTheOwnContext()
    {
        var http = new DefaultHttpContext();
        var context = new OwnContext();
        context.UserState["__HttpContext"] = http; // where a transport of its own leaves it
        var service = new EchoService(new Events());
        Interceptor interceptor = new Passing();
        var reply = await interceptor.UnaryServerHandler<EchoRequest, EchoReply>(
            new EchoRequest { Act = Act.Headers }, context, service.Say);

        Assert.NotNull(reply);
        Assert.Same(http, context.GetHttpContext());
        Assert.Equal("early", context.Sent!.GetValue("x-head"));
        Assert.Equal("1", context.ResponseTrailers.GetValue("x-done"));
    }

    [Fact]
    public void HttpContext_OfAContextWithoutOne_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new OwnContext().GetHttpContext());

    [Fact]
    public void Marshaller_OfContexts_GivesPlainFunctionsToo()
    {
        var marshaller = Marshallers.Create<EchoRequest>(
            (message, context) =>
            {
                context.SetPayloadLength(message.CalculateSize());
                Google.Protobuf.MessageExtensions.WriteTo(message, context.GetBufferWriter());
                context.Complete();
            },
            context => EchoRequest.Parser.ParseFrom(context.PayloadAsReadOnlySequence()));
        var message = new EchoRequest { Text = "a" };

        Assert.Equal(message, marshaller.Deserializer(marshaller.Serializer(message)));
    }

    [Fact]
    public void Client_WithoutAChannel_IsATestDoubleThatCallsNothing() =>
        Assert.Throws<NotImplementedException>(() => new Double().Say(new EchoRequest()));

    private sealed class Double : Echo.EchoClient;

    private sealed class Passing : Interceptor;

    private sealed class OwnContext : ServerCallContext
    {
        public Metadata? Sent { get; private set; }

        protected override string MethodCore => "/echo.v1.Echo/Say";

        protected override string HostCore => "localhost";

        protected override string PeerCore => "unknown";

        protected override DateTime DeadlineCore => DateTime.MaxValue;

        protected override Metadata RequestHeadersCore { get; } = [];

        protected override CancellationToken CancellationTokenCore => CancellationToken.None;

        protected override Metadata ResponseTrailersCore { get; } = [];

        protected override Status StatusCore { get; set; }

        protected override WriteOptions? WriteOptionsCore { get; set; }

        protected override AuthContext AuthContextCore { get; } = new(null, []);

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
            throw new NotSupportedException();

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
        {
            Sent = responseHeaders;
            return Task.CompletedTask;
        }
    }
}
