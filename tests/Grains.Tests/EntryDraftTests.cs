using System.Collections.Immutable;
using System.Text;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Contracts.Obligations;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;

namespace Federation.Grains.Tests;

/// <summary>Entries on their way to the public, on the engine: through the outbox into the catalog, once, with number, provenance, duties and proposals.</summary>
public sealed class EntryDraftTests
{
    private static readonly Subject Author = new("zhang", SmallNation.County, [Role.Clerk]);
    private static readonly Subject Website = new("website", SmallNation.County, [Role.Integrator]);
    private static readonly Subject Secrecy = new("zhou", SmallNation.County, [Role.SecrecyReviewer]);
    private static readonly Subject Leader = new("li", SmallNation.County, [Role.Approver]);

    [Fact]
    public async Task Released_IsInTheCatalog_WithProvenance_AndItsFilesBecomePublicOnlyThen()
    {
        await using var nation = await SmallNation.Start();
        ImmutableArray<byte> text = [.. Encoding.UTF8.GetBytes("正文")];
        var body = Digest.Of(text.AsSpan());
        var draft = Draft(nation, "a/1");
        await draft.Save(new SaveDraft("s", Author, Entry("a/1") with { Body = body }, null, null, [new ContentPart("text/plain", text)]));
        Assert.Null(await nation.Ledger.Content(body, default));
        await Release(draft);
        var view = await Reaches(draft, DraftState.Published);
        Assert.Equal("2026-01-20", EntryFields.Text(view.PublishedOn!.Value));

        var stored = await nation.Ledger.Entry(SmallNation.County, EntryId.Parse("a/1"), default);
        Assert.Equal(("zhang@110101", "li@110101", "110101", "round-1"), (stored!.Provenance.Author, stored.Provenance.ApprovedBy, stored.Provenance.Origin, stored.Provenance.SourceVersion));
        Assert.Equal(text.AsEnumerable(), (await nation.Ledger.Content(body, default))!.Value.Bytes);
        Assert.Empty((await nation.Ledger.ReadOutbox(0, 10, default)).Where(m => m.Message.Kind == "entry-released"));
    }

    [Fact]
    public async Task Permission_IsAskedFirst()
    {
        await using var nation = await SmallNation.Start();
        var draft = Draft(nation, "a1");
        var stranger = new Subject("wu", SmallNation.TownA, [Role.Clerk, Role.Approver, Role.SecrecyReviewer]);
        Assert.Equal("AU-001", Assert.Single((await draft.Save(new SaveDraft("", stranger, Entry("a1"), null, null, []))).Findings).Code);
        Assert.Equal("AU-001", Assert.Single((await draft.HandIn(new HandInDraft("", Leader, null))).Findings).Code);
        Assert.Equal("AU-001", Assert.Single((await draft.Pass(new PassStep("", Author, null, ""))).Findings).Code);
        Assert.Equal("AU-001", Assert.Single((await draft.Get(stranger)).Findings).Code);
        Assert.Equal("CT-213", Assert.Single((await draft.Get(Author)).Findings).Code);
    }

    [Fact]
    public async Task ALaterChange_IsASecondRound_AndAClashShowsBoth()
    {
        await using var nation = await SmallNation.Start();
        var draft = Draft(nation, "a1");
        await draft.Save(new SaveDraft("", Author, Entry("a1"), null, null, []));
        await Release(draft);
        await Reaches(draft, DraftState.Published);
        var second = (await draft.Save(new SaveDraft("", Author, Entry("a1") with { Title = "修订稿" }, null, 1, []))).Value!;
        Assert.Equal((2, 1L), (second.Round, second.BaseRevision));

        await Catalog(nation).Push(new PushEntries("w", Website, "110101/website", "", [new EntryChange(EntryId.Parse("a1"), Entry("a1") with { Title = "网站上改的" })], []));
        await Release(draft);
        var clash = await Reaches(draft, DraftState.Returned);
        Assert.Equal(("修订稿", "网站上改的", 2L), (clash.Entry!.Title, clash.Present!.Title, clash.Clash));

        await draft.Save(new SaveDraft("", Author, Entry("a1") with { Title = "修订稿" }, null, 2, []));
        await Release(draft);
        Assert.Equal(3, (await Reaches(draft, DraftState.Published)).PresentRevision);
    }

    [Fact]
    public async Task Release_ThatComesTwice_EvenAfterLaterChanges_IsAnsweredAsItWas()
    {
        await using var nation = await SmallNation.Start();
        var release = new ReleaseEntries([new ReleaseEntry(EntryId.Parse("a1"), 1, Entry("a1"), 0, Author.Actor, Leader.Actor, "")]);
        var first = (await Catalog(nation).Release(release)).Answers[0];
        await Catalog(nation).Push(new PushEntries("w", Website, "110101", "", [new EntryChange(EntryId.Parse("a1"), Entry("a1") with { Title = "后来的" })], []));
        var again = (await Catalog(nation).Release(release)).Answers[0];
        Assert.Equal((EntryOutcome.Recorded, 1L, first.Result.Seq), (again.Result.Outcome, again.Result.Revision, again.Result.Seq));
        Assert.Equal("后来的", (await nation.Ledger.Entry(SmallNation.County, EntryId.Parse("a1"), default))!.Entry!.Title);
    }

    [Fact]
    public async Task IndexNumbers_AreUniqueAndWithoutAGap_HoweverManyAreReleasedAtOnce_AndAfterARestart()
    {
        await using var nation = await SmallNation.Start();
        await Catalog(nation).Set(new SetCatalog("", Leader, CatalogSettings.Default with { IndexPattern = "K/{year}-{serial:4}" }));
        await Catalog(nation).Push(new PushEntries("p", Website, "110101", "", [new EntryChange(EntryId.Parse("w"), Entry("w").With(EntryFields.IndexNumber, "K/2026-0003"))], []));
        var numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Number(nation, $"n{i}")));
        Assert.Equal(Enumerable.Range(1, 21).Where(n => n != 3).Select(n => $"K/2026-{n:0000}"), numbers.Order());

        await using var later = await SmallNation.Start(nation.Ledger);
        Assert.Equal("K/2026-0022", await Number(later, "z"));
    }

    [Fact]
    public async Task Withdrawal_LeavesATombstone_ByTwoPersons()
    {
        await using var nation = await SmallNation.Start();
        var draft = Draft(nation, "a1");
        await draft.Save(new SaveDraft("", Author, Entry("a1"), null, null, []));
        await Release(draft);
        await Reaches(draft, DraftState.Published);
        var asked = (await draft.Withdraw(new WithdrawPublic("", Author, "误发"))).Value!;
        Assert.Equal("撤回", asked.Step);
        Assert.False((await draft.Pass(new PassStep("", Leader, asked.Entry!.Hash, ""))).Refused);
        await Reaches(draft, DraftState.Withdrawn);
        var stored = await nation.Ledger.Entry(SmallNation.County, EntryId.Parse("a1"), default);
        Assert.Equal((true, "误发"), (stored!.Row.Removed, stored.Reason));
    }

    [Fact]
    public async Task PolicyDocument_OpensADuty_ThatItsInterpretationCloses()
    {
        await using var nation = await SmallNation.Start();
        var policy = Draft(nation, "policy");
        await policy.Save(new SaveDraft("", Author, Entry("policy").With(EntryFields.Interpretation, InterpretationDuty.Wanted), null, null, []));
        await Release(policy);
        await Reaches(policy, DraftState.Published);
        var book = nation.Grains.GetGrain<IObligationBookGrain>(GrainKeys.Duties(SmallNation.County, 2026));
        var open = await Duty(book, d => true);
        Assert.Equal(((DateOnly?)new DateOnly(2026, 1, 23), (DateTimeOffset?)null), (open.Due, open.Acceptance.ClosedAt)); // Tuesday and three working days

        var interpretation = Draft(nation, "why");
        await interpretation.Save(new SaveDraft(
            "", Author, Entry("why") with { Kind = EntryKind.Interpretation, Links = [new EntryLink(LinkRelation.Interprets, null, EntryId.Parse("policy"))] }, null, null, []));
        await Release(interpretation);
        var closed = await Duty(book, d => d.Acceptance.ClosedAt is not null);
        Assert.Equal(("why", "done"), (Assert.Single(closed.Evidence).Reference, closed.Light));
    }

    [Fact]
    public async Task Repeal_IsProposedToTheOther_AndNeverSilent()
    {
        await using var nation = await SmallNation.Start();
        await Catalog(nation).Push(new PushEntries("p", Website, "110101", "", [new EntryChange(EntryId.Parse("old"), Entry("old"))], []));
        var repeal = Draft(nation, "new");
        await repeal.Save(new SaveDraft("", Author, Entry("new") with { Links = [new EntryLink(LinkRelation.Repeals, null, EntryId.Parse("old"))] }, null, null, []));
        await Release(repeal);
        var old = Draft(nation, "old");
        DraftView told;
        using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20)))
        {
            while ((told = (await old.Get(Author)).Value!).Proposals.IsEmpty)
                await Step(patience, "a proposal");
        }
        Assert.Equal((ValidityState.InForce, ValidityState.Repealed), (told.Present!.Validity.State, told.Proposals[0].State));
        Assert.Equal(["validity"], Assert.Single(await nation.Ledger.Work(SmallNation.County, null, 10, default), r => r.Id.Value == "old").Tasks.AsEnumerable());
        var taken = (await old.DecideValidity(new DecideDraftValidity("", Author, 1, true, ""))).Value!;
        Assert.Equal((DraftState.Writing, ValidityState.Repealed), (taken.State, taken.Entry!.Validity.State));
        await Release(old);
        await Reaches(old, DraftState.Published);
        Assert.Equal(ValidityState.Repealed, (await nation.Ledger.Entry(SmallNation.County, EntryId.Parse("old"), default))!.Entry!.Validity.State);
    }

    [Fact]
    public async Task DueDates_WakeTheDraft_AndAreSettledByTheirActs()
    {
        await using var nation = await SmallNation.Start();
        var late = Draft(nation, "late");
        await late.Save(new SaveDraft("", Author, Entry("late"), null, null, []));
        var row = Assert.Single(await nation.Ledger.DueOf(GrainKeys.Entry(SmallNation.County, EntryId.Parse("late")), default));
        Assert.Equal(("limit", new DateOnly(2026, 2, 13)), (row.Kind, Domain.Time.BeijingTime.DateOf(row.At))); // the day after 20 working days from 15 January
        await late.Wake();
        Assert.Single((await late.Get(Author)).Value!.Log);
        nation.Clock.Forward(TimeSpan.FromDays(24));
        await late.Wake();
        await late.Wake();
        Assert.Single((await late.Get(Author)).Value!.Log, a => a.Kind == "limit-passed");
        Assert.Empty(await nation.Ledger.DueOf(row.Ref, default));
        Assert.Equal(1, (await nation.Ledger.Breaches(default))[SmallNation.County]);
        Assert.Equal("late", (await late.Get(Author)).Value!.Light);
    }

    private static async Task<string> Number(SmallNation nation, string id)
    {
        var draft = Draft(nation, id);
        await draft.Save(new SaveDraft("", Author, Entry(id), null, null, []));
        await Release(draft);
        return (await Reaches(draft, DraftState.Published)).Entry!.IndexNumber;
    }

    private static async Task Release(IEntryDraftGrain draft)
    {
        var handedIn = await draft.HandIn(new HandInDraft("", Author, null));
        Assert.False(handedIn.Refused, string.Join(' ', handedIn.Findings.Select(f => f.Code)));
        var hash = handedIn.Value!.Entry!.Hash;
        Assert.False((await draft.Pass(new PassStep("", Secrecy, hash, ""))).Refused);
        Assert.False((await draft.Pass(new PassStep("", Leader, hash, ""))).Refused);
    }

    private static async Task<DraftView> Reaches(IEntryDraftGrain draft, DraftState state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if ((await draft.Get(Author)).Value is { } view && view.State == state)
                return view;
            await Step(patience, state.ToString());
        }
    }

    private static async Task<DutyView> Duty(IObligationBookGrain book, Func<DutyView, bool> which)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if ((await book.Get(Author)).Value!.Duties.FirstOrDefault(which) is { } found)
                return found;
            await Step(patience, "the duty");
        }
    }

    private static async Task Step(CancellationTokenSource patience, string awaited)
    {
        Assert.False(patience.IsCancellationRequested, $"never came: {awaited}");
        await Task.Yield();
    }

    private static IEntryDraftGrain Draft(SmallNation nation, string id) => nation.Grains.GetGrain<IEntryDraftGrain>(GrainKeys.Entry(SmallNation.County, EntryId.Parse(id)));

    private static ICatalogGrain Catalog(SmallNation nation) => nation.Grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(SmallNation.County));

    private static CatalogEntry Entry(string id) => new(
        EntryId.Parse(id), EntryKind.Document, $"关于 {id} 的通知", ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.FormedOn, "2026-01-15")]),
        new Disclosure(DisclosureAttribute.Proactive), Validity.InForce, [], null, []);
}
