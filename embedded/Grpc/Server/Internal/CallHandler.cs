using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Answers the requests to one endpoint.</summary>
internal abstract class CallHandler(IMethod method, CallSettings settings)
{
    public Task HandleAsync(HttpContext http)
    {
        if (!Protocol.IsGrpc(http.Request.ContentType))
            return Refuse(http, StatusCodes.Status415UnsupportedMediaType);
        if (HttpProtocol.IsHttp11(http.Request.Protocol) || HttpProtocol.IsHttp10(http.Request.Protocol))
            return Refuse(http, StatusCodes.Status426UpgradeRequired);
        return RunAsync(new HttpServerCallContext(http, method, settings));
    }

    protected abstract Task InvokeAsync(HttpServerCallContext call);

    private async Task RunAsync(HttpServerCallContext call)
    {
        try
        {
            call.Begin();
            await InvokeAsync(call).ConfigureAwait(false);
        }
        catch (Exception e) // the outermost loop of a call: whatever a service throws becomes its status
        {
            call.Fail(e);
        }

        await call.EndAsync().ConfigureAwait(false);
    }

    private static Task Refuse(HttpContext http, int statusCode)
    {
        http.Response.StatusCode = statusCode;
        return Task.CompletedTask;
    }
}

/// <summary>One request, one response.</summary>
internal sealed class UnaryHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, CallSettings settings, UnaryServerMethod<TRequest, TResponse> invoke)
    : CallHandler(method, settings)
    where TRequest : class
    where TResponse : class
{
    protected override async Task InvokeAsync(HttpServerCallContext call)
    {
        var request = await call.ReadSingleAsync(method.RequestMarshaller).ConfigureAwait(false);
        call.WriteSingle(await invoke(request, call).ConfigureAwait(false), method.ResponseMarshaller);
    }
}

/// <summary>Many requests, one response.</summary>
internal sealed class ClientStreamingHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, CallSettings settings, ClientStreamingServerMethod<TRequest, TResponse> invoke)
    : CallHandler(method, settings)
    where TRequest : class
    where TResponse : class
{
    protected override async Task InvokeAsync(HttpServerCallContext call)
    {
        var requests = new RequestReader<TRequest>(call, method.RequestMarshaller);
        call.WriteSingle(await invoke(requests, call).ConfigureAwait(false), method.ResponseMarshaller);
    }
}

/// <summary>One request, many responses.</summary>
internal sealed class ServerStreamingHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, CallSettings settings, ServerStreamingServerMethod<TRequest, TResponse> invoke)
    : CallHandler(method, settings)
    where TRequest : class
    where TResponse : class
{
    protected override async Task InvokeAsync(HttpServerCallContext call)
    {
        var request = await call.ReadSingleAsync(method.RequestMarshaller).ConfigureAwait(false);
        await invoke(request, new ResponseWriter<TResponse>(call, method.ResponseMarshaller), call).ConfigureAwait(false);
    }
}

/// <summary>Many requests, many responses.</summary>
internal sealed class DuplexStreamingHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, CallSettings settings, DuplexStreamingServerMethod<TRequest, TResponse> invoke)
    : CallHandler(method, settings)
    where TRequest : class
    where TResponse : class
{
    protected override Task InvokeAsync(HttpServerCallContext call) => invoke(
        new RequestReader<TRequest>(call, method.RequestMarshaller),
        new ResponseWriter<TResponse>(call, method.ResponseMarshaller),
        call);
}
