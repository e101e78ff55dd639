using System.Collections.Immutable;
using Federation.Domain.Obligations;

namespace Federation.Domain.WorkPoints;

/// <summary>任务分解: the draft with which a unit begins to break a plan above down.</summary>
public static class Cascading
{
    /// <summary>Carries on every clause that binds the unit, as it is or with earlier dates.</summary>
    /// <param name="from">The plan above.</param>
    /// <param name="above">Its content in force.</param>
    /// <param name="held">Places of the clauses that bind the unit.</param>
    /// <param name="receivers">Who is bound below; empty: whoever is directly below.</param>
    /// <param name="mode">How it goes down.</param>
    /// <param name="earlierByDays">Days by which every date lies before that above; not below 0.</param>
    public static PlanDraft Draft(PlanId from, PlanDraft above, IReadOnlySet<string> held, ImmutableArray<ReceiverChoice> receivers, CascadeMode mode, int earlierByDays) => above with
    {
        Title = $"贯彻落实《{above.Title}》任务分解",
        DocumentNumber = "",
        Date = null,
        Basis = above.DocumentNumber.Length > 0 ? $"{above.Title}({above.DocumentNumber})" : above.Title,
        Points =
        [
            .. above.Points.Where(p => held.Contains(p.Clause)).Select(p => p with
            {
                Measures = [.. p.Measures.Select(m => m is OnceBy { Due: { } due } ? new OnceBy(due.AddDays(-earlierByDays)) : m)],
                Bodies = [],
                Source = DutyId.Of(from.ToString(), p.Clause),
                Receivers = [],
                Span = null,
            }),
        ],
        Receivers = receivers.IsEmpty ? [new DirectlyBelow()] : receivers,
        Mode = mode,
    };
}
