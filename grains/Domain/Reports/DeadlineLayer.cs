using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>提前时限: a notice by which a unit sets an earlier date for a class of bodies in its subtree, in one period.</summary>
/// <param name="Top">Unit whose notice it is; the layer holds for it and everything below it.</param>
/// <param name="Kind">Class of body it is for; null: both.</param>
/// <param name="Tier">Tier it is for; null: every tier.</param>
/// <param name="Due">Last day in time, inclusive.</param>
/// <param name="Locks">Last day on which a first filing is taken without an exception, inclusive; null: as without the layer.</param>
/// <param name="Notice">Title or number of the notice, as cited.</param>
public sealed record DeadlineLayer(UnitId Top, UnitKind? Kind, Tier? Tier, DateOnly Due, DateOnly? Locks, string Notice)
{
    /// <summary>True when the layer speaks of a body of that class in its subtree.</summary>
    public bool IsFor(UnitKind kind, Tier tier) => (Kind ?? kind) == kind && (Tier ?? tier) == tier;

    /// <summary>What speaks against the layer, whatever the tree.</summary>
    /// <param name="dates">Dates of the period without any layer.</param>
    /// <returns>DL-001 to DL-004; a layer may set dates earlier, never later, and names its notice.</returns>
    public ImmutableArray<Finding> Check(BaseDates dates)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var kind in Enum.GetValues<UnitKind>().Where(k => (Kind ?? k) == k && Due > dates.Of(k)))
            findings.Add(DeadlineRules.LaterThanLaw.At("due", $"{Due:yyyy-MM-dd} 晚于法定的 {dates.Of(kind):yyyy-MM-dd}({dates.Basis})", $"{Due:yyyy-MM-dd} is later than {dates.Of(kind):yyyy-MM-dd} by law"));
        if (Locks < Due)
            findings.Add(DeadlineRules.LocksBeforeDue.At("locks"));
        if (Locks > dates.Locks)
            findings.Add(DeadlineRules.LocksLater.At("locks", $"{Locks:yyyy-MM-dd} 晚于 {dates.Locks:yyyy-MM-dd}", $"{Locks:yyyy-MM-dd} is later than {dates.Locks:yyyy-MM-dd}"));
        if (string.IsNullOrWhiteSpace(Notice))
            findings.Add(DeadlineRules.NoNotice.At("notice"));
        return findings.ToImmutable();
    }
}

/// <summary>One step by which a due date came about.</summary>
/// <param name="Day">Date it sets.</param>
/// <param name="Basis">Law or notice.</param>
/// <param name="SetBy">Unit whose notice it is; null for the law.</param>
public sealed record DueStep(DateOnly Day, string Basis, UnitId? SetBy);

/// <summary>A due date that explains itself.</summary>
/// <param name="Day">Last day in time, inclusive.</param>
/// <param name="Locks">Last day on which a first filing is taken without an exception, inclusive.</param>
/// <param name="Basis">Law or notice that sets the day.</param>
/// <param name="Steps">The law first, then every notice in the chain from the nation down; the earliest day among them is the due date.</param>
public sealed record DueDate(DateOnly Day, DateOnly Locks, string Basis, ImmutableArray<DueStep> Steps)
{
    /// <summary>The due date of a body.</summary>
    /// <param name="kind">Its class.</param>
    /// <param name="tier">Its tier.</param>
    /// <param name="dates">Dates of the period without any layer.</param>
    /// <param name="chain">Layers of the body and of the units above it, in any classes, the highest unit's first.</param>
    /// <returns>The earliest day of the law and of the layers that speak of the body; of equal ones the first is the basis.</returns>
    public static DueDate Of(UnitKind kind, Tier tier, BaseDates dates, IEnumerable<DeadlineLayer> chain)
    {
        ImmutableArray<DeadlineLayer> layers = [.. chain.Where(l => l.IsFor(kind, tier))];
        ImmutableArray<DueStep> steps = [new DueStep(dates.Of(kind), dates.Basis, null), .. layers.Select(l => new DueStep(l.Due, l.Notice, l.Top))];
        var decides = steps.MinBy(s => s.Day)!;
        return new DueDate(decides.Day, layers.Select(l => l.Locks ?? dates.Locks).Append(dates.Locks).Min(), decides.Basis, steps);
    }
}
