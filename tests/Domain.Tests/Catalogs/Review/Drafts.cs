using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Findings;

namespace Federation.Domain.Tests.Catalogs.Review;

/// <summary>Drafts in every state, and the people around them.</summary>
internal static class Drafts
{
    public static readonly Subject Author = new("zhang", Entries.County, [Role.Clerk]);
    public static readonly Subject Secrecy = new("zhou", Entries.County, [Role.SecrecyReviewer]);
    public static readonly Subject Leader = new("li", Entries.County, [Role.Approver]);
    public static readonly Subject Both = new("wu", Entries.County, [Role.SecrecyReviewer, Role.Approver]);

    public static ImmutableArray<string> Steps { get; } = ["保密审查", "签发"];

    public static CatalogEntry Open { get; } = Entries.Document("a-1");

    public static CatalogEntry Closed { get; } = Entries.Document("a-1", "内部会议纪要", (EntryFields.ReviewOn, "2026-09-01")) with
    {
        Disclosure = new Disclosure(DisclosureAttribute.Withheld, "过程性信息", "条例第十六条"),
    };

    public static EntryDraft After(this EntryDraft draft, Subject by, Func<EntryDraft, Decision<DraftEvent>> act)
    {
        var decision = act(draft);
        Assert.False(decision.Refused, string.Join(' ', decision.Findings.Select(f => f.Code + f.Text)));
        return decision.Events.Aggregate(draft, (d, e) => d.Apply(e, Entries.Now, by.Actor));
    }

    public static EntryDraft Written(CatalogEntry? content = null) => EntryDraft.Blank.After(Author, d => d.Save(content ?? Open, null, null, 0));

    public static EntryDraft InReview(CatalogEntry? content = null) => Written(content).After(Author, d => d.HandIn(Steps, null, Entries.Today));

    public static EntryDraft AtRelease(CatalogEntry? content = null) => InReview(content).Passed(Secrecy);

    public static EntryDraft Released(CatalogEntry? content = null) => AtRelease(content).Passed(Leader);

    public static EntryDraft Published(CatalogEntry? content = null) => Released(content).After(Author, d => d.Settle(1, Taken(1), "索-1", Entries.Today));

    public static EntryDraft Withheld() => Released(Closed);

    public static EntryDraft Withdrawing() => Published().After(Author, d => d.Withdraw((d.Content!, 1), "误发"));

    public static EntryDraft Leaving() => Withdrawing().Passed(Leader);

    public static EntryDraft Withdrawn() => Leaving().After(Author, d => d.Settle(1, Taken(2), "", Entries.Today));

    public static EntryDraft Returned() => InReview().After(Secrecy, d => d.Return(Secrecy, "标题不清", ["title"]));

    public static EntryDraft In(DraftState state) => state switch
    {
        DraftState.None => EntryDraft.Blank,
        DraftState.Writing => Written(),
        DraftState.Returned => Returned(),
        DraftState.Review => InReview(),
        DraftState.Released => Released(),
        DraftState.Published => Published(),
        DraftState.Withheld => Withheld(),
        DraftState.Withdrawing => Withdrawing(),
        DraftState.Leaving => Leaving(),
        _ => Withdrawn(),
    };

    public static EntryDraft Passed(this EntryDraft draft, Subject by) => draft.After(by, d => d.Pass(by, d.Content!.Hash, ""));

    public static EntryResult Taken(long revision, EntryOutcome outcome = EntryOutcome.Recorded) => new(Open.Id, outcome, revision, 7, []);

    public static string[] Codes(this Decision<DraftEvent> decision) => [.. decision.Findings.Where(f => f.Blocks).Select(f => f.Code).Distinct().Order()];
}
