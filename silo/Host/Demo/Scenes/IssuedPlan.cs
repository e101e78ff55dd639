using System.Diagnostics;
using System.Globalization;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.V1;
using Spectre.Console;
using WorkPoint = Federation.V1.WorkPoint;

namespace Federation.Host.Demo.Scenes;

/// <summary>工作要点: the superior of the county issues its plan to every unit below, the county breaks it down, receipts come up; the nation issues one point to every government.</summary>
internal static class IssuedPlan
{
    private const int Year = 2026;
    private const int ShowMost = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Issue, receipts, cascade, coverage.</summary>
    public static async Task<bool> Play(Stage stage, UnitId province, CancellationToken ct)
    {
        Story.Heading("工作要点:发布、分解、签收", "a work plan: issued, broken down, receipted");
        var (county, late) = (stage.Cast.County, stage.Cast.Late);
        var officer = stage.As("officer", province, Role.Officer, Role.Reader);
        await stage.WorkPlans.SavePlanDraftAsync(new SavePlanDraftRequest { Unit = province.Value, Year = Year, Number = 1, Content = Content(), RequestId = "demo-plan-draft" }, officer, cancellationToken: ct);
        var preview = await stage.WorkPlans.PreviewPlanAsync(new PreviewPlanRequest { Unit = province.Value, Year = Year, Number = 1, Limit = 1 }, officer, cancellationToken: ct);
        Story.Say($"[bold]{stage.NameOf(province)}[/] 预览:{preview.Count:N0} 个接收单位,最迟 {preview.AcceptBy} 签收 [grey]/ exact receivers on the tree of {preview.AsOf}[/]");
        var started = Stopwatch.GetTimestamp();
        await stage.WorkPlans.IssuePlanAsync(new IssuePlanRequest { Unit = province.Value, Year = Year, Number = 1, RequestId = "demo-plan-issue" }, officer, cancellationToken: ct);
        var reached = await Until(stage, province, 1, p => p.Counts.Reached == p.Counts.Receivers, ct);
        Story.Say($"已发布并送达 [bold]{reached.Counts.Reached:N0}[/] 个单位,送达回执全部落盘,用时 [bold]{Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s[/] [grey]/ issued, delivered, every receipt durable[/]");

        await Accept(stage, county, reached, ct);
        await Cascade(stage, province, county, ct);
        var objected = reached.Content.Points[^1].Clause;
        await stage.Obligations.ObjectToDutyAsync(
            new ObjectToDutyRequest { Unit = late.Value, Year = Year, Duty = $"{reached.Plan_}#{objected}", Reason = "本镇无该类事项", RequestId = "demo-plan-object" }, stage.Clerk(late), cancellationToken: ct);
        var answered = await Until(stage, province, 1, p => p.Counts is { Accepted: >= 1, Objected: >= 1 }, ct);
        Story.Say($"送达 {answered.Counts.Reached:N0},查阅 {answered.Counts.Opened:N0},签收 {answered.Counts.Accepted:N0},异议 {answered.Counts.Objected:N0} [grey]/ reached, opened, accepted, objected[/]");
        return await Coverage(stage, province, officer, ct);
    }

    /// <summary>One point to every government of the nation.</summary>
    public static async Task<bool> Nation(Stage stage, CancellationToken ct)
    {
        var officer = stage.As("officer", UnitId.Nation, Role.Officer, Role.Reader);
        var content = new PlanContent { Title = "关于做好政府信息公开专栏建设的通知", Basis = "《中华人民共和国政府信息公开条例》", AcceptWithin = 10 };
        content.Points.Add(Point("一", "规范专栏", "统一名称、格式建设政府信息公开专栏", "once 2026-12-31"));
        content.Receivers.AddRange(["tier province territory", "tier city territory", "tier county territory", "tier township territory"]);
        var saved = await stage.WorkPlans.SavePlanDraftAsync(new SavePlanDraftRequest { Unit = "000000", Year = Year, Number = 1, Content = content, RequestId = "demo-nation-draft" }, officer, cancellationToken: ct);
        if (saved.Findings.FirstOrDefault(f => f.Code == "WP-104") is { } empty)
        {
            Story.Say($"[grey]{empty.Text};不演示全国发布 / not every tier is there[/]");
            return true;
        }
        var started = Stopwatch.GetTimestamp();
        await stage.WorkPlans.IssuePlanAsync(new IssuePlanRequest { Unit = "000000", Year = Year, Number = 1, RequestId = "demo-nation-issue" }, officer, cancellationToken: ct);
        var issued = Stopwatch.GetElapsedTime(started);
        var reached = await Until(stage, UnitId.Nation, 1, p => p.Counts.Reached == p.Counts.Receivers, ct);
        Story.Say($"全国一条要点发至 [bold]{reached.Counts.Reached:N0}[/] 个政府:发布 {issued.TotalSeconds:N1} s,全部送达回执落盘 [bold]{Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s[/] [grey]/ one point to every government, all receipts durable[/]");
        return true;
    }

    /// <summary>After the due date of its first clause: the township's duty is late.</summary>
    public static async Task<bool> TellLate(Stage stage, CancellationToken ct)
    {
        var book = await stage.Obligations.ListDutiesAsync(new ListDutiesRequest { Unit = stage.Cast.Late.Value, Year = Year, Light = "late" }, stage.Clerk(stage.Cast.Late), cancellationToken: ct);
        Story.Say($"[bold]{stage.NameOf(stage.Cast.Late)}[/] 逾期的要点 [yellow]{book.Duties.Count}[/] 项 [grey]/ duties of the plan that are late now: {string.Join(", ", book.Duties.Select(d => d.Id))}[/]");
        return book.Duties.Count > 0;
    }

    private static async Task Accept(Stage stage, UnitId unit, Plan plan, CancellationToken ct)
    {
        var book = await stage.Obligations.OpenPlanAsync(new OpenPlanRequest { Unit = unit.Value, Year = Year, Plan = plan.Plan_, RequestId = "demo-plan-open" }, stage.Clerk(unit), cancellationToken: ct);
        var accept = new AcceptDutiesRequest { Unit = unit.Value, Year = Year, RequestId = "demo-plan-accept" };
        accept.Duties.AddRange(book.Duties.Where(d => d.Id.StartsWith(plan.Plan_ + "#", StringComparison.Ordinal)).Select(d => d.Id));
        await stage.Obligations.AcceptDutiesAsync(accept, stage.Clerk(unit), cancellationToken: ct);
    }

    private static async Task Cascade(Stage stage, UnitId province, UnitId county, CancellationToken ct)
    {
        var officer = stage.As("officer", county, Role.Officer, Role.Reader);
        var from = string.Create(CultureInfo.InvariantCulture, $"{province}/{Year}/1");
        await stage.WorkPlans.CascadePlanAsync(
            new CascadePlanRequest { Unit = county.Value, Year = Year, Number = 1, From = from, EarlierByDays = 10, Receivers = { "direct" }, RequestId = "demo-cascade" }, officer, cancellationToken: ct);
        await stage.WorkPlans.IssuePlanAsync(new IssuePlanRequest { Unit = county.Value, Year = Year, Number = 1, RequestId = "demo-cascade-issue" }, officer, cancellationToken: ct);
        var plan = await Until(stage, county, 1, p => p.Counts.Reached == p.Counts.Receivers, ct);
        var lineage = await stage.WorkPlans.GetClauseLineageAsync(new GetClauseLineageRequest { Clause = $"{plan.Plan_}#{plan.Content.Points[0].Clause}" }, officer, cancellationToken: ct);
        Story.Say($"[bold]{stage.NameOf(county)}[/] 分解到 {plan.Counts.Receivers} 个单位,期限提前 10 天;来源链 [grey]/ broken down with earlier dates; lineage[/]");
        foreach (var step in lineage.Up)
            Story.Say($"  {step.IssuerName} {step.Clause} {step.Title} {string.Join(";", step.Measures)}");
    }

    private static async Task<bool> Coverage(Stage stage, UnitId province, Grpc.Core.Metadata officer, CancellationToken ct)
    {
        var coverage = await stage.WorkPlans.GetPlanCoverageAsync(new GetPlanCoverageRequest { Unit = province.Value, Year = Year, Number = 1 }, officer, cancellationToken: ct);
        var table = Story.Table([.. coverage.Clauses.Select(c => ">" + c.Clause).Prepend("单位 unit")]);
        foreach (var unit in coverage.Units.OrderByDescending(u => u.Cells.Sum(c => c.Accepted + c.CarriedOn)).Take(ShowMost))
            table.Row([.. unit.Cells.Select(c => c.Hole ? $"空/{c.Assigned}" : $"{c.Accepted}+{c.CarriedOn}/{c.Assigned}").Prepend(unit.Name)]);
        AnsiConsole.Write(table);
        Story.Say($"覆盖矩阵:每格为签收+分解/交办,「空」为无人承接,共 {coverage.Holes} 格 [grey]/ accepted + carried on / assigned; holes where nobody took it up[/]");
        return coverage.Clauses.All(c => c.Total.Assigned > 0);
    }

    private static async Task<Plan> Until(Stage stage, UnitId unit, int number, Func<Plan, bool> holds, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (true)
        {
            var plan = await stage.WorkPlans.GetPlanAsync(new GetPlanRequest { Unit = unit.Value, Year = Year, Number = number }, stage.As("reader", unit, Role.Reader), cancellationToken: patience.Token);
            if (holds(plan))
                return plan;
            await Task.Delay(100, patience.Token);
        }
    }

    private static PlanContent Content()
    {
        var content = new PlanContent { Title = "2026年政务公开工作要点", DocumentNumber = "政办发〔2026〕1号", Basis = "《中华人民共和国政府信息公开条例》", Date = "2026-01-19", AcceptWithin = 5, Receivers = { "all" } };
        content.Points.Add(Point("一/(一)", "主动公开基本目录", "编制并公开主动公开基本目录", "once 2026-03-25"));
        content.Points.Add(Point("一/(二)", "政策解读", "重要政策文件公开后3个工作日内解读", "within 3 working_days of 政策文件公开"));
        content.Points.Add(Point("二/(一)", "政府开放", "每季度开展政府开放活动不少于1次", "count >=1 quarterly"));
        content.Points.Add(Point("二/(二)", "专栏更新", "按月更新政府信息公开专栏", "every monthly +5"));
        return content;
    }

    private static WorkPoint Point(string clause, string title, string text, string measure) => new() { Clause = clause, Title = title, Text = text, Measures = { measure }, Minutes = 60 };
}
