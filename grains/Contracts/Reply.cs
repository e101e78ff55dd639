using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Contracts;

/// <summary>Answer of a grain to an act: its value, or a refusal; findings in both cases.</summary>
/// <typeparam name="T">What the act gives when it is not refused.</typeparam>
/// <param name="Value">The value; null when refused.</param>
/// <param name="Findings">All findings: errors when refused, at most warnings when not.</param>
[GenerateSerializer, Immutable, Alias("federation.reply`1")]
public sealed record Reply<T>([property: Id(0)] T? Value, [property: Id(1)] ImmutableArray<Finding> Findings)
    where T : class
{
    /// <summary>True when a finding blocks; then <see cref="Value"/> is null.</summary>
    public bool Refused => Value is null;
}

/// <summary>Makes replies.</summary>
public static class Reply
{
    /// <summary>Done, perhaps with warnings.</summary>
    public static Reply<T> Of<T>(T value, ImmutableArray<Finding> warnings = default)
        where T : class => new(value, warnings.IsDefault ? [] : warnings);

    /// <summary>Refused with all findings.</summary>
    public static Reply<T> Refuse<T>(params IEnumerable<Finding> findings)
        where T : class => new(null, [.. findings]);
}
