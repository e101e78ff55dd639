using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Findings;

namespace Federation.Domain.Tests.Catalogs.Review;

/// <summary>The way of an entry to the public: who may do what in which state, and what becomes of it.</summary>
public sealed class EntryDraftTests
{
    private static readonly string[] Acts = ["save", "hand-in", "pass", "return", "withhold", "withdraw"];

    // What may be done in each state, by the right person with the right words; everything else is CT-201 (or CT-213 where nothing is).
    private static readonly Dictionary<DraftState, string[]> Allowed = new()
    {
        [DraftState.None] = ["save", "withdraw"],
        [DraftState.Writing] = ["save", "hand-in"],
        [DraftState.Returned] = ["save", "hand-in"],
        [DraftState.Review] = ["pass", "return", "withhold"],
        [DraftState.Released] = [],
        [DraftState.Published] = ["save", "withdraw"],
        [DraftState.Withheld] = ["save", "withhold"],
        [DraftState.Withdrawing] = ["pass", "return"],
        [DraftState.Leaving] = [],
        [DraftState.Withdrawn] = ["save", "withdraw"],
    };

    public static TheoryData<DraftState, string> EveryStateAndAct
    {
        get
        {
            var all = new TheoryData<DraftState, string>();
            foreach (var state in Enum.GetValues<DraftState>())
            {
                foreach (var act in Acts)
                    all.Add(state, act);
            }
            return all;
        }
    }

    public static TheoryData<string, bool, bool, bool, string> EveryReviewer
    {
        get
        {
            // step, author?, did the step before?, right role? -> codes
            var all = new TheoryData<string, bool, bool, bool, string>();
            foreach (var step in Drafts.Steps)
            {
                foreach (var wrote in new[] { false, true })
                {
                    foreach (var passed in new[] { false, true })
                    {
                        foreach (var role in new[] { false, true })
                        {
                            if (passed && step == Drafts.Steps[0])
                                continue; // there is no step before
                            List<string> codes = [];
                            if (wrote)
                                codes.Add("CT-202");
                            if (passed)
                                codes.Add("CT-203");
                            if (!role)
                                codes.Add(step == Drafts.Steps[0] ? "CT-204" : "CT-205");
                            all.Add(step, wrote, passed, role, string.Join(' ', codes));
                        }
                    }
                }
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(EveryStateAndAct))]
    public void EveryAct_InEveryState_IsAllowedWhereTheTableSaysSo(DraftState state, string act)
    {
        var draft = Drafts.In(state);
        Assert.Equal(state, draft.State);
        var decision = Act(draft, act);
        if (Allowed[state].Contains(act))
            Assert.Single(decision.Events);
        else
            Assert.Contains(decision.Codes(), code => code is "CT-201" or "CT-213");
    }

    [Theory]
    [MemberData(nameof(EveryReviewer))]
    public void Reviewer_OfEveryKind_IsRefusedForEveryReason(string step, bool wrote, bool passedBefore, bool role, string codes)
    {
        var right = step == Drafts.Steps[0] ? Role.SecrecyReviewer : Role.Approver;
        var by = new Subject("he", Entries.County, role ? [right] : [Role.Reader]);
        var draft = Drafts.InReview();
        if (step == Drafts.Steps[1])
            draft = draft.Apply(new StepPassed(Drafts.Steps[0], ""), Entries.Now, passedBefore ? by.Actor : Drafts.Secrecy.Actor);
        if (wrote)
            draft = draft with { Authors = draft.Authors.Add(by.Actor) };
        foreach (var decision in new[]
        {
            draft.Pass(by, draft.Content!.Hash, ""), draft.Return(by, "标题不清", ["title"]), draft.Withhold(by, "内部事务", "条例第十六条", Entries.Today.AddDays(90), Entries.Today),
        })
        {
            Assert.Equal(codes, string.Join(' ', decision.Codes()));
            Assert.Equal(codes.Length == 0, decision.Events.Length == 1);
        }
    }

    [Fact]
    public void Pass_ByAStandInOfTheAuthor_OrTheAuthorAsAStandIn_IsRefused()
    {
        var draft = Drafts.InReview();
        var forAuthor = new Subject("sun", Entries.County, [Role.SecrecyReviewer], "zhang");
        var authorForOther = new Subject("zhang", Entries.County, [Role.SecrecyReviewer], "zhou");
        Assert.Equal(["CT-202"], draft.Pass(forAuthor, draft.Content!.Hash, "").Codes());
        Assert.Equal(["CT-202"], draft.Pass(authorForOther, draft.Content!.Hash, "").Codes());
    }

    [Fact]
    public void Pass_OfContentThatWasNotRead_IsRefused()
    {
        var draft = Drafts.InReview();
        Assert.Equal(["CT-206"], draft.Pass(Drafts.Secrecy, Drafts.Closed.Hash, "").Codes());
        Assert.Equal(["CT-206"], draft.Pass(Drafts.Secrecy, null, "").Codes());
    }

    [Fact]
    public void Save_OfAnIncompleteEntry_IsRecorded_AndTellsWhatBlocksTheHandIn()
    {
        var bare = Drafts.Open with { Title = "", Disclosure = new Disclosure(DisclosureAttribute.Unset) };
        var decision = EntryDraft.Blank.Save(bare, null, null, 0);
        Assert.Single(decision.Events);
        Assert.Equal(["CT-002", "CT-003"], decision.Codes());
        Assert.Equal(["CT-002", "CT-003"], Drafts.Written(bare).HandIn(Drafts.Steps, null, Entries.Today).Codes());
        Assert.True(Drafts.Written(bare).HandIn(Drafts.Steps, null, Entries.Today).Refused);
    }

    [Fact]
    public void HandIn_WithoutAttribute_IsSentBack_WithCT003()
    {
        var decision = Drafts.Written(Drafts.Open with { Disclosure = new Disclosure(DisclosureAttribute.Unset) }).HandIn(Drafts.Steps, null, Entries.Today);
        Assert.Equal(["CT-003"], decision.Codes());
        var back = Assert.IsType<DraftReturned>(Assert.Single(decision.Events));
        Assert.Equal((EntryDraft.Registration, "disclosure"), (back.Step, Assert.Single(back.Fields)));
    }

    [Theory]
    [InlineData("条例第十四条", "2026-03-03", "")] // tomorrow
    [InlineData("《政府信息公开条例》第 15 条", "2027-03-03", "")] // the longest: 366 days
    [InlineData("第十六条", "2026-03-02", "CT-209")] // today
    [InlineData("第十六条", "2027-03-04", "CT-209")] // a day too long
    [InlineData("第十六条", "", "CT-209")]
    [InlineData("第十三条", "2026-09-01", "CT-208")]
    [InlineData("第一百一十四条", "2026-09-01", "CT-208")]
    [InlineData("第十七条", "", "CT-208 CT-209")]
    public void HandIn_OfWhatIsToBeWithheld_NeedsAnArticleAndADay(string basis, string reviewOn, string codes)
    {
        var content = Drafts.Closed.With(EntryFields.ReviewOn, reviewOn) with { Disclosure = new Disclosure(DisclosureAttribute.Withheld, "过程性信息", basis) };
        Assert.Equal(codes, string.Join(' ', Drafts.Written(content).HandIn(Drafts.Steps, null, Entries.Today).Codes()));
    }

    [Fact]
    public void Withheld_EndsInTheRegister_IsDueOnItsDay_AndMayBeLookedAtAgain()
    {
        var draft = Drafts.Withheld();
        Assert.Equal((DraftState.Withheld, new DateOnly(2026, 9, 1), "过程性信息"), (draft.State, draft.Withheld!.ReviewOn, draft.Withheld.Reason));
        Assert.Null(EntryRelease.Of(draft.Content!.Id, draft));
        Assert.Empty(draft.Wake(null, new DateOnly(2026, 8, 31)).Events);
        var due = draft.After(Drafts.Author, d => d.Wake(null, new DateOnly(2026, 9, 1)));
        Assert.True(due.Withheld!.LookDue);
        Assert.Empty(due.Wake(null, new DateOnly(2026, 9, 2)).Events);
        Assert.Equal(["look"], DraftRow.Of(Entries.County, draft.Content.Id, due, null, Entries.Now)!.Tasks.AsEnumerable());

        Assert.Equal(["CT-202"], due.Withhold(Drafts.Author, "仍在过程中", "第十六条", new DateOnly(2027, 3, 1), new DateOnly(2026, 9, 2)).Codes());
        var kept = due.After(Drafts.Secrecy, d => d.Withhold(Drafts.Secrecy, "仍在过程中", "第十六条", new DateOnly(2027, 3, 1), new DateOnly(2026, 9, 2)));
        Assert.Equal((DraftState.Withheld, false, new DateOnly(2027, 3, 1)), (kept.State, kept.Withheld!.LookDue, kept.Withheld.ReviewOn));

        var opened = kept.After(Drafts.Author, d => d.Save(Drafts.Open, null, null, 0));
        Assert.NotNull(opened.Withheld); // in the register until it is public
        var published = opened.After(Drafts.Author, d => d.HandIn(Drafts.Steps, null, Entries.Today)).Passed(Drafts.Secrecy).Passed(Drafts.Leader)
            .After(Drafts.Author, d => d.Settle(2, Drafts.Taken(1), "", Entries.Today));
        Assert.Null(published.Withheld);
    }

    [Fact]
    public void Withhold_OfWhatIsPublic_IsRefused()
    {
        var again = Drafts.Published().After(Drafts.Author, d => d.Save(Drafts.Open with { Title = "修订" }, null, null, 1)).After(Drafts.Author, d => d.HandIn(Drafts.Steps, null, Entries.Today));
        Assert.Equal(["CT-215"], again.Withhold(Drafts.Secrecy, "内部事务", "第十六条", Entries.Today.AddDays(30), Entries.Today).Codes());
    }

    [Fact]
    public void Released_IsApprovedByWhoeverPassedTheLastStep_AndSaysWhoWrote()
    {
        var release = EntryRelease.Of(Drafts.Open.Id, Drafts.Released())!;
        Assert.Equal(("li@330110", "zhang@330110", 0L, "round-1"), (release.ApprovedBy, release.Author, release.BaseRevision, release.SourceVersion));
    }

    [Fact]
    public void Return_GoesThroughEveryStepAgain_AndIsBoundToFields()
    {
        var back = Drafts.AtRelease().After(Drafts.Leader, d => d.Return(Drafts.Leader, "成文日期有误", ["formedOn"]));
        Assert.Equal((DraftState.Returned, "签发", "formedOn"), (back.State, back.LastReturn!.Step, back.LastReturn.Fields.Single()));
        var again = back.After(Drafts.Author, d => d.HandIn(Drafts.Steps, null, Entries.Today));
        Assert.Equal("保密审查", again.Step);
        Assert.Equal(["CT-207"], Drafts.InReview().Return(Drafts.Secrecy, " ", ["title"]).Codes());
        Assert.Equal(["CT-207"], Drafts.InReview().Return(Drafts.Secrecy, "不清", []).Codes());
        Assert.Equal(["CT-207"], Drafts.InReview().Return(Drafts.Secrecy, "不清", ["colour"]).Codes());
    }

    [Fact]
    public void Conflict_GoesBackToTheAuthor_AndIsSettledByReadingTheOther()
    {
        var clash = Drafts.Released().After(Drafts.Author, d => d.Settle(1, Drafts.Taken(4, EntryOutcome.Conflict), "", Entries.Today));
        Assert.Equal((DraftState.Returned, 4L), (clash.State, clash.Clash));
        Assert.Equal(["CT-101"], clash.Save(Drafts.Open, null, 3, 4).Codes());
        var seen = clash.After(Drafts.Author, d => d.Save(Drafts.Open, null, 4, 4));
        Assert.Equal((0L, 4L), (seen.Clash, seen.BaseRevision));
    }

    [Fact]
    public void Settle_OfAnEarlierRound_OrTwice_ChangesNothing()
    {
        var published = Drafts.Published();
        Assert.Empty(published.Settle(1, Drafts.Taken(1), "索-1", Entries.Today).Events);
        Assert.Empty(Drafts.Released().Settle(0, Drafts.Taken(1), "", Entries.Today).Events);
        Assert.Equal("索-1", published.Content!.IndexNumber);
    }

    [Fact]
    public void Withdraw_NeedsAReason_AndAnotherPerson()
    {
        Assert.Equal(["CT-210"], Drafts.Published().Withdraw((Drafts.Open, 1), "").Codes());
        Assert.Equal(["CT-213"], Drafts.Published().Withdraw(null, "误发").Codes());
        var asked = Drafts.Withdrawing();
        var asker = new Subject("zhang", Entries.County, [Role.Approver]);
        Assert.Equal(["CT-211"], asked.Pass(asker, asked.Content!.Hash, "").Codes());
        Assert.Equal(["CT-210"], asked.Return(Drafts.Leader, "", []).Codes());
        Assert.Equal(DraftState.Published, asked.After(Drafts.Leader, d => d.Return(Drafts.Leader, "仍然有效", [])).State);
        var release = EntryRelease.Of(Drafts.Open.Id, Drafts.Leaving())!;
        Assert.Equal((true, "误发", "li@330110", 1L), (release.Entry is null, release.Reason, release.ApprovedBy, release.BaseRevision));
        Assert.Null(Drafts.Withdrawn().Public);
    }

    [Fact]
    public void Save_OverAnotherAuthorsVersion_IsRefused()
    {
        Assert.Equal(["CT-212"], Drafts.Written().Save(Drafts.Open with { Title = "另稿" }, 0, null, 0).Codes());
        Assert.Single(Drafts.Written().Save(Drafts.Open with { Title = "另稿" }, 1, null, 0).Events);
        Assert.Empty(Drafts.Written().Save(Drafts.Open, 1, null, 0).Events);
    }

    [Fact]
    public void Validity_IsProposedOnce_AndChangesOnlyWhenAPersonTakesItOver()
    {
        var from = EntryId.Parse("b-2");
        var told = Drafts.Published().After(Drafts.Author, d => d.Propose(Entries.County, from, "新办法", ValidityState.Repealed, Entries.Today, ValidityState.InForce));
        Assert.Equal(ValidityState.InForce, told.Content!.Validity.State);
        Assert.Empty(told.Propose(Entries.County, from, "新办法", ValidityState.Repealed, Entries.Today, ValidityState.InForce).Events);
        Assert.Empty(Drafts.Published().Propose(Entries.County, from, "新办法", ValidityState.Amended, null, ValidityState.Repealed).Events);
        Assert.Equal(["CT-217"], told.DecideValidity(2, true, "", (told.Content, 1)).Codes());
        Assert.Equal(["CT-218"], told.DecideValidity(1, false, " ", (told.Content, 1)).Codes());
        Assert.Equal(["CT-213"], told.DecideValidity(1, true, "", null).Codes());
        var taken = told.After(Drafts.Author, d => d.DecideValidity(1, true, "", (d.Content!, 1)));
        Assert.Equal((DraftState.Writing, 2, ValidityState.Repealed, 1L), (taken.State, taken.Round, taken.Content!.Validity.State, taken.BaseRevision));
        Assert.Empty(told.After(Drafts.Author, d => d.DecideValidity(1, false, "只是部分条款", (d.Content!, 1))).Proposals.Where(p => p.Open));
    }

    private static Decision<DraftEvent> Act(EntryDraft draft, string act) => act switch
    {
        "save" => draft.Save(Drafts.Open with { Title = "改过的标题" }, null, null, draft.BaseRevision),
        "hand-in" => draft.HandIn(Drafts.Steps, null, Entries.Today),
        "pass" => draft.Pass(draft.State == DraftState.Withdrawing ? Drafts.Leader : Drafts.Secrecy, draft.Content?.Hash, ""),
        "return" => draft.Return(Drafts.Secrecy, "标题不清", ["title"]),
        "withhold" => draft.Withhold(Drafts.Secrecy, "内部事务", "条例第十六条", Entries.Today.AddDays(30), Entries.Today),
        _ => draft.Withdraw((Drafts.Open, 1), "误发"),
    };
}
