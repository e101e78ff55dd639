using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Grpc.Core;
using Grpc.Net.Client;

namespace Federation.Grpc.Tests;

public sealed class CredentialsTests(EchoFixture fixture) : IClassFixture<EchoFixture>
{
    private static readonly CallCredentials Token = CallCredentials.FromInterceptor((context, headers) =>
    {
        headers.Add("authorization", $"Bearer {context.MethodName}");
        return Task.CompletedTask;
    });

    [Fact]
    public async Task CallCredentials_OnAnOpenChannel_StaySilent()
    {
        var reply = await fixture.Host.Client.SayAsync(new EchoRequest { Act = Act.Peek }, new CallOptions(credentials: Token));

        Assert.DoesNotContain("Bearer", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallCredentials_OnAChannelThatAllowsThem_AddTheirHeaders()
    {
        var client = fixture.Host.ClientWith(new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Insecure,
            UnsafeUseInsecureChannelCallCredentials = true,
        });
        var reply = await client.SayAsync(new EchoRequest { Act = Act.Peek }, new CallOptions(credentials: Token));

        Assert.Contains("authorization=Bearer Say", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_ThatDoNotFitTheAddress_AreRefused() => Assert.Throws<InvalidOperationException>(
        () => GrpcChannel.ForAddress("http://localhost:1", new GrpcChannelOptions { Credentials = ChannelCredentials.SecureSsl }));

    [Fact]
    public void CallCredentials_ComposedWithAnOpenChannel_AreRefused() =>
        Assert.Throws<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Insecure, Token));
}
