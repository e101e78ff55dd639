using System.Collections.Concurrent;
using Federation.Embedded.Proxies;
using Orleans;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>Makes references; also the cluster client of the silo's own process.</summary>
internal sealed class GrainFactory(GrainEngine engine) : IClusterClient
{
    private readonly ConcurrentDictionary<(Type Interface, string? Prefix), Maker> _byInterface = new();
    private readonly ConcurrentDictionary<(Type Interface, GrainType Type), Maker> _byType = new();

    public IServiceProvider ServiceProvider => engine.Services;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return (TGrainInterface)(object)Make(typeof(TGrainInterface), grainClassNamePrefix, IdSpan.Create(primaryKey));
    }

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        (TGrainInterface)(object)Make(typeof(TGrainInterface), grainClassNamePrefix, GrainIdKeyExtensions.CreateIntegerKey(primaryKey));

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey =>
        (TGrainInterface)(object)Make(typeof(TGrainInterface), grainClassNamePrefix, GrainIdKeyExtensions.CreateGuidKey(primaryKey));

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey =>
        (TGrainInterface)(object)Make(typeof(TGrainInterface), grainClassNamePrefix, GrainIdKeyExtensions.CreateIntegerKey(primaryKey, keyExtension));

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey =>
        (TGrainInterface)(object)Make(typeof(TGrainInterface), grainClassNamePrefix, GrainIdKeyExtensions.CreateGuidKey(primaryKey, keyExtension));

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => (TGrainInterface)(object)Reference(grainId, typeof(TGrainInterface));

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) =>
        (IGrain)(object)Make(grainInterfaceType, null, IdSpan.Create(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) =>
        (IGrain)(object)Make(grainInterfaceType, null, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) =>
        (IGrain)(object)Make(grainInterfaceType, null, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) =>
        (IGrain)(object)Make(grainInterfaceType, null, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey, keyExtension));

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) =>
        (IGrain)(object)Make(grainInterfaceType, null, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey, keyExtension));

    public IAddressable GetGrain(GrainId grainId) => UntypedReference(engine.Classes.Named(grainId.Type), grainId.Key);

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) =>
        Reference(grainId, engine.Classes.InterfaceNamed(interfaceType));

    /// <summary>A reference to a grain of known class, by any interface.</summary>
    public GrainReference Reference(GrainId id, Type interfaceType) =>
        _byType.GetOrAdd((interfaceType, id.Type), key => new Maker(engine, key.Interface, engine.Classes.Named(key.Type))).Make(id.Key);

    public GrainReference UntypedReference(GrainClass grainClass, IdSpan key) =>
        new(new ReferenceShape(engine, typeof(IAddressable), grainClass), key);

    private GrainReference Make(Type interfaceType, string? prefix, IdSpan key) =>
        (_byInterface.TryGetValue((interfaceType, prefix), out var maker) ? maker : MakerFor(interfaceType, prefix)).Make(key);

    // apart, so that the usual way makes no delegate
    private Maker MakerFor(Type interfaceType, string? prefix) =>
        _byInterface.GetOrAdd((interfaceType, prefix), k => new Maker(engine, k.Interface, engine.Classes.Serving(k.Interface, k.Prefix)));

    private sealed class Maker
    {
        private readonly ReferenceShape _shape;
        private readonly Func<ReferenceShape, IdSpan, GrainReference> _make;

        public Maker(GrainEngine engine, Type interfaceType, GrainClass grainClass)
        {
            _shape = new ReferenceShape(engine, interfaceType, grainClass);
            _make = ProxyMaker.For(interfaceType);
        }

        public GrainReference Make(IdSpan key) => _make(_shape, key);
    }
}
