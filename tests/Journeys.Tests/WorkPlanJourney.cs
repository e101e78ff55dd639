using Federation.Domain.Authority;
using Federation.Journeys.Tests.Support;
using Federation.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Federation.Journeys.Tests;

/// <summary>From the text of a notice: a province's work point reaches a township through its city and county, and its state is visible all the way up.</summary>
public sealed class WorkPlanJourney
{
    private const string Province = "110000", City = "110100", County = "110101", Town = "110101001";
    private static readonly int Year = TimeProvider.System.GetUtcNow().Year;
    private static readonly string Text = FormattableString.Invariant($"""
        单位110000人民政府办公厅关于印发{Year}年政务公开工作要点的通知
        甲政办发〔{Year}〕1号
        各市人民政府:
        为落实国办发〔{Year}〕1号文件,现印发给你们。
        单位110000人民政府办公厅
        {Year}年1月5日
        一、公开目录。各市人民政府应于{Year + 1}年12月31日前公开主动公开基本目录。
        二、政策解读。每季度解读重要政策不少于2次。(各市人民政府负责)
        三、队伍建设。加强公开队伍建设。(省月球局牵头,各市人民政府落实)
        """);
    private static readonly string Due = FormattableString.Invariant($"once {Year + 1}-12-31");

    [Fact]
    public async Task WorkPoint_OfTheProvince_IsBrokenDownTierByTier_AndReceiptsComeUp()
    {
        using var at = new Installation(new Country(provinces: 2, cities: 2, counties: 2, townships: 2));
        await at.Start();
        var plans = new WorkPlans.WorkPlansClient(at.Calls);

        await Read(at, plans);
        var preview = await plans.PreviewPlanAsync(new PreviewPlanRequest { Unit = Province, Year = Year, Number = 1 }, Officer(at, Province));
        Assert.Equal([City, "110200"], preview.Receivers.Select(r => r.Unit));
        Assert.All(preview.Receivers, r => Assert.Equal("层级:市级政府", r.Why));
        await Issue(at, plans, Province, 2);

        await Cascade(at, plans, City, $"{Province}/{Year}/1", 10, 2);
        await Cascade(at, plans, County, $"{City}/{Year}/1", 10, 3); // two townships and the agency
        await Weaken(at, plans);
        await Answer(at, plans);
        await Verify(at, plans);

        await at.Terminate();
        var (exit, output) = await at.Verify();
        Assert.True(exit == 0, output);
    }

    [Fact] // cut off at the worst moment: issued, on disk, and nothing delivered yet
    public async Task WorkPoint_WhoseDeliveryWasCutOff_ArrivesOnReturn()
    {
        using var at = new Installation(new Country(provinces: 1, cities: 3, counties: 5, townships: 10));
        await at.Start();
        var plans = new WorkPlans.WorkPlansClient(at.Calls);
        await Draft(at, plans, Content("all"));
        var issued = await plans.IssuePlanAsync(new IssuePlanRequest { Unit = Province, Year = Year, Number = 1 }, Officer(at, Province));
        await at.Kill();

        await at.Start();
        plans = new WorkPlans.WorkPlansClient(at.Calls);
        var reached = await Until(at, plans, Province, p => p.Counts.Reached == p.Counts.Receivers);
        Assert.Equal((issued.Counts.Receivers, 1), (reached.Counts.Reached, reached.Version));
        var open = await plans.ListAssignmentsAsync(new ListAssignmentsRequest { Unit = Province, Year = Year, Number = 1, State = "assigned" }, Officer(at, Province));
        Assert.Empty(open.Assignments);
        await at.Terminate();
        var (exit, output) = await at.Verify();
        Assert.True(exit == 0, output);
    }

    // One call: the notice is read and the draft is kept; the officer looks at what is told and says what the unknown body is.
    private static async Task Read(Installation at, WorkPlans.WorkPlansClient plans)
    {
        var drafted = await plans.DraftPlanFromNoticeAsync(
            new DraftPlanFromNoticeRequest { Unit = Province, Year = Year, Number = 1, FileName = "要点.txt", Content = ByteString.CopyFromUtf8(Text), AcceptWithin = 5, Minutes = 60 }, Officer(at, Province));
        Assert.Equal([Due, "count >=2 quarterly", "once"], drafted.Content.Points.Select(p => Assert.Single(p.Measures)));
        Assert.Equal((FormattableString.Invariant($"甲政办发〔{Year}〕1号"), FormattableString.Invariant($"国办发〔{Year}〕1号")), (drafted.Content.DocumentNumber, drafted.Content.Basis));
        Assert.Contains(drafted.Notes, n => (n.Code, n.Where) == ("WP-401", "三"));
        var notices = new Notices.NoticesClient(at.Calls);
        Assert.Equal("省月球局", Assert.Single((await notices.ListBodyNamesAsync(new ListBodyNamesRequest { Unit = Province }, Officer(at, Province))).Open).Name);
        var chosen = await notices.ChooseBodyNameAsync(new ChooseBodyNameRequest { Unit = Province, Name = "省月球局", Units = { Province } }, Officer(at, Province));
        Assert.Equal([$"{Province}/{Year}/1"], chosen.Filled);
        Assert.DoesNotContain((await plans.PreviewPlanAsync(new PreviewPlanRequest { Unit = Province, Year = Year, Number = 1 }, Officer(at, Province))).Findings, f => f.Code == "WP-009");
    }

    private static PlanContent Content(string receivers)
    {
        var content = new PlanContent { Title = "年度政务公开工作要点", DocumentNumber = "甲政办发〔2026〕1号", Basis = "国办发〔2026〕1号", AcceptWithin = 5, Receivers = { receivers } };
        content.Points.Add(new WorkPoint { Clause = "一", Title = "目录", Text = "公开基本目录", Minutes = 60, Measures = { Due } });
        content.Points.Add(new WorkPoint { Clause = "二", Title = "解读", Text = "每季度解读不少于2次", Minutes = 60, Measures = { "count >=2 quarterly" } });
        return content;
    }

    private static Task<Plan> Draft(Installation at, WorkPlans.WorkPlansClient plans, PlanContent content) =>
        plans.SavePlanDraftAsync(new SavePlanDraftRequest { Unit = Province, Year = Year, Number = 1, Content = content }, Officer(at, Province)).ResponseAsync;

    private static async Task Issue(Installation at, WorkPlans.WorkPlansClient plans, string unit, int receivers)
    {
        var issued = await plans.IssuePlanAsync(new IssuePlanRequest { Unit = unit, Year = Year, Number = 1 }, Officer(at, unit));
        Assert.Equal((1, receivers), (issued.Version, issued.Counts.Receivers));
        await Until(at, plans, unit, p => p.Counts.Reached == receivers);
    }

    private static async Task Cascade(Installation at, WorkPlans.WorkPlansClient plans, string unit, string from, int earlier, int receivers)
    {
        var draft = await plans.CascadePlanAsync(new CascadePlanRequest { Unit = unit, Year = Year, Number = 1, From = from, EarlierByDays = earlier }, Officer(at, unit));
        Assert.DoesNotContain(draft.Findings, f => f.Severity == Finding.Types.Severity.Error);
        await Issue(at, plans, unit, receivers);
    }

    // The other city tries to give itself a day more than the province does, and to ask less.
    private static async Task Weaken(Installation at, WorkPlans.WorkPlansClient plans)
    {
        const string other = "110200";
        var draft = await plans.CascadePlanAsync(new CascadePlanRequest { Unit = other, Year = Year, Number = 1, From = $"{Province}/{Year}/1" }, Officer(at, other));
        draft.Draft.Points[0].Measures[0] = FormattableString.Invariant($"once {Year + 2}-01-01");
        draft.Draft.Points[1].Measures[0] = "count >=1 quarterly";
        await plans.SavePlanDraftAsync(new SavePlanDraftRequest { Unit = other, Year = Year, Number = 1, Content = draft.Draft }, Officer(at, other));
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await plans.IssuePlanAsync(new IssuePlanRequest { Unit = other, Year = Year, Number = 1 }, Officer(at, other)));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
    }

    private static async Task Answer(Installation at, WorkPlans.WorkPlansClient plans)
    {
        var books = new Obligations.ObligationsClient(at.Calls);
        var plan = $"{County}/{Year}/1";
        var book = await books.OpenPlanAsync(new OpenPlanRequest { Unit = Town, Year = Year, Plan = plan }, at.Clerk(Town));
        var accept = new AcceptDutiesRequest { Unit = Town, Year = Year };
        accept.Duties.AddRange(book.Duties.Select(d => d.Id));
        Assert.Equal(3, accept.Duties.Count);
        await books.AcceptDutiesAsync(accept, at.Clerk(Town));
        await Until(at, plans, County, p => p.Counts is { Opened: 1, Accepted: 1 });
    }

    private static async Task Verify(Installation at, WorkPlans.WorkPlansClient plans)
    {
        var county = await plans.GetPlanAsync(new GetPlanRequest { Unit = County, Year = Year, Number = 1 }, Officer(at, County));
        Assert.Equal(FormattableString.Invariant($"once {Year + 1}-12-11"), county.Content.Points[0].Measures[0]); // twice ten days earlier
        var up = await plans.GetClauseLineageAsync(new GetClauseLineageRequest { Clause = $"{County}/{Year}/1#一" }, Officer(at, County));
        Assert.Equal([County, City, Province], up.Up.Select(s => s.Issuer));
        var down = await plans.GetClauseLineageAsync(new GetClauseLineageRequest { Clause = $"{Province}/{Year}/1#一" }, Officer(at, Province));
        Assert.Equal([(City, 1), (County, 2)], down.Down.Select(s => (s.Issuer, s.Depth)));

        var coverage = await plans.GetPlanCoverageAsync(new GetPlanCoverageRequest { Unit = Province, Year = Year, Number = 1 }, Officer(at, Province));
        Assert.Equal([(City, false), ("110200", true)], coverage.Units.Select(u => (u.Unit, u.Cells[0].Hole))); // carried on here, a hole there
        Assert.Equal(2, coverage.Units[0].Cells[0].CarriedOn);
        Assert.Empty(coverage.Untaken);
    }

    private static Metadata Officer(Installation at, string unit) => at.As(unit, Role.Officer, Role.Reader);

    private static async Task<Plan> Until(Installation at, WorkPlans.WorkPlansClient plans, string unit, Func<Plan, bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var plan = await plans.GetPlanAsync(new GetPlanRequest { Unit = unit, Year = Year, Number = 1 }, Officer(at, unit));
            if (holds(plan))
                return plan;
            Assert.False(patience.IsCancellationRequested, $"the plan of {unit} stopped at {plan.Counts}");
            await Task.Delay(50);
        }
    }
}
