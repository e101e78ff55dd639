using System.Reflection;
using System.Reflection.Emit;
using Federation.Embedded.Engine;

namespace Federation.Embedded.Proxies;

/// <summary>A generated class of calls, and what a proxy needs of it.</summary>
internal sealed record CallClass(ConstructorInfo Constructor, FieldInfo[] Arguments, MethodInfo Send);

/// <summary>Makes the class that holds the arguments of one method and invokes it on the grain.</summary>
internal static class CallMaker
{
    private const MethodAttributes Override = MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig;

    public static CallClass Make(Type interfaceType, MethodInfo method)
    {
        var (parent, send) = BaseFor(method);
        var type = ProxyAssembly.DefineClass("Call", $"{interfaceType.Name}.{method.Name}", parent);
        var parameters = method.GetParameters();
        foreach (var parameter in parameters)
            ProxyAssembly.Allow(parameter.ParameterType);
        ProxyAssembly.Allow(method.ReturnType);
        ProxyAssembly.Allow(method.DeclaringType!);

        var arguments = parameters.Select((p, i) => type.DefineField($"arg{i}", p.ParameterType, FieldAttributes.Public)).ToArray();
        var shape = type.DefineField("Shape", typeof(MethodShape), FieldAttributes.Public | FieldAttributes.Static);
        DefineConstructor(type, parent, shape);
        DefineInvoke(type, parent, method, arguments);
        if (parameters.Length > 0)
        {
            DefineArgumentCount(type, parameters.Length);
            DefineGetArgument(type, arguments);
            DefineSetArgument(type, arguments);
        }

        if (arguments.FirstOrDefault(a => a.FieldType == typeof(CancellationToken)) is { } token)
            DefineToken(type, token);

        var made = type.CreateType();
        made.GetField("Shape")!.SetValue(null, new MethodShape(interfaceType, method));
        return new CallClass(made.GetConstructor([])!, [.. arguments.Select(a => made.GetField(a.Name)!)], parent.GetMethod(send)!);
    }

    private static (Type Parent, string Send) BaseFor(MethodInfo method)
    {
        var returned = method.ReturnType;
        if (returned == typeof(void))
            return (typeof(VoidCall), nameof(VoidCall.SendAway));
        if (returned == typeof(Task))
            return (typeof(TaskCall), nameof(TaskCall.Send));
        if (returned == typeof(ValueTask))
            return (typeof(ValueTaskCall), nameof(ValueTaskCall.SendValue));
        var generic = returned.IsGenericType ? returned.GetGenericTypeDefinition() : null;
        if (generic == typeof(Task<>))
            return (typeof(TaskCall<>).MakeGenericType(returned.GenericTypeArguments), nameof(TaskCall.Send));
        if (generic == typeof(ValueTask<>))
            return (typeof(ValueTaskCall<>).MakeGenericType(returned.GenericTypeArguments), nameof(ValueTaskCall.SendValue));
        if (generic == typeof(IAsyncEnumerable<>))
            return (typeof(StreamCall<>).MakeGenericType(returned.GenericTypeArguments), "Open");
        throw new NotSupportedException($"Grain method {method.DeclaringType}.{method.Name} returns {returned}, which is not a task.");
    }

    private static void DefineConstructor(TypeBuilder type, Type parent, FieldBuilder shape)
    {
        var il = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, []).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldsfld, shape);
        il.Emit(OpCodes.Call, parent.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [typeof(MethodShape)])!);
        il.Emit(OpCodes.Ret);
    }

    private static void DefineInvoke(TypeBuilder type, Type parent, MethodInfo method, FieldBuilder[] arguments)
    {
        var inner = parent.GetMethod("InvokeInner")!;
        var body = type.DefineMethod("InvokeInner", Override, inner.ReturnType, [typeof(object)]);
        var il = body.GetILGenerator();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Castclass, method.DeclaringType!);
        foreach (var argument in arguments)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, argument);
        }

        il.Emit(OpCodes.Callvirt, method);
        il.Emit(OpCodes.Ret);
        type.DefineMethodOverride(body, inner);
    }

    private static void DefineArgumentCount(TypeBuilder type, int count)
    {
        var il = type.DefineMethod(nameof(Call.GetArgumentCount), Override, typeof(int), []).GetILGenerator();
        il.Emit(OpCodes.Ldc_I4, count);
        il.Emit(OpCodes.Ret);
    }

    private static void DefineGetArgument(TypeBuilder type, FieldBuilder[] arguments)
    {
        var il = type.DefineMethod(nameof(Call.GetArgument), Override, typeof(object), [typeof(int)]).GetILGenerator();
        Switch(il, arguments, argument =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, argument);
            il.Emit(OpCodes.Box, argument.FieldType);
        });
    }

    private static void DefineSetArgument(TypeBuilder type, FieldBuilder[] arguments)
    {
        var il = type.DefineMethod(nameof(Call.SetArgument), Override, typeof(void), [typeof(int), typeof(object)]).GetILGenerator();
        Switch(il, arguments, argument =>
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldarg_2);
            il.Emit(OpCodes.Unbox_Any, argument.FieldType);
            il.Emit(OpCodes.Stfld, argument);
        });
    }

    private static void DefineToken(TypeBuilder type, FieldBuilder token)
    {
        var get = type.DefineMethod(nameof(Call.GetCancellationToken), Override, typeof(CancellationToken), []).GetILGenerator();
        get.Emit(OpCodes.Ldarg_0);
        get.Emit(OpCodes.Ldfld, token);
        get.Emit(OpCodes.Ret);

        var set = type.DefineMethod(nameof(Call.ReplaceCancellationToken), Override, typeof(void), [typeof(CancellationToken)]).GetILGenerator();
        set.Emit(OpCodes.Ldarg_0);
        set.Emit(OpCodes.Ldarg_1);
        set.Emit(OpCodes.Stfld, token);
        set.Emit(OpCodes.Ret);
    }

    private static void Switch(ILGenerator il, FieldBuilder[] arguments, Action<FieldBuilder> emit)
    {
        var labels = arguments.Select(_ => il.DefineLabel()).ToArray();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Switch, labels);
        il.Emit(OpCodes.Ldstr, "index");
        il.Emit(OpCodes.Newobj, typeof(ArgumentOutOfRangeException).GetConstructor([typeof(string)])!);
        il.Emit(OpCodes.Throw);
        for (var i = 0; i < arguments.Length; i++)
        {
            il.MarkLabel(labels[i]);
            emit(arguments[i]);
            il.Emit(OpCodes.Ret);
        }
    }
}
