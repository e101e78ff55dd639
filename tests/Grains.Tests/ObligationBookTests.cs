using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;
using Federation.Storage.Memory;
using static Federation.Grains.Tests.SmallNation;

namespace Federation.Grains.Tests;

/// <summary>A unit's book of duties on the engine: what comes in, what is done about it, what goes back up. The clock begins on 20 January 2026, a Tuesday.</summary>
public sealed class ObligationBookTests
{
    private static readonly PlanId Plan = PlanId.Parse("110101/2026/1");
    private static readonly Subject Head = new("chief", County, [Role.Officer]);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly string Proof = new('7', 64); // a hash of which nothing can be verified

    [Fact]
    public async Task Plan_Issued_ReachesTheBook_AndItsReceiptsComeBack()
    {
        await using var nation = await Start();
        var plan = nation.Grains.GetGrain<IWorkPlanGrain>(GrainKeys.Plan(Plan));
        var draft = new PlanDraft("2026年政务公开工作要点", "丙政办发〔2026〕1号", new DateOnly(2026, 1, 19), "",
            [new WorkPoint("一", "公开年报", "一月底前公开年报", [MeasureText.Parse("once 2026-02-10")], [], 60)], [new DirectlyBelow()], CascadeMode.Straight, 5);
        Assert.False((await plan.SaveDraft(new SavePlanDraft("", Head, draft, 0))).Refused);
        var issued = await plan.Issue(new IssuePlan("", Head, null));
        Assert.True(!issued.Refused, string.Join(';', issued.Findings.Select(f => f.Text)));

        var book = Book(nation, TownA);
        await Until(async () => (await book.Get(Clerk(TownA))).Value!.Duties.Length == 1);
        await Until(async () => (await plan.Get())!.Counts.Reached == 3);
        Assert.Equal("110101", Assert.Single((await book.Get(Clerk(TownA))).Value!.Plans).Issuer.Value);

        await book.Open(new OpenDuties("", Clerk(TownA), Plan.ToString()));
        await book.Accept(new AcceptDuties("", Clerk(TownA), [Id("一")]));
        await Until(async () => (await plan.Get())!.Counts is { Accepted: 1, Opened: 1 });
    }

    [Fact]
    public async Task Receive_Repeated_IsOneAct_AndSurvivesARestart()
    {
        var ledger = new MemoryLedger();
        await using (var nation = await Start())
        {
            ledger = nation.Ledger;
            var first = await Book(nation, TownA).Receive(Message(1, Duty("一", "once 2026-06-30")));
            var again = await Book(nation, TownA).Receive(Message(1, Duty("一", "once 2026-06-30")));
            Assert.Equal((1, 1), (first.Value!.Revision, again.Value!.Revision));
        }
        await using var later = await Start(ledger);
        var view = (await Book(later, TownA).Get(Clerk(TownA))).Value!;
        Assert.Equal((1, Id("一")), (view.Revision, Assert.Single(view.Duties).Duty.Id));
    }

    [Fact]
    public async Task Receive_FromAUnitThatIsNotAbove_IsRefused()
    {
        await using var nation = await Start();

        var reply = await Book(nation, CityTown).Receive(Message(1, Duty("一", "once")));

        Assert.Equal(["OB-005"], reply.Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Life_OfADuty_FromAcceptanceToCloseOut()
    {
        await using var nation = await Start();
        var book = Book(nation, TownA);
        await book.Receive(Message(1, Duty("一", "once 2026-02-10"), Duty("二", "within 3 working_days of 文件公开")));
        Assert.Equal(["AU-001"], (await book.Accept(new AcceptDuties("", Clerk(TownB), [Id("一")]))).Findings.Select(f => f.Code));
        await book.Accept(new AcceptDuties("a", Clerk(TownA), [Id("一")]));
        var given = await book.Give(new GiveEvidence("g", Clerk(TownA), Id("一"), "file", Proof));
        Assert.Equal(("claimed", true), (Line(given, "一").Light, Line(given, "一").AwaitsReview));
        Assert.Equal(["OB-017"], (await book.Close(new CloseDuty("", Reviewer(County), Id("一")))).Findings.Select(f => f.Code));
        Assert.Equal(["AU-001"], (await book.Review(new ReviewEvidence("", Clerk(TownA), Id("一"), 1, true))).Findings.Select(f => f.Code));
        await book.Review(new ReviewEvidence("r", Reviewer(County), Id("一"), 1, true));

        var closed = await book.Close(new CloseDuty("c", Reviewer(County), Id("一")));

        Assert.Equal("reviewer@110101", Line(closed, "一").Acceptance.ClosedBy);
        Assert.Equal("not_due", Line(closed, "二").Light);
        var repeated = await book.Give(new GiveEvidence("g", Clerk(TownA), Id("一"), "file", Proof));
        Assert.Equal(5, repeated.Value!.Revision); // the same request: no second effect
        Assert.Equal(["AR-110"], (await book.Give(new GiveEvidence("g", Clerk(TownA), Id("二"), "file", Proof))).Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Light_ChangesByTheDate_AndTheDueTableSaysWhen()
    {
        await using var nation = await Start();
        var book = Book(nation, TownA);
        await book.Receive(Message(1, Duty("一", "once 2026-02-10")));
        var due = Assert.Single(await ((IDueTable)nation.Ledger).DueOf(GrainKeys.Duties(TownA, 2026), CancellationToken.None));
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 0, 0, 0, TimeSpan.FromHours(8)), due.At); // a quarter of fifteen working days is soon: three, looked for from five on

        nation.Clock.Forward(TimeSpan.FromDays(22)); // 11 February
        await book.Wake();
        await book.Wake();

        Assert.Equal("late", Line(await book.Get(Clerk(TownA)), "一").Light);
        Assert.Empty(await ((IDueTable)nation.Ledger).DueOf(GrainKeys.Duties(TownA, 2026), CancellationToken.None));
        Assert.Equal("late", Assert.Single((await book.Receipts(Plan.ToString()))!.Lines).Light);
        var digest = (await book.Digest(Clerk(TownA))).Value!;
        Assert.Equal(["late", "open"], digest.Lines.Select(l => l.Light)); // late, and not even accepted
    }

    [Fact]
    public async Task Evidence_OfASealedReport_IsReadNotTyped()
    {
        await using var nation = await Start();
        await nation.File(TownA, 7);
        await nation.Total(County, filed: 1, applications: 7);
        var book = Book(nation, TownA);
        await book.Receive(Message(1, Duty("一", "count >=5 yearly")));

        var given = await book.Give(new GiveEvidence("", Clerk(TownA), Id("一"), "report", "annual-2025/t3.new.total", Value: 99));

        Assert.Equal(7, Assert.Single(Line(given, "一").Evidence).Value);
        Assert.Equal(["OB-023"], (await book.Give(new GiveEvidence("", Clerk(TownA), Id("一"), "report", "annual-2024/t3.new.total"))).Findings.Select(f => f.Code));
        Assert.Equal(["OB-010"], (await book.Give(new GiveEvidence("", Clerk(TownA), Id("一"), "rumour", "x"))).Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Number_HeldAlready_IsNotAskedForAgain_ButFilledInWhenItsSourceIsNamed()
    {
        await using var nation = await Start();
        await nation.File(TownA, 7);
        await nation.Total(County, filed: 1, applications: 7);
        var plan = nation.Grains.GetGrain<IWorkPlanGrain>(GrainKeys.Plan(Plan));
        var point = new WorkPoint("一", "新收件数", "新收政府信息公开申请不少于5件", [MeasureText.Parse("count >=5 yearly")], [], 0) { Asks = [new AskedNumber("本年新收政府信息公开申请数量", "")] };
        var draft = new PlanDraft("2026年政务公开工作要点", "丙政办发〔2026〕1号", null, "", [point], [new Listed([TownA, TownB])], CascadeMode.Straight, 5);
        await plan.SaveDraft(new SavePlanDraft("", Head, draft));

        Assert.Equal(["OB-103", "OB-101"], (await plan.Issue(new IssuePlan("", Head, null))).Findings.Where(f => f.Blocks).Select(f => f.Code));

        var named = point with { Minutes = 15, Asks = [point.Asks[0] with { Source = "report:annual-2025/t3.new.total" }] };
        await plan.SaveDraft(new SavePlanDraft("", Head, draft with { Points = [named] }));
        var issued = await plan.Issue(new IssuePlan("", Head, null));
        Assert.True(!issued.Refused, string.Join(';', issued.Findings.Select(f => f.Text)));
        await Until(async () => (await plan.Get())!.Counts.Reached == 2);
        var answered = Assert.Single((await Book(nation, TownA).Get(Clerk(TownA))).Value!.Duties);
        Assert.Equal(("done", 7m, "verified", "system@000000"), (answered.Light, answered.Evidence[0].Value, answered.Evidence[0].Check, answered.Evidence[0].By));
        Assert.Equal("open", Assert.Single((await Book(nation, TownB).Get(Clerk(TownB))).Value!.Duties).Light); // it has not filed

        await nation.File(TownB, 2); // wakes nobody; the book looks for itself the next morning
        await nation.Total(County, filed: 2, applications: 9);
        Assert.Equal(new DateTimeOffset(2026, 1, 21, 0, 0, 0, TimeSpan.FromHours(8)), Assert.Single(await ((IDueTable)nation.Ledger).DueOf(GrainKeys.Duties(TownB, 2026), CancellationToken.None)).At);
        await Book(nation, TownB).Wake();
        Assert.Equal(2, Assert.Single(Assert.Single((await Book(nation, TownB).Get(Clerk(TownB))).Value!.Duties).Evidence).Value);
        Assert.Equal([(TownA, 15L * 5), (TownB, 15L * 5)], (await nation.Ledger.Burden(Plan, 2026, 0, 99, CancellationToken.None)).Select(r => (r.Unit!, r.Minutes)));
    }

    [Fact]
    public async Task Waiver_EndsByItself_AndCountsInTheAppraisal()
    {
        await using var nation = await Start();
        var book = Book(nation, TownA);
        await book.Receive(Message(1, Duty("一", "once 2026-01-21")));
        await book.Accept(new AcceptDuties("", Clerk(TownA), [Id("一")]));
        Assert.Equal(["AU-001"], (await book.Waive(new WaiveDuty("", Reviewer(County), Id("一"), new DateOnly(2026, 1, 31), "灾情"))).Findings.Select(f => f.Code));
        await book.Waive(new WaiveDuty("", Head, Id("一"), new DateOnly(2026, 1, 31), "灾情"));
        nation.Clock.Forward(TimeSpan.FromDays(5));
        Assert.Equal("waived", Line(await book.Get(Clerk(TownA)), "一").Light);
        nation.Clock.Forward(TimeSpan.FromDays(10)); // 4 February

        Assert.Equal("late", Line(await book.Get(Clerk(TownA)), "一").Light);
        var appraisal = (await book.Appraise(Clerk(TownA))).Value!;
        Assert.Equal([0, 10, 20, 5, 4], appraisal.Scores.Select(s => s.Points)); // the annual report of a government is due by 31 March
        Assert.Equal(30, (await book.Burden(Reviewer(County))).Value!.Months[0].Minutes);
    }

    private static IObligationBookGrain Book(SmallNation nation, UnitId unit) => nation.Grains.GetGrain<IObligationBookGrain>(GrainKeys.Duties(unit, 2026));

    private static DutyId Id(string clause) => DutyId.Of(Plan.ToString(), clause);

    private static Duty Duty(string clause, string measure) =>
        new(Id(clause), "任务" + clause, "条文", MeasureText.Parse(measure), DutyRole.Responsible, "丙政办发〔2026〕1号", [], County, [], 30);

    private static ReceiveDuties Message(int version, params Duty[] duties) => new(
        $"m{version}", County, Plan.ToString(), version, "2026年政务公开工作要点", new DateTimeOffset(2026, 1, 20, 9, 0, 0, TimeSpan.FromHours(8)), [.. duties]);

    private static DutyView Line(Reply<DutyBookView> reply, string clause) => reply.Value!.Duties.Single(d => d.Duty.Id == Id(clause));

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            Assert.False(patience.IsCancellationRequested, "it never came about");
            await Task.Delay(20);
        }
    }
}
