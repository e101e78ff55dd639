using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Timers;

namespace Federation.Embedded.Engine;

/// <summary>
/// Wakes grains at the times in the table. One timer serves all reminders: the next due stands first in a queue. Ticks
/// missed while the process was down are not made up; the next one comes at its place in the series.
/// </summary>
internal sealed class ReminderService(GrainEngine engine, IServiceProvider services, IOptions<ReminderOptions> options)
    : IReminderRegistry, ILifecycleParticipant<ISiloLifecycle>
{
    private readonly Dictionary<(GrainId Grain, string Name), Reminder> _reminders = [];
    private readonly PriorityQueue<Reminder, (DateTime Due, long Order)> _queue = new();
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private ITimer? _refresh;
    private long _order;

    private IReminderTable Table => services.GetService<IReminderTable>()
        ?? throw new OrleansConfigurationException("The reminder service has not been configured: there is no reminder table.");

    private DateTime Now => engine.Time.GetUtcNow().UtcDateTime;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(ReminderService), ServiceLifecycleStage.Active, Start, Stop);

    public async Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentException.ThrowIfNullOrEmpty(reminderName);
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.Zero);
        if (period < options.Value.MinimumReminderPeriod)
        {
            throw new ArgumentException(
                $"Cannot register reminder {reminderName} as requested period ({period}) is less than minimum allowed reminder period ({options.Value.MinimumReminderPeriod})",
                nameof(period));
        }

        var entry = new ReminderEntry { GrainId = callingGrainId, ReminderName = reminderName, StartAt = Now + dueTime, Period = period };
        entry.ETag = await Table.UpsertRow(entry);
        lock (_gate)
            Set(entry);
        return new Handle(reminderName, entry.ETag);
    }

    public async Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder)
    {
        if (reminder is not Handle handle)
            throw new ReminderException($"Reminder {reminder?.ReminderName} was not made by this reminder service.");
        if (!await Table.RemoveRow(callingGrainId, handle.ReminderName, handle.ETag))
            throw new ReminderException($"Could not unregister reminder {handle.ReminderName} of {callingGrainId}: it was changed or removed meanwhile.");
        lock (_gate)
            Forget((callingGrainId, handle.ReminderName));
    }

    public async Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName) =>
        await Table.ReadRow(callingGrainId, reminderName) is { } row ? new Handle(row.ReminderName, row.ETag) : null;

    public async Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) =>
        [.. (await Table.ReadRows(callingGrainId)).Reminders.Select(row => new Handle(row.ReminderName, row.ETag))];

    private async Task Start(CancellationToken cancellationToken)
    {
        await Table.StartAsync(cancellationToken);
        _timer = engine.Time.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await Read();
        var period = options.Value.RefreshReminderListPeriod;
        _refresh = engine.Time.CreateTimer(_ => _ = Refresh(), null, period, period);
    }

    private async Task Stop(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _refresh?.Dispose();
            _timer?.Dispose();
            _timer = null;
            _reminders.Clear();
            _queue.Clear();
        }

        await Table.StopAsync(cancellationToken);
    }

    private async Task Refresh()
    {
        try
        {
            await Read();
        }
        catch (Exception failure) // read again at the next refresh
        {
            engine.Log.ReminderTableFailed(failure);
        }
    }

    private async Task Read()
    {
        var rows = (await Table.ReadRows(0, 0)).Reminders;
        lock (_gate)
        {
            var stored = rows.ToDictionary(row => (row.GrainId, row.ReminderName));
            foreach (var key in _reminders.Keys.Where(key => !stored.ContainsKey(key)).ToList())
                Forget(key);
            foreach (var row in rows.Where(row => !_reminders.TryGetValue((row.GrainId, row.ReminderName), out var known) || known.Entry.ETag != row.ETag))
                Set(row);
        }
    }

    // The rest runs inside the gate, but for the delivery.

    private void Set(ReminderEntry entry)
    {
        var key = (entry.GrainId, entry.ReminderName);
        Forget(key);
        var reminder = new Reminder(entry, engine.Factory);
        _reminders[key] = reminder;
        Queue(reminder);
    }

    private void Forget((GrainId, string) key)
    {
        if (_reminders.Remove(key, out var reminder))
            reminder.Gone = true;
    }

    private void Queue(Reminder reminder)
    {
        _queue.Enqueue(reminder, (reminder.NextAfter(Now), _order++));
        SetTimer();
    }

    private void SetTimer()
    {
        while (_queue.TryPeek(out var first, out var at))
        {
            if (first.Gone)
            {
                _queue.Dequeue();
                continue;
            }

            var wait = at.Due - Now;
            _timer?.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : wait, Timeout.InfiniteTimeSpan);
            return;
        }
    }

    private void Tick()
    {
        var due = new List<Reminder>();
        lock (_gate)
        {
            if (_timer is null)
                return;
            while (_queue.TryPeek(out var first, out var at) && (first.Gone || at.Due <= Now))
            {
                _queue.Dequeue();
                if (!first.Gone)
                    due.Add(first);
            }

            SetTimer();
        }

        foreach (var reminder in due)
            _ = Deliver(reminder);
    }

    private async Task Deliver(Reminder reminder)
    {
        try
        {
            await reminder.Target.ReceiveReminder(reminder.Entry.ReminderName, new TickStatus(reminder.Entry.StartAt, reminder.Entry.Period, Now));
        }
        catch (Exception failure) // the next tick will come all the same
        {
            engine.Log.ReminderFailed(failure, reminder.Entry.ReminderName, reminder.Entry.GrainId);
        }

        lock (_gate)
        {
            if (!reminder.Gone && _timer is not null)
                Queue(reminder); // set again only now, so that a slow grain is not woken twice at once
        }
    }

    private sealed record Handle(string ReminderName, string ETag) : IGrainReminder;

    private sealed class Reminder(ReminderEntry entry, GrainFactory factory)
    {
        private IRemindable? _target;
        private bool _queuedBefore;

        public ReminderEntry Entry => entry;

        public bool Gone { get; set; }

        public IRemindable Target => _target ??= (IRemindable)(object)factory.Reference(entry.GrainId, typeof(IRemindable));

        public DateTime NextAfter(DateTime now)
        {
            var first = !_queuedBefore;
            _queuedBefore = true;
            if (now < entry.StartAt || (first && now == entry.StartAt))
                return entry.StartAt;
            var passed = now - entry.StartAt;
            return now + entry.Period - TimeSpan.FromTicks(passed.Ticks % entry.Period.Ticks);
        }
    }
}
