using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>Which activation a grain has. At most one, whoever calls first.</summary>
internal sealed class GrainDirectory(GrainEngine engine)
{
    private readonly ConcurrentDictionary<GrainId, Activation> _activations = new();
    private readonly ConcurrentDictionary<GrainId, WorkerGroup> _workers = new();

    public bool IsEmpty => _activations.IsEmpty && _workers.IsEmpty;

    public IEnumerable<Activation> All => _activations.Select(a => a.Value).Concat(_workers.SelectMany(w => w.Value.Members));

    public Activation? Find(GrainId id) => _activations.GetValueOrDefault(id);

    public Activation For(GrainClass grainClass, IdSpan key)
    {
        var id = new GrainId(grainClass.GrainType, key);
        if (grainClass.MaxWorkers > 0)
            return _workers.GetOrAdd(id, static (_, c) => new WorkerGroup(c.MaxWorkers), grainClass).Pick(() => new Activation(engine, grainClass, key));
        return _activations.TryGetValue(id, out var found)
            ? found
            : _activations.GetOrAdd(id, static (_, made) => new Activation(made.engine, made.grainClass, made.key), (engine, grainClass, key));
    }

    public void Remove(Activation activation)
    {
        var id = activation.GrainId;
        if (activation.Class.MaxWorkers == 0)
            _activations.TryRemove(new KeyValuePair<GrainId, Activation>(id, activation));
        else if (_workers.TryGetValue(id, out var group) && group.Remove(activation))
            _workers.TryRemove(new KeyValuePair<GrainId, WorkerGroup>(id, group));
    }
}

/// <summary>The activations of one stateless worker.</summary>
internal sealed class WorkerGroup(int max)
{
    private Activation[] _members = [];

    public Activation[] Members => Volatile.Read(ref _members);

    /// <summary>One with nothing to do; or a new one; or the one whose turn it is to have the least.</summary>
    public Activation Pick(Func<Activation> make)
    {
        foreach (var member in Members)
        {
            if (!member.IsBusy)
                return member;
        }

        lock (this)
        {
            if (_members.Length >= max)
                return _members.MinBy(m => m.Load)!;
            var made = make();
            Volatile.Write(ref _members, [.. _members, made]);
            return made;
        }
    }

    /// <summary>True when no member is left.</summary>
    public bool Remove(Activation member)
    {
        lock (this)
        {
            Volatile.Write(ref _members, [.. _members.Where(m => !ReferenceEquals(m, member))]);
            return _members.Length == 0;
        }
    }
}
