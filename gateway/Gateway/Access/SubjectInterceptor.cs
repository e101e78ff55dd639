using Federation.Contracts;
using Federation.Contracts.Authority;
using Federation.Domain.Authority;
using Federation.Gateway.Errors;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Federation.Gateway.Access;

/// <summary>
/// Puts the subject of the bearer token on every call. A call without one is refused, whatever it asks for (AU-002). A stand-in names the
/// colleague in <c>x-stands-in-for</c> and then has the roles lent, and no others (AU-106 when nothing is lent today).
/// </summary>
public sealed class SubjectInterceptor(SubjectTokens tokens, IGrainFactory grains) : Interceptor
{
    /// <summary>Header that names the colleague stood in for.</summary>
    public const string StandsInFor = "x-stands-in-for";

    private const string Scheme = "Bearer ";

    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        await Admit(context);
        return await continuation(request, context);
    }

    /// <inheritdoc />
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await Admit(context);
        await continuation(request, responseStream, context);
    }

    /// <inheritdoc />
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await Admit(context);
        return await continuation(requestStream, context);
    }

    /// <inheritdoc />
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await Admit(context);
        await continuation(requestStream, responseStream, context);
    }

    private async ValueTask Admit(ServerCallContext context)
    {
        // whether the server lives, and what it speaks, is no secret
        if (context.Method.StartsWith("/grpc.", StringComparison.Ordinal))
            return;
        var given = context.RequestHeaders.GetValue("authorization");
        var subject = given is not null && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? tokens.Read(given[Scheme.Length..].Trim()) : null;
        if (subject is null)
            throw Refusals.ToRpcException([Permissions.NoSubject.At("authorization")]);
        if (context.RequestHeaders.GetValue(StandsInFor) is { Length: > 0 } colleague)
            subject = (await grains.GetGrain<IDelegationsGrain>(GrainKeys.Delegations(subject.Unit)).StandIn(subject, colleague)).OrThrow().Subject;
        context.UserState[CallSubject.Key] = subject;
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
