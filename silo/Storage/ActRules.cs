using Federation.Domain.Ledger;

namespace Federation.Storage;

/// <summary>What every store refuses before it touches anything: acts that could only be a programmer's mistake.</summary>
internal static class ActRules
{
    /// <summary>Throws when no store could record the act.</summary>
    /// <exception cref="ArgumentException">An event without a stream, or a text or collection that is missing.</exception>
    public static void Check(Append append)
    {
        ArgumentNullException.ThrowIfNull(append);
        if (append.Stream is null || append.Actor is null || append.OnBehalfOf is null || append.Key is null)
            throw new ArgumentException("An act's texts may be empty, not null.", nameof(append));
        if (append.Events.IsDefault || append.Changes.IsDefault || append.Outgoing.IsDefault || append.Absorbed.IsDefault)
            throw new ArgumentException("An act's collections may be empty, not default.", nameof(append));
        if (append.Stream.Length == 0 && append.Events.Length > 0)
            throw new ArgumentException("An act with events needs a stream.", nameof(append));
        foreach (var dues in append.Changes.OfType<DuesChanged>())
        {
            if (dues.Rows.Any(row => row.Ref != dues.Ref) || dues.Rows.DistinctBy(row => row.Kind).Count() != dues.Rows.Length)
                throw new ArgumentException($"The dates of {dues.Ref} name another reference, or one kind twice.", nameof(append));
        }
        if (append.ExpectedSeq < 0)
            throw new ArgumentException("The expected number of events is never negative.", nameof(append));
    }

    /// <summary>The refusal of a second, different opening of a period.</summary>
    public static InvalidOperationException OpenedOtherwise(string period) =>
        new($"Period {period} was opened before with another roster; opening is once for ever.");
}
