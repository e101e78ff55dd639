using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Notices.Naming;

/// <summary>Something that happened to the choices of an issuer.</summary>
public abstract record NameEvent;

/// <summary>指定: from now on a name means these units; none: there is no such unit here.</summary>
public sealed record NameChosen(string Name, ImmutableArray<UnitId> Units) : NameEvent;

/// <summary>撤回指定: a choice no longer holds.</summary>
public sealed record NameChoiceWithdrawn(string Name) : NameEvent;

/// <summary>What an issuer has said that names in its notices mean.</summary>
/// <param name="Chosen">By name, as the reader gives it.</param>
public sealed record NameChoices(ImmutableSortedDictionary<string, ImmutableArray<UnitId>> Chosen)
{
    private const int LongestName = 100;

    /// <summary>No choice.</summary>
    public static NameChoices None { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<UnitId>>(StringComparer.Ordinal));

    /// <summary>Chooses what a name means.</summary>
    /// <param name="issuer">Whose choices they are: its territory, its agencies and everything below may be chosen.</param>
    /// <param name="name">The name, simplified characters.</param>
    /// <param name="units">The units; none: there is no such unit here.</param>
    /// <param name="tree">Tree of the day.</param>
    /// <returns>One <see cref="NameChosen"/>; nothing when it is chosen so already; NT-041 to NT-043 otherwise, all at once.</returns>
    public Decision<NameEvent> Choose(UnitId issuer, string name, ImmutableArray<UnitId> units, DivisionTree tree)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
            findings.Add(NoticeRules.NoName.At("name"));
        var place = tree.Find(issuer) is { Kind: UnitKind.Agency, Parent: { } parent } ? parent : issuer;
        foreach (var unit in units.Where(u => tree.Find(u) is null || !tree.Contains(place, u)))
            findings.Add(NoticeRules.NameOutside.At("units", $"{unit} 不在 {place} 辖区内,或当日不存在", $"{unit} is not within {place} on that day"));
        if (findings.Count > 0)
            return Decision<NameEvent>.Refuse(findings);
        return Chosen.TryGetValue(name, out var before) && before.SequenceEqual(units) ? Decision<NameEvent>.Nothing : Decision<NameEvent>.Record(new NameChosen(name, units));
    }

    /// <summary>Takes a choice back: the name is open again.</summary>
    /// <returns>One <see cref="NameChoiceWithdrawn"/>; NT-043 when there is none.</returns>
    public Decision<NameEvent> Withdraw(string name) => Chosen.ContainsKey(name)
        ? Decision<NameEvent>.Record(new NameChoiceWithdrawn(name))
        : Decision<NameEvent>.Refuse([NoticeRules.NoChoice.At("name", $"没有为“{name}”指定过单位", $"nothing was chosen for '{name}'")]);

    /// <summary>The choices after an event.</summary>
    public NameChoices Apply(NameEvent happened) => happened switch
    {
        NameChosen e => new(Chosen.SetItem(e.Name, e.Units)),
        NameChoiceWithdrawn e => new(Chosen.Remove(e.Name)),
        _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
    };
}
