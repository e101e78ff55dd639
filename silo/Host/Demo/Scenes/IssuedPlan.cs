using System.Diagnostics;
using System.Globalization;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.V1;
using Spectre.Console;
using WorkPoint = Federation.V1.WorkPoint;

namespace Federation.Host.Demo.Scenes;

/// <summary>How the story of the plan went.</summary>
/// <param name="Township">Whose duty will be late.</param>
/// <param name="Holds">True when everybody who is bound was reached.</param>
internal sealed record PlanStory(UnitId Township, bool Holds);

/// <summary>
/// 工作要点: the plan drafted from the notice goes to every district, all but one break it down to their townships, receipts come up, and the matrix shows the
/// hole; the nation issues one point to every government.
/// </summary>
internal static class IssuedPlan
{
    private const int Year = 2026;
    private const int MostDistricts = 16;
    private static readonly Dictionary<string, string> Lights = new()
    {
        ["not_due"] = "未到期", ["open"] = "在办", ["due_soon"] = "将到期", ["done"] = "已办结", ["late"] = "逾期", ["waived"] = "已豁免",
    };

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Notice, issue, cascade, receipts, progress, coverage.</summary>
    public static async Task<PlanStory> Play(Stage stage, UnitId province, CancellationToken ct)
    {
        await NoticeOfProvince.Draft(stage, province, Year, 1, ct);
        Story.Heading("工作要点:发布、分解、签收", "issued, broken down, receipted");
        var officer = stage.As("officer", province, Role.Officer, Role.Reader);
        var preview = await stage.WorkPlans.PreviewPlanAsync(new PreviewPlanRequest { Unit = province.Value, Year = Year, Number = 1, Limit = 1000 }, officer, cancellationToken: ct);
        Story.Say($"[bold]{stage.NameOf(province)}[/] 预览:{preview.Count:N0} 个接收单位,最迟 {preview.AcceptBy} 签收 [grey]/ exact receivers on the tree of {preview.AsOf}[/]");
        var started = Stopwatch.GetTimestamp();
        await stage.WorkPlans.IssuePlanAsync(new IssuePlanRequest { Unit = province.Value, Year = Year, Number = 1, RequestId = "demo-plan-issue" }, officer, cancellationToken: ct);
        var reached = await Until(stage, province, 1, p => p.Counts.Reached == p.Counts.Receivers, ct);
        Story.Say($"已发布并送达 [bold]{reached.Counts.Reached:N0}[/] 个单位,送达回执全部落盘,用时 [bold]{Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s[/] [grey]/ issued, delivered, every receipt durable[/]");

        List<UnitId> districts = [.. preview.Receivers.Select(r => UnitId.Parse(r.Unit)).Where(d => stage.TerritoriesBelow(d).Count > 0).Take(MostDistricts)];
        var breaking = districts.Count > 1 ? districts[..^1] : districts;
        var below = await CascadeAll(stage, province, breaking, ct);
        var (first, late) = (breaking[0], stage.TerritoriesBelow(breaking[0])[^1]);
        await Answer(stage, first, late, ct);
        await Until(stage, first, 1, p => p.Counts is { Accepted: >= 1, Objected: >= 1 }, ct);
        var answered = await Until(stage, province, 1, p => p.Counts.Accepted >= 1, ct);
        Story.Say($"本级:送达 {answered.Counts.Reached:N0},查阅 {answered.Counts.Opened:N0},签收 {answered.Counts.Accepted:N0} [grey]/ reached, opened, accepted[/]");
        return new PlanStory(late, below && await Coverage(stage, province, officer, ct));
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

    /// <summary>After the end of its first month: a duty of the township is late, and leads up to the clause of the notice.</summary>
    public static async Task<bool> TellLate(Stage stage, PlanStory story, CancellationToken ct)
    {
        var clerk = stage.Clerk(story.Township);
        var book = await stage.Obligations.ListDutiesAsync(new ListDutiesRequest { Unit = story.Township.Value, Year = Year, Light = "late" }, clerk, cancellationToken: ct);
        if (book.Duties.Count == 0)
            return false;
        var duty = book.Duties[0];
        Story.Say($"[bold]{stage.NameOf(story.Township)}[/] 逾期的要点 [yellow]{book.Duties.Count}[/] 项,例如“{duty.Title}”({MeasureWords.Of(MeasureText.Parse(duty.Measure))}),应于 [yellow]{duty.Due}[/] 办结,已过 {-duty.WorkingDays} 个工作日 [grey]/ duties that are late now[/]");
        Story.Say($"  来源 [grey]/ lineage[/]:{string.Join(" → ", duty.Trail.Select(t => $"{stage.NameOf(UnitId.Parse(t.Issuer))} {t.Clause.Split('#')[^1]}"))} → {stage.NameOf(story.Township)}");
        return true;
    }

    private static async Task<bool> CascadeAll(Stage stage, UnitId province, List<UnitId> districts, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var from = string.Create(CultureInfo.InvariantCulture, $"{province}/{Year}/1");
        var plans = new List<Plan>();
        foreach (var district in districts)
        {
            var officer = stage.As("officer", district, Role.Officer, Role.Reader);
            await Accept(stage, district, from, ct);
            await stage.WorkPlans.CascadePlanAsync(
                new CascadePlanRequest { Unit = district.Value, Year = Year, Number = 1, From = from, EarlierByDays = 10, Receivers = { "tier township" }, RequestId = "demo-cascade-" + district.Value }, officer, cancellationToken: ct);
            await stage.WorkPlans.IssuePlanAsync(new IssuePlanRequest { Unit = district.Value, Year = Year, Number = 1, RequestId = "demo-cascade-issue-" + district.Value }, officer, cancellationToken: ct);
        }
        foreach (var district in districts)
            plans.Add(await Until(stage, district, 1, p => p.Counts.Reached == p.Counts.Receivers, ct));
        Story.Say($"{districts.Count} 个下级签收并分解到 [bold]{plans.Sum(p => p.Counts.Receivers):N0}[/] 个乡镇、街道,全部送达,用时 {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s;每条不得宽于上级 [grey]/ accepted, broken down to every township[/]");
        return plans.All(p => p.Counts.Receivers > 0);
    }

    // The townships of one district: all accept, one objects to a clause, one gives evidence; the last does nothing.
    private static async Task Answer(Stage stage, UnitId district, UnitId late, CancellationToken ct)
    {
        var plan = string.Create(CultureInfo.InvariantCulture, $"{district}/{Year}/1");
        List<UnitId> townships = [.. stage.TerritoriesBelow(district).Where(t => t != late)];
        var (giver, objector) = (townships[0], townships.Count > 1 ? townships[^1] : late);
        foreach (var township in townships.Where(t => t != objector))
            await Accept(stage, township, plan, ct);
        var duties = (await stage.Obligations.ListDutiesAsync(new ListDutiesRequest { Unit = giver.Value, Year = Year }, stage.Clerk(giver), cancellationToken: ct)).Duties;
        var once = duties.FirstOrDefault(d => d.Measure == "once") ?? duties[0];
        var evidence = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("公开栏截图"u8));
        var given = await stage.Obligations.GiveEvidenceAsync(
            new GiveEvidenceRequest { Unit = giver.Value, Year = Year, Duty = once.Id, Kind = "file", Reference = evidence, Note = "公开栏截图", RequestId = "demo-evidence" }, stage.Clerk(giver), cancellationToken: ct);
        Story.Say($"[bold]{stage.NameOf(giver)}[/] 为“{once.Title}”交来佐证(文件的 SHA-256),状态由系统算出:{Lights.GetValueOrDefault(given.Duties.First(d => d.Id == once.Id).Light, "")} [grey]/ evidence by hash; status is computed[/]");
        await stage.Obligations.ObjectToDutyAsync(
            new ObjectToDutyRequest { Unit = objector.Value, Year = Year, Duty = duties[^1].Id, Reason = "本地无该类事项", RequestId = "demo-plan-object" }, stage.Clerk(objector), cancellationToken: ct);
        Story.Say($"[bold]{stage.NameOf(objector)}[/] 对 {duties[^1].Id.Split('#')[^1]} 提出异议;[bold]{stage.NameOf(late)}[/] 没有办理 [grey]/ an objection, and one who does nothing[/]");
    }

    private static async Task Accept(Stage stage, UnitId unit, string plan, CancellationToken ct)
    {
        var book = await stage.Obligations.OpenPlanAsync(new OpenPlanRequest { Unit = unit.Value, Year = Year, Plan = plan, RequestId = "demo-open-" + unit.Value }, stage.Clerk(unit), cancellationToken: ct);
        var accept = new AcceptDutiesRequest { Unit = unit.Value, Year = Year, RequestId = "demo-accept-" + unit.Value };
        accept.Duties.AddRange(book.Duties.Where(d => d.Id.StartsWith(plan + "#", StringComparison.Ordinal)).Select(d => d.Id));
        await stage.Obligations.AcceptDutiesAsync(accept, stage.Clerk(unit), cancellationToken: ct);
    }

    // One row a unit; a hole is a clause that nobody there has taken up.
    private static async Task<bool> Coverage(Stage stage, UnitId province, Grpc.Core.Metadata officer, CancellationToken ct)
    {
        var coverage = await stage.WorkPlans.GetPlanCoverageAsync(new GetPlanCoverageRequest { Unit = province.Value, Year = Year, Number = 1 }, officer, cancellationToken: ct);
        var table = Story.Table("单位 unit", ">条目 clauses", ">送达 reached", ">签收 accepted", ">下级承接 carried on", ">空 holes");
        foreach (var unit in coverage.Units.Where(u => u.Cells.Any(c => c.Assigned > 0)))
        {
            var bound = unit.Cells.Where(c => c.Assigned > 0).ToList();
            table.Row(unit.Name, $"{bound.Count}", $"{bound.Count(c => c.Unreached < c.Assigned)}", $"{bound.Count(c => c.Accepted > 0)}", $"{bound.Count(c => c.CarriedOn > 0)}", $"{bound.Count(c => c.Hole)}");
        }
        AnsiConsole.Write(table);
        Story.Say($"覆盖矩阵 {coverage.Clauses.Count} 条 × {coverage.Units.Count} 个单位:「空」为该处无人承接,共 [yellow]{coverage.Holes}[/] 格 [grey]/ clause by unit; holes where nobody took it up[/]");
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

    private static WorkPoint Point(string clause, string title, string text, string measure) => new() { Clause = clause, Title = title, Text = text, Measures = { measure }, Minutes = 60 };
}
