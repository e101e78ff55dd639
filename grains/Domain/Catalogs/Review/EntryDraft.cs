using System.Collections.Immutable;

namespace Federation.Domain.Catalogs.Review;

/// <summary>A step as it was passed.</summary>
/// <param name="Step">Its name.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Note">A remark.</param>
public sealed record PassedStep(string Step, string By, DateTimeOffset At, string Note);

/// <summary>Why an entry came back to its author.</summary>
/// <param name="Step">Step at which.</param>
/// <param name="Reason">Why.</param>
/// <param name="Fields">What is to be mended.</param>
/// <param name="By">Who sent it back.</param>
/// <param name="At">When.</param>
public sealed record ReturnNote(string Step, string Reason, ImmutableArray<string> Fields, string By, DateTimeOffset At);

/// <summary>How the entry stands in the catalog.</summary>
/// <param name="Revision">Revision there.</param>
/// <param name="Seq">Place in the feed.</param>
/// <param name="On">发布日期 of its first publication.</param>
public sealed record PublicStanding(long Revision, long Seq, DateOnly On);

/// <summary>How the entry stands in the register of what is withheld.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Basis">Article.</param>
/// <param name="ReviewOn">Day of the next look.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
/// <param name="LookDue">The day has come.</param>
public sealed record Withholding(string Reason, string Basis, DateOnly ReviewOn, string By, DateTimeOffset At, bool LookDue);

/// <summary>A withdrawal that was asked for.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Revision">Revision to be withdrawn.</param>
/// <param name="By">Who asks.</param>
/// <param name="AgreedBy">Who agreed; empty: nobody yet.</param>
public sealed record Withdrawal(string Reason, long Revision, string By, string AgreedBy);

/// <summary>
/// 公开审查: one entry on its way from its author to the public, round after round. Kept in the stream entry/unit/id. The catalog holds only what everybody
/// may read; what is written, returned or withheld stays here.
/// </summary>
/// <param name="State">Where it is.</param>
/// <param name="Version">Acts recorded.</param>
/// <param name="Round">How manieth way to the public; 0: none yet.</param>
/// <param name="Content">What is written; null: nothing.</param>
/// <param name="BaseRevision">Revision of the catalog that it is written on.</param>
/// <param name="Authors">Who wrote in this round, each once.</param>
/// <param name="Steps">Steps of this round; empty before it is handed in.</param>
/// <param name="Passed">Steps passed in this round.</param>
/// <param name="LastReturn">The newest return of this round; null: none.</param>
/// <param name="Public">How it stands in the catalog; null: it is not there.</param>
/// <param name="Withheld">How it stands in the register; null: it is not there.</param>
/// <param name="Withdrawal">The withdrawal under way; null: none.</param>
/// <param name="Clash">Revision in the catalog that stood in the way; 0: none.</param>
/// <param name="Breach">Last day that passed before it was public; null: none did.</param>
/// <param name="Proposals">What others said of its validity.</param>
public sealed partial record EntryDraft(
    DraftState State, long Version, int Round, CatalogEntry? Content, long BaseRevision, ImmutableArray<string> Authors, ImmutableArray<string> Steps,
    ImmutableArray<PassedStep> Passed, ReturnNote? LastReturn, PublicStanding? Public, Withholding? Withheld, Withdrawal? Withdrawal, long Clash, DateOnly? Breach,
    ImmutableArray<ValidityProposal> Proposals)
{
    /// <summary>登记: where an entry without disclosure attribute is sent back.</summary>
    public const string Registration = "登记";

    /// <summary>撤回</summary>
    public const string WithdrawalStep = "撤回";

    /// <summary>Before anything is written.</summary>
    public static EntryDraft Blank { get; } = new(DraftState.None, 0, 0, null, 0, [], [], [], null, null, null, null, 0, null, []);

    /// <summary>The step that it waits for; empty: none.</summary>
    public string Step => State switch
    {
        DraftState.Review => Steps[Passed.Length],
        DraftState.Withdrawing => WithdrawalStep,
        _ => "",
    };

    /// <summary>Who approved its publication: whoever passed the last step, or agreed to its withdrawal; empty: nobody yet.</summary>
    public string ApprovedBy => State == DraftState.Leaving ? Withdrawal!.AgreedBy : Passed.IsEmpty ? "" : Passed[^1].By;

    /// <summary>Who may not do the step that it waits for, because they had a hand in it.</summary>
    public ImmutableArray<string> Hands => State switch
    {
        DraftState.Review => [.. Authors.Concat(Passed.Select(p => p.By)).Distinct()],
        DraftState.Withdrawing => [Withdrawal!.By],
        _ => [],
    };

    /// <summary>True where content may be written.</summary>
    public bool MayBeWritten => Writable(State);

    /// <summary>Whether content can be written in a state: not while others have it in hand.</summary>
    public static bool Writable(DraftState state) => state is DraftState.None or DraftState.Writing or DraftState.Returned or DraftState.Published or DraftState.Withheld or DraftState.Withdrawn;

    /// <summary>The draft after an event; replays old events for ever.</summary>
    public EntryDraft Apply(DraftEvent happened, DateTimeOffset at, string by)
    {
        var next = this with { Version = Version + 1 };
        return happened switch
        {
            DraftSaved e => next.Saved(e, by),
            DraftHandedIn e => next with { State = DraftState.Review, Steps = e.Steps, Passed = [], Clash = 0 },
            StepPassed e => next.Through(e, at, by),
            DraftReturned e => next.Back(e.Step, e.Reason, e.Fields, at, by),
            EntryWithheld e => next with
            {
                State = DraftState.Withheld, Withheld = new Withholding(e.Reason, e.Basis, e.ReviewOn, by, at, false), Steps = [], Passed = [],
                Content = Content! with { Disclosure = new Disclosure(DisclosureAttribute.Withheld, e.Reason, e.Basis) },
            },
            LookFellDue => next with { Withheld = Withheld! with { LookDue = true } },
            EntryPublished e => next with
            {
                State = DraftState.Published, Public = new PublicStanding(e.Revision, e.Seq, Public?.On ?? e.PublishedOn), Withheld = null, BaseRevision = e.Revision,
                Content = Content!.With(EntryFields.IndexNumber, e.IndexNumber).With(EntryFields.PublishedOn, EntryFields.Text(e.PublishedOn)),
            },
            EntryClashed e => next.Back("", "", [], at, by) with { LastReturn = LastReturn, Clash = e.Revision },
            EntryNotTaken e => next.Back("", e.Reason, e.Fields, at, by),
            WithdrawalAsked e => next with
            {
                State = DraftState.Withdrawing, Withdrawal = new Withdrawal(e.Reason, e.Revision, by, ""), Content = e.Entry, BaseRevision = e.Revision,
                Public = Public is { } there ? there with { Revision = e.Revision } : new PublicStanding(e.Revision, 0, e.Entry.PublishedOn ?? Time.BeijingTime.DateOf(at)),
            },
            WithdrawalAgreed => next with { State = DraftState.Leaving, Withdrawal = Withdrawal! with { AgreedBy = by } },
            WithdrawalRefused => next with { State = DraftState.Published, Withdrawal = null },
            EntryWithdrawn e => next with { State = DraftState.Withdrawn, Public = null, BaseRevision = e.Revision },
            LimitPassed e => next with { Breach = e.LastDay },
            ValidityProposed e => next with { Proposals = Proposals.Add(e.Proposal) },
            ValidityDecided e => next.Decided(e, by),
            _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
        };
    }

    private EntryDraft Saved(DraftSaved e, string by) => e.Round == Round
        ? this with { State = DraftState.Writing, Content = e.Content, BaseRevision = e.BaseRevision, Authors = Authors.Contains(by) ? Authors : Authors.Add(by), Clash = e.BaseRevision == BaseRevision ? Clash : 0 }
        : Begun(e.Content, e.Round, e.BaseRevision, by);

    private EntryDraft Begun(CatalogEntry content, int round, long baseRevision, string by) => this with
    {
        State = DraftState.Writing, Round = round, Content = content, BaseRevision = baseRevision, Authors = [by], Steps = [], Passed = [], LastReturn = null, Withdrawal = null, Clash = 0,
    };

    private EntryDraft Through(StepPassed e, DateTimeOffset at, string by)
    {
        var passed = Passed.Add(new PassedStep(e.Step, by, at, e.Note));
        if (passed.Length < Steps.Length)
            return this with { Passed = passed };
        return Content!.Disclosure is { Attribute: DisclosureAttribute.Withheld } withheld
            ? this with { State = DraftState.Withheld, Passed = passed, Withheld = new Withholding(withheld.Reason, withheld.Basis, EntryFields.Day(Content[EntryFields.ReviewOn])!.Value, by, at, false) }
            : this with { State = DraftState.Released, Passed = passed };
    }

    // A round that came back goes through every step again: what was passed was passed of another content.
    private EntryDraft Back(string step, string reason, ImmutableArray<string> fields, DateTimeOffset at, string by) =>
        this with { State = DraftState.Returned, Steps = [], Passed = [], LastReturn = new ReturnNote(step, reason, fields, by, at) };

    private EntryDraft Decided(ValidityDecided e, string by)
    {
        var decided = this with { Proposals = [.. Proposals.Select(p => p.Number == e.Number ? p with { Open = false } : p)] };
        return e.Content is { } content ? decided.Begun(content, Round + 1, e.BaseRevision, by) : decided;
    }
}
