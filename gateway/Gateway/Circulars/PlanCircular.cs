using System.Collections.Immutable;
using System.Globalization;
using Federation.Documents.Circulars;
using Federation.Domain.Divisions;
using Federation.Domain.WorkPoints;

namespace Federation.Gateway.Circulars;

/// <summary>通报 of how a plan is carried out: units ranked, what is done, what is late and what is said about it.</summary>
internal sealed class PlanCircular(IPlanReads plans, PlanRow plan, DivisionTree tree, int top, DateTimeOffset now)
{
    private const int MostListed = 100;

    private sealed record Tally(string Name, long All, long Done, long Claimed, long Late, long Unanswered, long Objected)
    {
        public decimal Rate => All == 0 ? 1 : (decimal)Done / All;
    }

    /// <summary>Gathers it.</summary>
    public async Task<Circular> Write(CancellationToken ct)
    {
        var issuer = tree.Find(plan.Issuer)?.Name ?? plan.Issuer.Value;
        var clauses = await plans.Clauses(plan.Plan, ct);
        var all = await plans.Count(plan.Plan, top, tree.LastOf(top), ct);
        var units = new List<Tally>();
        foreach (var child in tree.ChildrenOf(top))
        {
            if (await plans.Count(plan.Plan, child, tree.LastOf(child), ct) is { IsEmpty: false } counts && Of(tree[child].Name, counts) is { All: > 0 } tally)
                units.Add(tally);
        }
        var late = await plans.Late(plan.Plan, top, tree.LastOf(top), MostListed + 1, ct);
        var objections = await plans.Assignments(plan.Plan, null, AssignmentState.Objected, top - 1, tree.LastOf(top), MostListed + 1, ct);
        var whole = Of(tree[top].Name, all);
        var number = plan.DocumentNumber.Length > 0 ? $"({plan.DocumentNumber})" : "";
        return new Circular(
            $"关于《{plan.Title}》落实情况的通报", issuer, now, $"现将《{plan.Title}》{number}在{tree[top].Name}的落实情况通报如下。完成情况由佐证和时限算出,不由人填写;“待核”是单位已报、系统无从核对且上级尚未认可的,不计入完成。",
            [
                new("总体情况", [Say($"工作要点第 {plan.Version} 版共 {clauses.Length} 条,发至 {plan.Receivers} 个单位。本次通报范围内应办 {whole.All} 项,完成 {whole.Done} 项,完成率 {whole.Rate:0.0%}，待核 {whole.Claimed} 项,逾期 {whole.Late} 项;尚未签收 {whole.Unanswered} 项,有异议 {whole.Objected} 项。")]),
                new("各单位完成情况排名", [], Ranking(units)),
                new("各条完成情况", [], Clauses(clauses, all)),
                new("逾期未完成", late.IsEmpty ? ["无。"] : late.Length > MostListed ? [Say($"共 {whole.Late} 项,列前 {MostListed} 项。")] : [], late.IsEmpty ? null : LateRows(late, clauses)),
                new("异议及理由", objections.IsEmpty ? ["无。"] : [], objections.IsEmpty ? null : Objections(objections, clauses)),
            ],
            ["《中华人民共和国政府信息公开条例》第四十六条:建立健全政府信息公开工作考核制度、社会评议制度和责任追究制度,定期进行考核、评议。", "《中华人民共和国政府信息公开条例》第四十七条:对未按照要求开展政府信息公开工作的,予以督促整改或者通报批评。", $"《{plan.Title}》{number}。"]);
    }

    private static Tally Of(string name, IEnumerable<AssignmentCount> counts)
    {
        var rows = counts.Where(c => c.State != AssignmentState.Withdrawn).ToList();
        return new(
            name, rows.Sum(c => c.Count), On("done"), On("claimed"), On("late"),
            rows.Where(c => c.State is AssignmentState.Assigned or AssignmentState.Delivered or AssignmentState.Opened).Sum(c => c.Count),
            rows.Where(c => c.State == AssignmentState.Objected).Sum(c => c.Count));

        long On(string light) => rows.Where(c => c.Light == light).Sum(c => c.Count);
    }

    private static CircularTable Ranking(List<Tally> units)
    {
        // equal in rate and in what is late: equal in rank
        var ordered = units.OrderByDescending(u => u.Rate).ThenBy(u => u.Late).ToList();
        return new(["名次", "单位", "应办", "完成", "完成率", "待核", "逾期", "未签收"], [8, 28, 10, 10, 14, 10, 10, 10],
        [
            .. ordered.Select(u => ImmutableArray.Create(
                Say($"{1 + ordered.TakeWhile(o => (o.Rate, o.Late) != (u.Rate, u.Late)).Count()}"), u.Name, Say($"{u.All}"), Say($"{u.Done}"), Say($"{u.Rate:0.0%}"), Say($"{u.Claimed}"), Say($"{u.Late}"), Say($"{u.Unanswered}"))),
        ]);
    }

    private static CircularTable Clauses(ImmutableArray<ClauseRow> clauses, ImmutableArray<AssignmentCount> all) => new(
        ["条", "内容", "应办", "完成", "待核", "逾期"], [14, 46, 10, 10, 10, 10],
        [
            .. clauses.Select(c => Of(c.Clause, all.Where(a => a.Clause == c.Clause)) is var t
                ? ImmutableArray.Create(c.Clause, c.Title, Say($"{t.All}"), Say($"{t.Done}"), Say($"{t.Claimed}"), Say($"{t.Late}")) : []),
        ]);

    private CircularTable LateRows(ImmutableArray<AssignmentRow> late, ImmutableArray<ClauseRow> clauses) => new(
        ["单位", "条", "内容", "时限", "说明"], [20, 12, 28, 14, 26],
        [.. late.Take(MostListed).Select(a => ImmutableArray.Create(Place(a), a.Clause, TitleOf(clauses, a), a.Due is { } due ? Say($"{due:yyyy-MM-dd}") : "", Reason(a)))]);

    private CircularTable Objections(ImmutableArray<AssignmentRow> rows, ImmutableArray<ClauseRow> clauses) => new(
        ["单位", "条", "内容", "理由"], [22, 12, 30, 36], [.. rows.Take(MostListed).Select(a => ImmutableArray.Create(Place(a), a.Clause, TitleOf(clauses, a), a.Objection))]);

    private string Place(AssignmentRow row) => tree.TryFind(row.Unit, out var order) ? string.Concat(tree.PathOf(order).TakeLast(2)) : row.Unit.Value;

    private static string TitleOf(ImmutableArray<ClauseRow> clauses, AssignmentRow row) => clauses.FirstOrDefault(c => c.Clause == row.Clause)?.Title ?? "";

    private static string Reason(AssignmentRow row) => row.State switch
    {
        AssignmentState.Objected => $"有异议:{row.Objection}",
        AssignmentState.Accepted => "已签收,未完成",
        _ when row.EscalatedOn is { } on => Say($"未签收,{on:yyyy-MM-dd} 已上报"),
        _ => "未签收",
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
