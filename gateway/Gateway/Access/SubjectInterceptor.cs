using Federation.Domain.Authority;
using Federation.Gateway.Errors;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Federation.Gateway.Access;

/// <summary>Puts the subject of the bearer token on every call. A call without one is refused, whatever it asks for (AU-002).</summary>
public sealed class SubjectInterceptor(SubjectTokens tokens) : Interceptor
{
    private const string Scheme = "Bearer ";

    /// <inheritdoc />
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Admit(context);
        return continuation(request, context);
    }

    /// <inheritdoc />
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Admit(context);
        return continuation(request, responseStream, context);
    }

    /// <inheritdoc />
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Admit(context);
        return continuation(requestStream, context);
    }

    /// <inheritdoc />
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Admit(context);
        return continuation(requestStream, responseStream, context);
    }

    private void Admit(ServerCallContext context)
    {
        // whether the server lives, and what it speaks, is no secret
        if (context.Method.StartsWith("/grpc.", StringComparison.Ordinal))
            return;
        var given = context.RequestHeaders.GetValue("authorization");
        var subject = given is not null && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? tokens.Read(given[Scheme.Length..].Trim()) : null;
        context.UserState[CallSubject.Key] = subject ?? throw Refusals.ToRpcException([Permissions.NoSubject.At("authorization")]);
    }
}

/// <summary>The subject of a call.</summary>
public static class CallSubject
{
    internal static readonly object Key = new();

    /// <summary>Who is calling.</summary>
    /// <exception cref="RpcException">Nobody: the interceptor is not installed.</exception>
    public static Subject Subject(this ServerCallContext context) =>
        context.UserState.TryGetValue(Key, out var subject) && subject is Subject known ? known : throw Refusals.ToRpcException([Permissions.NoSubject.At("authorization")]);
}
