using Federation.Grpc.Tests.Support;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1Alpha;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using V1 = Grpc.Reflection.V1;

namespace Federation.Grpc.Tests;

public sealed class ReflectionTests
{
    [Fact]
    public async Task ListServices_InV1Alpha_NamesAllMapped()
    {
        await using var host = await StartAsync();
        var answer = await AskAsync(host, new ServerReflectionRequest { ListServices = "" });
        var names = answer.ListServicesResponse.Service.Select(service => service.Name);

        Assert.Contains("echo.v1.Echo", names);
        Assert.Contains("grpc.reflection.v1alpha.ServerReflection", names);
    }

    [Fact]
    public async Task ListServices_InV1_NamesAllMapped()
    {
        await using var host = await StartAsync();
        using var call = new V1.ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new V1.ServerReflectionRequest { ListServices = "" });
        Assert.True(await call.ResponseStream.MoveNext().Within("the answer"));

        Assert.Contains("echo.v1.Echo", call.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name));
    }

    [Theory]
    [InlineData("echo.v1.Echo")]
    [InlineData("echo.v1.Echo.Say")]
    [InlineData("echo.v1.EchoRequest")]
    [InlineData("echo.v1.Act")]
    public async Task FileContainingSymbol_OfAnyKind_GivesTheFile(string symbol)
    {
        await using var host = await StartAsync();
        var answer = await AskAsync(host, new ServerReflectionRequest { FileContainingSymbol = symbol });
        var file = FileDescriptorProto.Parser.ParseFrom(answer.FileDescriptorResponse.FileDescriptorProto[0]);

        Assert.Equal("echo.v1", file.Package);
        Assert.Contains("Echo", file.Service.Select(service => service.Name));
    }

    [Fact]
    public async Task FileByFilename_OfAKnownFile_GivesIt()
    {
        await using var host = await StartAsync();
        var answer = await AskAsync(host, new ServerReflectionRequest { FileByFilename = "echo.proto" });

        Assert.Single(answer.FileDescriptorResponse.FileDescriptorProto);
    }

    [Fact]
    public async Task Symbol_OfNothing_IsNotFoundAndTheStreamGoesOn()
    {
        await using var host = await StartAsync();
        using var call = new ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { FileContainingSymbol = "nobody" });
        Assert.True(await call.ResponseStream.MoveNext().Within("the first answer"));
        Assert.Equal((int)StatusCode.NotFound, call.ResponseStream.Current.ErrorResponse.ErrorCode);
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { FileByFilename = "echo.proto" });

        Assert.True(await call.ResponseStream.MoveNext().Within("the second answer"));
    }

    private static Task<EchoHost> StartAsync() => EchoHost.StartAsync(
        services: services => services.AddGrpcReflection(),
        map: app => app.MapGrpcReflectionService());

    private static async Task<ServerReflectionResponse> AskAsync(EchoHost host, ServerReflectionRequest request)
    {
        using var call = new ServerReflection.ServerReflectionClient(host.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(request);
        await call.RequestStream.CompleteAsync();
        Assert.True(await call.ResponseStream.MoveNext().Within("the answer"));
        return call.ResponseStream.Current;
    }
}
