using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Contracts;

/// <summary>Answer of a grain to an act: its value, or a refusal; findings in both cases.</summary>
/// <typeparam name="T">What the act gives when it is not refused.</typeparam>
/// <param name="Value">The value; null when refused.</param>
/// <param name="Findings">All findings; those of a draft may block a filing later.</param>
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
    /// <summary>Done, with what was found.</summary>
    public static Reply<T> Of<T>(T value, ImmutableArray<Finding> findings = default)
        where T : class => new(value, findings.IsDefault ? [] : findings);

    /// <summary>Refused with all findings.</summary>
    public static Reply<T> Refuse<T>(params IEnumerable<Finding> findings)
        where T : class => new(null, [.. findings]);
}
