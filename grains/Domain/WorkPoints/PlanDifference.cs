using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.WorkPoints;

/// <summary>What an amendment does to a clause.</summary>
public enum ClauseChange
{
    /// <summary>Stays as it was.</summary>
    Same,

    /// <summary>新增</summary>
    Added,

    /// <summary>修改</summary>
    Changed,

    /// <summary>删除</summary>
    Removed,
}

/// <summary>What differs between two versions of a plan.</summary>
/// <param name="Clause">Place of the clause.</param>
/// <param name="Change">What happened to it.</param>
/// <param name="Before">As it was; null when added.</param>
/// <param name="After">As it is; null when removed.</param>
public sealed record ClauseDifference(string Clause, ClauseChange Change, WorkPoint? Before, WorkPoint? After);

/// <summary>修订对照: compares versions and carries over what stands.</summary>
public static class PlanDifference
{
    /// <summary>Every clause of either version, those of the newer one first.</summary>
    public static ImmutableArray<ClauseDifference> Of(PlanDraft? before, PlanDraft after)
    {
        var old = (before?.Points ?? []).ToDictionary(p => p.Clause);
        return
        [
            .. after.Points.Select(p => new ClauseDifference(
                p.Clause, !old.TryGetValue(p.Clause, out var was) ? ClauseChange.Added : was.BindsAlike(p) ? ClauseChange.Same : ClauseChange.Changed, was, p)),
            .. (before?.Points ?? []).Where(p => after.Find(p.Clause) is null).Select(p => new ClauseDifference(p.Clause, ClauseChange.Removed, p, null)),
        ];
    }

    /// <summary>True when duties of both versions rest on a notice of the same title and number, down the same way.</summary>
    public static bool IsCalledAlike(PlanIssued before, PlanIssued after) =>
        before.Content.Title == after.Content.Title && before.Content.DocumentNumber == after.Content.DocumentNumber && before.Content.Basis == after.Content.Basis
        && after.Trails.All(t => !before.Trails.TryGetValue(t.Key, out var trail) || trail.SequenceEqual(t.Value));

    /// <summary>
    /// How every unit stands after a version was issued. Whoever is bound as before keeps its receipt and is not asked again; whoever is bound
    /// otherwise, or let go, is sent the new version.
    /// </summary>
    internal static ImmutableDictionary<UnitId, Standing> Rebind(
        ImmutableDictionary<UnitId, Standing> standings, PlanIssued? before, PlanIssued after, DateTimeOffset at)
    {
        var touched = Of(before?.Content, after.Content).Where(d => d.Change != ClauseChange.Same).Select(d => d.Clause).ToHashSet();
        var next = standings.ToBuilder();
        foreach (var receiver in after.Receivers)
        {
            next[receiver.Unit] = standings.TryGetValue(receiver.Unit, out var was) && was.Receiver.Clauses.SequenceEqual(receiver.Clauses) && !receiver.Clauses.Any(touched.Contains)
                ? was with { Receiver = receiver }
                : new Standing(receiver, after.Version, at, was?.Receipt, null);
        }
        var bound = after.Receivers.Select(r => r.Unit).ToHashSet();
        foreach (var gone in standings.Values.Where(s => !bound.Contains(s.Receiver.Unit) && !s.Receiver.Clauses.IsEmpty))
            next[gone.Receiver.Unit] = gone with { Receiver = gone.Receiver with { Clauses = [] }, Version = after.Version, SentAt = at, EscalatedOn = null };
        return next.ToImmutable();
    }
}
