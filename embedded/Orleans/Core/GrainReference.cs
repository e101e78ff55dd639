using Federation.Embedded.Engine;

namespace Orleans.Runtime;

/// <summary>
/// Base of the generated proxies: whom the calls are for. It remembers the activation that took its last call, which
/// saves the look-up; an activation that is gone refuses the call and the directory is asked again.
/// </summary>
public class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private readonly ReferenceShape _shape;
    private readonly IdSpan _key;

    internal GrainReference(ReferenceShape shape, IdSpan key)
    {
        _shape = shape;
        _key = key;
    }

    internal Activation? LastTarget { get; set; }

    internal GrainEngine Engine => _shape.Engine;

    internal ReferenceShape Shape => _shape;

    public GrainId GrainId => new(_shape.GrainType, _key);

    public GrainInterfaceType InterfaceType => _shape.InterfaceType;

    public virtual string InterfaceName => _shape.Interface.Name;

    public virtual TGrainInterface Cast<TGrainInterface>()
        where TGrainInterface : IAddressable => (TGrainInterface)Cast(typeof(TGrainInterface));

    internal object Cast(Type interfaceType) =>
        interfaceType.IsInstanceOfType(this) ? this : Engine.Factory.Reference(GrainId, interfaceType);

    public uint GetUniformHashCode() => GrainId.GetUniformHashCode();

    public bool Equals(GrainReference? other) =>
        other is not null && _key.Equals(other._key) && _shape.GrainType.Equals(other._shape.GrainType) && InterfaceType.Equals(other.InterfaceType);

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => GrainId.GetHashCode();

    public sealed override string ToString() => $"GrainReference:{GrainId}";

    public static bool operator ==(GrainReference? reference1, GrainReference? reference2) =>
        reference1 is null ? reference2 is null : reference1.Equals(reference2);

    public static bool operator !=(GrainReference? reference1, GrainReference? reference2) => !(reference1 == reference2);
}
