using System.Collections.Concurrent;
using System.Reflection;
using Orleans;
using Orleans.CodeGeneration;
using Orleans.Concurrency;

namespace Federation.Embedded.Engine;

/// <summary>What never changes about one method of a grain interface; made once for the process.</summary>
internal sealed class MethodShape
{
    private readonly ConcurrentDictionary<Type, MethodInfo> _implementations = new();

    public MethodShape(Type interfaceType, MethodInfo method)
    {
        InterfaceType = interfaceType;
        Method = method;
        InterfaceName = interfaceType.FullName ?? interfaceType.Name;
        Parameters = method.GetParameters();
        TokenIndex = Array.FindIndex(Parameters, p => p.ParameterType == typeof(CancellationToken));
        ResponseTimeout = method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;
        Options = (method.IsDefined(typeof(OneWayAttribute)) ? InvokeMethodOptions.OneWay : 0)
            | (method.IsDefined(typeof(ReadOnlyAttribute)) ? InvokeMethodOptions.ReadOnly : 0)
            | (method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? InvokeMethodOptions.AlwaysInterleave : 0);
        if (method.ReturnType == typeof(void))
            Options |= InvokeMethodOptions.OneWay;
    }

    public Type InterfaceType { get; }

    public MethodInfo Method { get; }

    public string InterfaceName { get; }

    public ParameterInfo[] Parameters { get; }

    public int TokenIndex { get; }

    public TimeSpan? ResponseTimeout { get; }

    public InvokeMethodOptions Options { get; }

    public bool IsOneWay => (Options & InvokeMethodOptions.OneWay) != 0;

    public bool IsReadOnly => (Options & InvokeMethodOptions.ReadOnly) != 0;

    public bool AlwaysInterleaves => (Options & InvokeMethodOptions.AlwaysInterleave) != 0;

    public MethodInfo ImplementationIn(Type grainClass) => _implementations.GetOrAdd(grainClass, Find);

    public override string ToString() => $"{InterfaceName}.{Method.Name}";

    private MethodInfo Find(Type grainClass)
    {
        if (!Method.DeclaringType!.IsAssignableFrom(grainClass))
            return Method;
        var map = grainClass.GetInterfaceMap(Method.DeclaringType);
        return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, Method)];
    }
}
