#pragma warning disable CS1591 // each member is the sentence it names
using Federation.Domain.WorkPoints;

namespace Federation.Web.Desk.Text;

/// <summary>The coverage matrix, the assignments behind a cell, lineage.</summary>
public sealed partial class DeskWords
{
    public string MatrixOf(string name) => Say($"覆盖矩阵:{name}的直接下级", $"Coverage: directly below {name}");
    public string MatrixLead(int clauses, int units, int holes) => holes == 0
        ? Say($"{clauses} 条 × {units} 个单位,没有空档。", $"{clauses} clauses, {units} units, no hole.")
        : Say($"{clauses} 条 × {units} 个单位,空档 {holes} 处。", $"{clauses} clauses, {units} units, {holes} holes.");

    public string MatrixLegend => Say("每格:签收数/交办数。", "Each cell: accepted / assigned.");
    public string LegendHole => Say("空:交办后无人签收或分解", "hole: asked, and nobody took it up");
    public string LegendObjected => Say("异:有异议", "obj.: somebody objects");
    public string LegendLate => Say("逾:有单位逾期", "late: some are late");
    public string LegendCarried => Say("分:已分解为下级要点", "cut: carried on in plans below");
    public string LegendDone => Say("✓ 全部完成", "✓ all done");
    public string LegendNone => Say("· 未交办", "· not asked there");
    public string Hole => Say("空", "hole");
    public string CellLate(long count) => Say($"逾 {count}", $"late {count}");
    public string CellObjected(long count) => Say($"异 {count}", $"obj. {count}");
    public string CellCarried(long count) => Say($"分 {count}", $"cut {count}");
    public string HolesHeading => Say("空档清单", "Holes");
    public string UntakenHeading => Say("无人承接的条目", "Clauses that nobody took up");
    public string WholeRow => Say("合计", "All");
    public string NothingAssigned => Say("这里没有交办任何条目。", "Nothing was asked here.");
    public string Print => Say("打印", "Print");
    public string Wider => Say("上一层", "One tier up");
    public string CellLabel(string unit, string clause, CoverageCell cell) => Say(
        $"{unit},第 {clause} 条:交办 {cell.Assigned},签收 {cell.Accepted},异议 {cell.Objected},完成 {cell.Done},逾期 {cell.Late},分解 {cell.CarriedOn}{(cell.IsHole ? ",空档" : "")}",
        $"{unit}, clause {clause}: {cell.Assigned} assigned, {cell.Accepted} accepted, {cell.Objected} objected, {cell.Done} done, {cell.Late} late, carried on by {cell.CarriedOn}{(cell.IsHole ? ", a hole" : "")}");

    public string AssignmentsOf(string name) => Say($"逐单位办理情况:{name}", $"Unit by unit: {name}");
    public string Clause => Say("条目", "Clause");
    public string EveryClause => Say("全部条目", "All clauses");
    public string EveryState => Say("全部签收状态", "Any state");
    public string EveryLight => Say("全部办理状态", "Any status");
    public string AcceptState => Say("签收状态", "State");
    public string NoAssignments => Say("没有符合条件的单位。", "No unit is so.");
    public string SentOn => Say("交办", "Sent");
    public string AnsweredOn => Say("答复", "Answered");
    public string EscalatedOn(string day) => Say($"逾期未签收,{day} 已报其上级", $"silent; told to the unit above on {day}");
    public string ObjectsBecause(string reason) => Say($"异议:{reason}", $"objects: {reason}");
    public string AssignmentRange(int count, bool more) => more ? Say($"本页 {count} 行,后面还有", $"{count} lines here, more follow") : Say($"{count} 行", $"{count} lines");
    public string Filter => Say("筛选", "Filter");
    public string LineageOf(string clause) => Say($"来龙去脉:{clause}", $"Lineage of {clause}");
    public string LineageUp => Say("从哪里来", "Where it comes from");
    public string LineageDown => Say("分解到哪里", "Where it goes");
    public string NoLineageDown => Say("没有下级要点承接本条。", "No plan below carries it on.");
    public string FirstClause => Say("本条即起点,没有上级条目。", "It begins here; no clause stands above it.");
    public string ThisClause => Say("本条", "this clause");
}
