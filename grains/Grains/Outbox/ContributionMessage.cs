using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Grains.Outbox;

/// <summary>
/// The message that a contribution has changed. It is state-based: it names the part, and whoever delivers it reads the contribution as it
/// stands then, so a late delivery carries the newest figures.
/// </summary>
internal static class ContributionMessage
{
    /// <summary>Stable name in the outbox.</summary>
    public const string Kind = "contribution-changed";

    /// <summary>Names the part: unit and scope.</summary>
    public static string TopicOf(UnitId unit, ContributionScope scope) => $"{unit}/{scope}";

    /// <summary>Reads a topic.</summary>
    /// <exception cref="FormatException">Not written by <see cref="TopicOf"/>.</exception>
    public static (UnitId Unit, ContributionScope Scope) Read(string topic) =>
        topic.Split('/') is [var unit, var scope] && Enum.TryParse<ContributionScope>(scope, out var read)
            ? (UnitId.Parse(unit), read)
            : throw new FormatException($"'{topic}' names no contribution");
}
