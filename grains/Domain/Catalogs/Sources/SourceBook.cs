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

/// <summary>A source and its last reading.</summary>
/// <param name="Settings">How it is read.</param>
/// <param name="SetAt">Since when so.</param>
/// <param name="Last">The last reading; null: none yet.</param>
public sealed record SourceState(SourceSettings Settings, DateTimeOffset SetAt, SourceRun? Last)
{
    /// <summary>What is remembered of the last list.</summary>
    public SourceMemory Memory => Last?.Memory ?? SourceMemory.None;

    /// <summary>When it is read next; null: when somebody asks.</summary>
    public DateTimeOffset? NextAt => Settings.EveryMinutes == 0 ? null : Last is null ? SetAt : Last.At.AddMinutes(Settings.EveryMinutes);
}

/// <summary>The sources of a unit's catalog.</summary>
/// <param name="Sources">By name.</param>
public sealed record SourceBook(ImmutableSortedDictionary<string, SourceState> Sources)
{
    /// <summary>No source.</summary>
    public static SourceBook Blank { get; } = new(ImmutableSortedDictionary.Create<string, SourceState>(StringComparer.Ordinal));

    /// <summary>Registers a source, or sets it anew; CT-410 for what is wrong.</summary>
    public static Decision<SourceEvent> Set(SourceSettings settings) =>
        settings.Check() is { IsEmpty: false } wrong ? Decision<SourceEvent>.Refuse(wrong) : Decision<SourceEvent>.Record(new SourceSet(settings));

    /// <summary>Keeps a reading; CT-423 for a source that is not here.</summary>
    public Decision<SourceEvent> Ran(SourceRun run) =>
        Sources.ContainsKey(run.Name) ? Decision<SourceEvent>.Record(new SourceRan(run)) : Decision<SourceEvent>.Refuse(SyncRules.NoSuchSource.At("name"));

    /// <summary>The book after an event.</summary>
    public SourceBook Apply(SourceEvent happened, DateTimeOffset at) => happened switch
    {
        // what is read otherwise is read as if for the first time: the version that the source named says nothing about it
        SourceSet e => new(Sources.SetItem(e.Settings.Name, new SourceState(e.Settings, at, Forget(Sources.GetValueOrDefault(e.Settings.Name)?.Last)))),
        SourceRan e => new(Sources.SetItem(e.Run.Name, Sources[e.Run.Name] with { Last = e.Run })),
        _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
    };

    private static SourceRun? Forget(SourceRun? last) => last is null ? null : last with { Memory = last.Memory with { ETag = "" } };
}
