using System.Collections.Immutable;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Builder;

namespace Federation.Gateway.Transcoding;

/// <summary>What <c>MapRest</c> mapped: conventions for its endpoints, and what the OpenAPI document is written from.</summary>
public sealed class RestEndpoints : IEndpointConventionBuilder
{
    private readonly ImmutableArray<IEndpointConventionBuilder> _endpoints;

    internal RestEndpoints(IEnumerable<IEndpointConventionBuilder> endpoints, IEnumerable<RestBinding> bindings)
    {
        _endpoints = [.. endpoints];
        Bindings = [.. bindings];
    }

    internal ImmutableArray<RestBinding> Bindings { get; }

    /// <summary>The methods that can be reached, each once, in the order of mapping.</summary>
    public IEnumerable<MethodDescriptor> Methods => Bindings.Select(b => b.Method).Distinct();

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var endpoint in _endpoints)
            endpoint.Add(convention);
    }

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        foreach (var endpoint in _endpoints)
            endpoint.Finally(finallyConvention);
    }
}
