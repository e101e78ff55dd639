using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using Federation.Embedded.Engine;
using Orleans.Runtime;

namespace Federation.Embedded.Proxies;

/// <summary>
/// Makes the proxy class of a grain interface: for every method a class of calls that holds the arguments in fields, and
/// a method that fills one and sends it. No boxing and no reflection when a grain is called. Once per process.
/// </summary>
internal static class ProxyMaker
{
    private static readonly ConcurrentDictionary<Type, Lazy<Func<ReferenceShape, IdSpan, GrainReference>>> Made = new();

    public static Func<ReferenceShape, IdSpan, GrainReference> For(Type interfaceType) =>
        Made.GetOrAdd(interfaceType, static type => new(() => Make(type))).Value;

    private static Func<ReferenceShape, IdSpan, GrainReference> Make(Type interfaceType)
    {
        lock (ProxyAssembly.Gate)
        {
            var proxy = ProxyAssembly.DefineClass("Proxy", interfaceType.Name, typeof(GrainReference));
            ProxyAssembly.Allow(interfaceType);
            proxy.AddInterfaceImplementation(interfaceType);
            DefineConstructor(proxy);

            foreach (var method in MethodsOf(interfaceType))
            {
                if (method.IsGenericMethodDefinition)
                    throw new NotSupportedException($"Generic grain method {method.DeclaringType}.{method.Name} is not supported by the embedded engine.");
                var call = CallMaker.Make(interfaceType, method);
                DefineMethod(proxy, method, call);
            }

            var type = proxy.CreateType();
            return Factory(type);
        }
    }

    private static IEnumerable<MethodInfo> MethodsOf(Type interfaceType) =>
        interfaceType.GetInterfaces().Prepend(interfaceType)
            .SelectMany(i => i.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(m => m.IsAbstract);

    private static void DefineConstructor(TypeBuilder proxy)
    {
        Type[] parameters = [typeof(ReferenceShape), typeof(IdSpan)];
        var il = proxy.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, parameters).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Call, typeof(GrainReference).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, parameters)!);
        il.Emit(OpCodes.Ret);
    }

    private static void DefineMethod(TypeBuilder proxy, MethodInfo method, CallClass call)
    {
        var parameters = method.GetParameters().Select(p => p.ParameterType).ToArray();
        var body = proxy.DefineMethod(
            $"{method.DeclaringType!.Name}.{method.Name}",
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot,
            method.ReturnType,
            parameters);
        var il = body.GetILGenerator();
        il.Emit(OpCodes.Newobj, call.Constructor);
        for (var i = 0; i < parameters.Length; i++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldarg, (short)(i + 1));
            il.Emit(OpCodes.Stfld, call.Arguments[i]);
        }

        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, call.Send);
        il.Emit(OpCodes.Ret);
        proxy.DefineMethodOverride(body, method);
    }

    private static Func<ReferenceShape, IdSpan, GrainReference> Factory(Type proxy)
    {
        Type[] parameters = [typeof(ReferenceShape), typeof(IdSpan)];
        var make = new DynamicMethod("Make", typeof(GrainReference), parameters, proxy, skipVisibility: true);
        var il = make.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Newobj, proxy.GetConstructor(parameters)!);
        il.Emit(OpCodes.Ret);
        return make.CreateDelegate<Func<ReferenceShape, IdSpan, GrainReference>>();
    }
}
