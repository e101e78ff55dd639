using System.Collections.Immutable;
using Federation.Domain.Catalogs.Sync;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Sources;

/// <summary>One reading of a source.</summary>
/// <param name="Name">Which source.</param>
/// <param name="At">When.</param>
/// <param name="Unmodified">The source said that nothing has changed.</param>
/// <param name="Listed">Records in the list.</param>
/// <param name="Recorded">Entries put.</param>
/// <param name="Unchanged">Entries that the catalog had as listed.</param>
/// <param name="Removed">Entries removed because they are no longer listed.</param>
/// <param name="Held">Removals that wait for a second person.</param>
/// <param name="Refused">Records that could not be taken.</param>
/// <param name="Memory">What is remembered for the next reading.</param>
/// <param name="Findings">What was wrong with the whole; a blocking one: nothing was taken.</param>
/// <param name="Problems">What is wrong with records, the first of them.</param>
/// <param name="ProblemCount">How many problems there were.</param>
public sealed record SourceRun(
    string Name, DateTimeOffset At, bool Unmodified, int Listed, int Recorded, int Unchanged, int Removed, int Held, int Refused, SourceMemory Memory,
    ImmutableArray<Finding> Findings, ImmutableArray<RecordProblem> Problems, int ProblemCount)
{
    /// <summary>Most problems that are kept of one reading.</summary>
    public const int MostProblems = 200;

    /// <summary>True: nothing was taken.</summary>
    public bool Failed => Findings.Any(f => f.Blocks);
}

/// <summary>Something that happened to the sources of a unit.</summary>
public abstract record SourceEvent;

/// <summary>A source was registered, or its settings were changed.</summary>
public sealed record SourceSet(SourceSettings Settings) : SourceEvent;

/// <summary>A source was read, or could not be.</summary>
public sealed record SourceRan(SourceRun Run) : SourceEvent;

/// <summary>A source is no longer read. Its entries stay, its name is free again.</summary>
public sealed record SourceRemoved(string Name, string Reason) : SourceEvent;

/// <summary>A source is not read until it is resumed.</summary>
public sealed record SourcePaused(string Name, string Reason) : SourceEvent;

/// <summary>A source is read again.</summary>
public sealed record SourceResumed(string Name) : SourceEvent;

/// <summary>Why something was done to a source.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who, person@unit.</param>
/// <param name="At">When.</param>
public sealed record SourceNote(string Reason, string By, DateTimeOffset At);

/// <summary>A source and its last reading.</summary>
/// <param name="Settings">How it is read.</param>
/// <param name="SetAt">Since when so.</param>
/// <param name="Last">The last reading; null: none yet.</param>
/// <param name="Pause">Why it is paused; null: it is not.</param>
public sealed record SourceState(SourceSettings Settings, DateTimeOffset SetAt, SourceRun? Last, SourceNote? Pause = null)
{
    /// <summary>What is remembered of the last list.</summary>
    public SourceMemory Memory => Last?.Memory ?? SourceMemory.None;

    /// <summary>When it is read next; null: when somebody asks, or when it is resumed.</summary>
    public DateTimeOffset? NextAt => Settings.EveryMinutes == 0 || Pause is not null ? null : Last is null ? SetAt : Last.At.AddMinutes(Settings.EveryMinutes);
}

/// <summary>The sources of a unit's catalog.</summary>
/// <param name="Sources">By name.</param>
/// <param name="Gone">Sources that were removed and not registered again, by name.</param>
public sealed record SourceBook(ImmutableSortedDictionary<string, SourceState> Sources, ImmutableSortedDictionary<string, SourceNote> Gone)
{
    private const int LongestReason = 500;

    /// <summary>No source.</summary>
    public static SourceBook Blank { get; } =
        new(ImmutableSortedDictionary.Create<string, SourceState>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, SourceNote>(StringComparer.Ordinal));

    /// <summary>Registers a source, or sets it anew; CT-410 for what is wrong.</summary>
    /// <param name="settings">All of them.</param>
    /// <param name="address">What the network of this installation has against the address; null: nothing.</param>
    public static Decision<SourceEvent> Set(SourceSettings settings, Finding? address = null)
    {
        var wrong = settings.Check();
        wrong = address is null ? wrong : wrong.Add(address);
        return wrong.IsEmpty ? Decision<SourceEvent>.Record(new SourceSet(settings)) : Decision<SourceEvent>.Refuse(wrong);
    }

    /// <summary>Keeps a reading; CT-423 for a source that is not here.</summary>
    public Decision<SourceEvent> Ran(SourceRun run) => Known(run.Name, [], () => new SourceRan(run));

    /// <summary>Removes a source; CT-423, CT-427. Its entries stay as they are; a source of the same name registered later keeps them on.</summary>
    public Decision<SourceEvent> Remove(string name, string reason) => Known(name, Because(reason), () => new SourceRemoved(name, reason.Trim()));

    /// <summary>Pauses a source; CT-423, CT-427. One that is paused stays as it is.</summary>
    public Decision<SourceEvent> Pause(string name, string reason) =>
        Known(name, Because(reason), () => Sources[name].Pause is null ? new SourcePaused(name, reason.Trim()) : null);

    /// <summary>Resumes a source; CT-423. One that is not paused stays as it is.</summary>
    public Decision<SourceEvent> Resume(string name) => Known(name, [], () => Sources[name].Pause is null ? null : new SourceResumed(name));

    /// <summary>The book after an event.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="at">When.</param>
    /// <param name="by">Who did it.</param>
    public SourceBook Apply(SourceEvent happened, DateTimeOffset at, string by) => happened switch
    {
        // what is read otherwise is read as if for the first time: the version that the source named says nothing about it
        SourceSet e => new(
            Sources.SetItem(e.Settings.Name, new SourceState(e.Settings, at, Forget(Sources.GetValueOrDefault(e.Settings.Name)?.Last), Sources.GetValueOrDefault(e.Settings.Name)?.Pause)),
            Gone.Remove(e.Settings.Name)),
        SourceRan e => this with { Sources = Sources.SetItem(e.Run.Name, Sources[e.Run.Name] with { Last = e.Run }) },
        SourceRemoved e => new(Sources.Remove(e.Name), Gone.SetItem(e.Name, new SourceNote(e.Reason, by, at))),
        SourcePaused e => this with { Sources = Sources.SetItem(e.Name, Sources[e.Name] with { Pause = new SourceNote(e.Reason, by, at) }) },
        SourceResumed e => this with { Sources = Sources.SetItem(e.Name, Sources[e.Name] with { Pause = null }) },
        _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
    };

    private static SourceRun? Forget(SourceRun? last) => last is null ? null : last with { Memory = last.Memory with { ETag = "" } };

    private static ImmutableArray<Finding> Because(string reason) => string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LongestReason ? [SyncRules.NoReason.At("reason")] : [];

    // Null: it is so already, and a repeat changes nothing.
    private Decision<SourceEvent> Known(string name, ImmutableArray<Finding> wrong, Func<SourceEvent?> happened)
    {
        if (!Sources.ContainsKey(name))
            wrong = wrong.Insert(0, SyncRules.NoSuchSource.At("name", $"没有来源 {name}", $"there is no source {name}"));
        if (!wrong.IsEmpty)
            return Decision<SourceEvent>.Refuse(wrong);
        return happened() is { } act ? Decision<SourceEvent>.Record(act) : Decision<SourceEvent>.Nothing;
    }
}
