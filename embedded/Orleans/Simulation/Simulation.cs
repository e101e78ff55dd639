using Federation.Embedded.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime;

namespace Federation.Embedded.Simulation;

/// <summary>
/// A silo whose turns, messages, timers and reminders all run on the thread that calls <see cref="Run"/>, in virtual
/// time and in an order drawn from the seed. The same seed and the same code give the same trace.
/// </summary>
/// <remarks>
/// Code under simulation must stay on its scheduler: no Task.Run, no ConfigureAwait(false) over something unfinished, no
/// I/O that truly waits. Such code still works, but when it comes back depends on the machine.
/// </remarks>
public sealed class Simulation
{
    private static readonly TimeSpan HostGrace = TimeSpan.FromMilliseconds(100);

    private readonly SimulationQueue _queue;
    private readonly SimulationScheduler _scheduler;

    internal Simulation(int seed, SimulationOptions options)
    {
        Seed = seed;
        _queue = new SimulationQueue(seed, options);
        Time = new SimulationTime(_queue);
        _scheduler = new SimulationScheduler(_queue, options);
    }

    public int Seed { get; }

    /// <summary>Virtual time. It stands still while code runs and jumps to the next event when none is left for now.</summary>
    public TimeProvider Time { get; }

    /// <summary>May be changed between and during runs: a calm network, then a storm.</summary>
    public SimulationOptions Options
    {
        get => _scheduler.Options;
        set => _scheduler.Options = value;
    }

    /// <summary>What happened, when <see cref="SimulationOptions.KeepTrace"/> is set.</summary>
    public IReadOnlyList<string> Trace => _queue.Trace;

    /// <summary>Stands for the whole trace.</summary>
    public ulong TraceHash => _queue.TraceHash;

    public long Events => _queue.Ran;

    internal TurnScheduler Scheduler => _scheduler;

    /// <summary>Runs the driver and everything that happens while it is under way. Time does not pass after it has ended.</summary>
    /// <exception cref="InvalidOperationException">Nothing is left to happen, but the driver still waits.</exception>
    public void Run(Func<Task> driver)
    {
        ArgumentNullException.ThrowIfNull(driver);
        _queue.RunUntilEnded(driver, TimeSpan.Zero);
    }

    public T Run<T>(Func<Task<T>> driver)
    {
        ArgumentNullException.ThrowIfNull(driver);
        var result = default(T)!;
        _queue.RunUntilEnded(async () => result = await driver(), TimeSpan.Zero);
        return result;
    }

    /// <summary>Starts the host in the simulation. Hosts leave the scheduler for moments, and time waits for them.</summary>
    public void Start(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        _queue.RunUntilEnded(() => host.StartAsync(), HostGrace);
    }

    public void Stop(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        _queue.RunUntilEnded(() => host.StopAsync(), HostGrace);
    }

    /// <summary>Lets this much virtual time pass.</summary>
    public void RunFor(TimeSpan time) => Run(async () =>
    {
        var passed = new TaskCompletionSource(); // not Task.Delay, which knows no more than 49 days
        await using var timer = Time.CreateTimer(_ => passed.TrySetResult(), null, time, Timeout.InfiniteTimeSpan);
        await passed.Task;
    });

    /// <summary>The activation's memory is gone at once: no farewell, no answers, no timers. False when there is none.</summary>
    public bool Crash(IAddressable grain)
    {
        var activation = Engine.Directory.Find(grain.GetGrainId());
        if (activation is null)
            return false;
        _queue.Note($"crash {activation.GrainId}");
        activation.Crash();
        return true;
    }

    /// <summary>As if the process had been killed and started again: every activation is gone; messages on the way are not.</summary>
    public int CrashAll()
    {
        var all = Engine.Directory.All.ToList();
        _queue.Note($"crash of {all.Count}");
        foreach (var activation in all)
            activation.Crash();
        return all.Count;
    }

    /// <summary>A number from the simulation's own seed, for drivers that draw what they do.</summary>
    public int Next(int below) => _queue.Draw(below);

    private GrainEngine Engine => _scheduler.Engine ?? throw new InvalidOperationException("No silo has been started with this simulation.");
}

public static class SimulationServices
{
    /// <summary>Puts the seeded scheduler and virtual time in the place of the thread pool and the clock.</summary>
    public static Simulation AddSimulation(this IServiceCollection services, int seed, SimulationOptions? options = null)
    {
        var simulation = new Simulation(seed, options ?? new SimulationOptions());
        services.Replace(ServiceDescriptor.Singleton(simulation.Scheduler));
        services.Replace(ServiceDescriptor.Singleton(simulation.Time));
        services.AddSingleton(simulation);
        return simulation;
    }
}
