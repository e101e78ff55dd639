using Orleans;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>Observers by stage: started in rising order, stopped in falling order, within a stage together.</summary>
internal class StagedLifecycle : ILifecycleSubject
{
    private readonly List<Entry> _observers = [];

    public int HighestCompletedStage { get; private set; } = int.MinValue;

    public int LowestStoppedStage { get; private set; } = int.MaxValue;

    public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var entry = new Entry(this, stage, observer);
        lock (_observers)
            _observers.Add(entry);
        return entry;
    }

    public async Task OnStart(CancellationToken cancellationToken = default)
    {
        foreach (var stage in Stages().OrderBy(s => s.Key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.WhenAll(stage.Select(e => Start(e, cancellationToken)));
            HighestCompletedStage = stage.Key;
        }
    }

    public async Task OnStop(CancellationToken cancellationToken = default)
    {
        List<Exception>? failures = null;
        foreach (var stage in Stages().OrderByDescending(s => s.Key))
        {
            foreach (var entry in stage.Where(e => e.Started))
            {
                try
                {
                    await entry.Observer.OnStop(cancellationToken);
                }
                catch (Exception failure) // the rest must still be stopped
                {
                    (failures ??= []).Add(failure);
                }
            }

            LowestStoppedStage = stage.Key;
        }

        if (failures is not null)
            throw new AggregateException(failures);
    }

    private static async Task Start(Entry entry, CancellationToken cancellationToken)
    {
        entry.Started = true;
        await entry.Observer.OnStart(cancellationToken);
    }

    private List<IGrouping<int, Entry>> Stages()
    {
        lock (_observers)
            return [.. _observers.ToArray().GroupBy(e => e.Stage)];
    }

    private sealed class Entry(StagedLifecycle owner, int stage, ILifecycleObserver observer) : IDisposable
    {
        public int Stage => stage;

        public ILifecycleObserver Observer => observer;

        public bool Started { get; set; }

        public void Dispose()
        {
            lock (owner._observers)
                owner._observers.Remove(this);
        }
    }
}

internal sealed class SiloLifecycle : StagedLifecycle, ISiloLifecycleSubject;

internal sealed class GrainLifecycle : StagedLifecycle, IGrainLifecycle;
