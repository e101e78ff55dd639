using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Federation.Embedded.Proxies
{
    /// <summary>The dynamic assembly of all proxies. It may use internal types of every assembly whose interfaces it implements.</summary>
    internal static class ProxyAssembly
    {
        private static readonly AssemblyBuilder Assembly =
            AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Federation.Embedded.Orleans.Proxies"), AssemblyBuilderAccess.Run);

        private static readonly ModuleBuilder Module = Assembly.DefineDynamicModule("Proxies");
        private static readonly HashSet<string> Allowed = [];
        private static int _count;

        static ProxyAssembly() => Allow(typeof(ProxyAssembly));

        public static Lock Gate { get; } = new();

        public static TypeBuilder DefineClass(string kind, string name, Type parent) =>
            Module.DefineType($"{kind}.{name}.{_count++}", TypeAttributes.Class | TypeAttributes.Public | TypeAttributes.Sealed, parent);

        public static void Allow(Type type)
        {
            if (type.Assembly.GetName().Name is { } name && Allowed.Add(name))
            {
                Assembly.SetCustomAttribute(new CustomAttributeBuilder(
                    typeof(IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!, [name]));
            }

            foreach (var argument in type.IsGenericType ? type.GenericTypeArguments : [])
                Allow(argument);
            if (type.HasElementType)
                Allow(type.GetElementType()!);
        }
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>The runtime knows this attribute by its name; no library declares it.</summary>
    [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
    internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
    {
        public string AssemblyName { get; } = assemblyName;
    }
}
