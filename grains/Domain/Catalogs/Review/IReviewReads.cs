using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Catalogs.Review;

/// <summary>A draft as lists see it.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Id">The entry.</param>
/// <param name="State">Where it is.</param>
/// <param name="Step">Step that it waits for; empty: none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Attribute">公开属性</param>
/// <param name="Author">Who wrote it, several divided by commas.</param>
/// <param name="Hands">Who may not do the step that it waits for.</param>
/// <param name="Tasks">What waits for somebody: write, step, withdraw, look, validity; empty: nothing.</param>
/// <param name="Round">Round.</param>
/// <param name="At">Last act.</param>
/// <param name="FormedOn">成文日期</param>
/// <param name="LastDay">Last day for making it public; null: no clock ran.</param>
/// <param name="PublishedOn">When it was first public; null: not yet.</param>
/// <param name="Breached">The last day passed before it was public.</param>
/// <param name="ReviewOn">In the register of what is withheld: day of the next look; null: it is not in it.</param>
/// <param name="Reason">Why it is withheld; empty: it is not.</param>
/// <param name="Basis">Article.</param>
/// <param name="Hash">Hash of what is written, by which it can be passed; null: nothing is written.</param>
public sealed record DraftRow(
    UnitId Unit, EntryId Id, DraftState State, string Step, EntryKind Kind, string Title, DisclosureAttribute Attribute, string Author, ImmutableArray<string> Hands,
    ImmutableArray<string> Tasks, int Round, DateTimeOffset At, DateOnly? FormedOn, DateOnly? LastDay, DateOnly? PublishedOn, bool Breached, DateOnly? ReviewOn, string Reason, string Basis, Digest? Hash = null)
{
    /// <summary>The row of a draft; null while nothing is written and nothing waits.</summary>
    public static DraftRow? Of(UnitId unit, EntryId id, EntryDraft draft, DateOnly? lastDay, DateTimeOffset at)
    {
        var open = draft.Proposals.Where(p => p.Open).ToList();
        if (draft.Content is null && open.Count == 0)
            return null;
        var counts = lastDay is not null && (draft.Waits || (draft.Public is not null && draft.Round == 1));
        return new(
            unit, id, draft.State, draft.Step, draft.Content?.Kind ?? EntryKind.Document, draft.Content?.Title ?? id.Value, draft.Content?.Disclosure.Attribute ?? DisclosureAttribute.Unset,
            string.Join(", ", draft.Authors), draft.Hands, [.. TasksOf(draft)], draft.Round, at, draft.Content?.FormedOn, counts || draft.Breach is not null ? draft.Breach ?? lastDay : null,
            draft.Public?.On, draft.Breach is not null || (counts && draft.Public?.On > lastDay), draft.Withheld?.ReviewOn, draft.Withheld?.Reason ?? "", draft.Withheld?.Basis ?? "", draft.Content?.Hash);
    }

    private static IEnumerable<string> TasksOf(EntryDraft draft)
    {
        if (draft.State is DraftState.Writing or DraftState.Returned)
            yield return "write";
        if (draft.State == DraftState.Review)
            yield return "step";
        if (draft.State == DraftState.Withdrawing)
            yield return "withdraw";
        if (draft.Withheld is { LookDue: true })
            yield return "look";
        if (draft.Proposals.Any(p => p.Open))
            yield return "validity";
    }
}

/// <summary>A draft changed.</summary>
/// <param name="Row">As it is now.</param>
public sealed record DraftChanged(DraftRow Row) : ReadModelChange;

/// <summary>A text or file of a draft is kept by its content, closed to the public until the catalog takes it over.</summary>
/// <param name="Hash">SHA-256 of the bytes.</param>
/// <param name="MediaType">For example <c>application/pdf</c>.</param>
/// <param name="Bytes">The content.</param>
public sealed record DraftContentKept(Digest Hash, string MediaType, ReadOnlyMemory<byte> Bytes) : ReadModelChange;

/// <summary>Where a page ended: the number by which it is ordered, and the entry.</summary>
public sealed record DraftPlace(long Number, EntryId Entry);

/// <summary>Lists of what is written and not yet public, and of what is withheld.</summary>
public interface IReviewReads
{
    /// <summary>Drafts of a unit by entry, as many as there are of those named; in no order.</summary>
    ValueTask<ImmutableArray<DraftRow>> DraftsOf(UnitId unit, ImmutableArray<EntryId> entries, CancellationToken ct);

    /// <summary>Drafts of a unit on which something waits for somebody, the longest waiting first; ordered by ticks of the last act.</summary>
    ValueTask<ImmutableArray<DraftRow>> Work(UnitId unit, DraftPlace? after, int limit, CancellationToken ct);

    /// <summary>不予公开登记: what a unit withholds, the next look first; ordered by the day's number.</summary>
    ValueTask<ImmutableArray<DraftRow>> Withheld(UnitId unit, DraftPlace? after, int limit, CancellationToken ct);

    /// <summary>Drafts of a unit that are not public yet and have a last day, or passed it before they were, the earliest day first; ordered by the day's number.</summary>
    ValueTask<ImmutableArray<DraftRow>> Limits(UnitId unit, DraftPlace? after, int limit, CancellationToken ct);

    /// <summary>How many entries of each unit passed their last day before they were public.</summary>
    ValueTask<ImmutableDictionary<UnitId, int>> Breaches(CancellationToken ct);

    /// <summary>A text or file of a draft; null when none is kept.</summary>
    ValueTask<(string MediaType, byte[] Bytes)?> DraftContent(Digest hash, CancellationToken ct);
}
