using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Federation.Gateway.Transcoding;

/// <summary>One method of a service, ready to be called with a message. Reflection happens once, when it is mapped.</summary>
internal abstract class ServiceMethod
{
    /// <summary>Class of the service.</summary>
    public abstract Type Service { get; }

    /// <summary>Calls the method and its interceptors.</summary>
    /// <param name="request">Of the method's input type.</param>
    /// <param name="call">Goes to the service.</param>
    /// <param name="answer">Receives the one response of a unary method, or each of a stream.</param>
    public abstract Task InvokeAsync(IMessage request, RestCallContext call, Func<IMessage, Task> answer);

    /// <summary>Binds a method.</summary>
    /// <exception cref="InvalidOperationException">Its requests are a stream.</exception>
    public static ServiceMethod Of(Type service, MethodDescriptor method, IReadOnlyList<Source<Interceptor>> interceptors)
    {
        if (method.IsClientStreaming)
            throw new InvalidOperationException($"{method.FullName} takes a stream, which has no form over REST");
        var shape = method.IsServerStreaming ? typeof(StreamingMethod<,,>) : typeof(UnaryMethod<,,>);
        var bound = shape.MakeGenericType(service, method.InputType.ClrType, method.OutputType.ClrType);
        return (ServiceMethod)Activator.CreateInstance(bound, BindingFlags.Instance | BindingFlags.Public, null, [method.Name, interceptors], null)!;
    }

    /// <summary>A delegate that takes its service as the first argument.</summary>
    protected static TDelegate Open<TDelegate>(Type service, string name, params Type[] parameters)
        where TDelegate : Delegate =>
        service.GetMethod(name, parameters)?.CreateDelegate<TDelegate>()
        ?? throw new InvalidOperationException($"{service} has no method {name} of the generated form");
}

/// <summary>One request, one response.</summary>
internal sealed class UnaryMethod<TService, TRequest, TResponse> : ServiceMethod
    where TService : class
    where TRequest : class, IMessage
    where TResponse : class, IMessage
{
    private readonly Source<TService> _service = new(typeof(TService));
    private readonly Func<TService, TRequest, ServerCallContext, Task<TResponse>> _method;
    private readonly UnaryServerMethod<TRequest, TResponse> _chain;

    public override Type Service => typeof(TService);

    public UnaryMethod(string name, IReadOnlyList<Source<Interceptor>> interceptors)
    {
        _method = Open<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>(
            typeof(TService), name, typeof(TRequest), typeof(ServerCallContext));
        _chain = interceptors.Around<TRequest, TResponse>(ServeAsync);
    }

    public override async Task InvokeAsync(IMessage request, RestCallContext call, Func<IMessage, Task> answer)
    {
        var response = await _chain((TRequest)request, call);
        if (call.Status.StatusCode == StatusCode.OK)
            await answer(response ?? throw new RpcException(new Status(StatusCode.Cancelled, "No message returned from method.")));
    }

    private async Task<TResponse> ServeAsync(TRequest request, ServerCallContext call)
    {
        await using var service = _service.Take(call.GetHttpContext().RequestServices);
        return await _method(service.Value, request, call);
    }
}

/// <summary>One request, many responses.</summary>
internal sealed class StreamingMethod<TService, TRequest, TResponse> : ServiceMethod
    where TService : class
    where TRequest : class, IMessage
    where TResponse : class, IMessage
{
    private readonly Source<TService> _service = new(typeof(TService));
    private readonly Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task> _method;
    private readonly ServerStreamingServerMethod<TRequest, TResponse> _chain;

    public override Type Service => typeof(TService);

    public StreamingMethod(string name, IReadOnlyList<Source<Interceptor>> interceptors)
    {
        _method = Open<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>(
            typeof(TService), name, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        _chain = interceptors.Around<TRequest, TResponse>(ServeAsync);
    }

    public override Task InvokeAsync(IMessage request, RestCallContext call, Func<IMessage, Task> answer) =>
        _chain((TRequest)request, new AnswerWriter<TResponse>(answer), call);

    private async Task ServeAsync(TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext call)
    {
        await using var service = _service.Take(call.GetHttpContext().RequestServices);
        await _method(service.Value, request, responses, call);
    }
}
