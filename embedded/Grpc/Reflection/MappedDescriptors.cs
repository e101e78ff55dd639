using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Routing;

namespace Grpc.Reflection;

/// <summary>What the application serves, found when the first caller asks: by then all services are mapped.</summary>
internal sealed class MappedDescriptors(EndpointDataSource endpoints)
{
    private readonly Lazy<(string[] Names, SymbolIndex Index)> _found = new(() => Find(endpoints));

    public string[] ServiceNames => _found.Value.Names;

    public SymbolIndex Symbols => _found.Value.Index;

    private static (string[] Names, SymbolIndex Index) Find(EndpointDataSource endpoints)
    {
        var services = endpoints.Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType)
            .OfType<Type>()
            .Distinct()
            .Select(DescriptorOf)
            .OfType<ServiceDescriptor>()
            .DistinctBy(service => service.FullName)
            .ToList();
        return ([.. services.Select(service => service.FullName)], new SymbolIndex(services));
    }

    /// <summary>Generated code nests the base of a service in the class that holds its descriptor.</summary>
    private static ServiceDescriptor? DescriptorOf(Type service)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            var property = type.DeclaringType?.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static);
            if (property?.GetValue(null) is ServiceDescriptor found)
                return found;
        }

        return null;
    }
}
