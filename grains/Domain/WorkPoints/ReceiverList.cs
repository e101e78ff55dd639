using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.WorkPoints;

/// <summary>Who exactly receives a plan on the tree of a day, and why each one.</summary>
/// <param name="Units">In tree order.</param>
/// <param name="Findings">What is wrong with the choices.</param>
public sealed record ReceiverList(ImmutableArray<Receiver> Units, ImmutableArray<Finding> Findings)
{
    private static readonly ImmutableDictionary<Tier, string> TierNames = new Dictionary<Tier, string>
    {
        [Tier.Nation] = "国家级", [Tier.Province] = "省级", [Tier.City] = "市级", [Tier.County] = "县级", [Tier.Township] = "乡级",
    }.ToImmutableDictionary();

    /// <summary>Evaluates the choices of a draft.</summary>
    /// <param name="issuer">Unit that issues. A territory reaches all below it; an agency reaches the agencies of its line below its territory.</param>
    /// <param name="draft">The plan.</param>
    /// <param name="tree">Tree of the day.</param>
    /// <param name="tags">Tags of the installation.</param>
    public static ReceiverList Of(UnitId issuer, PlanDraft draft, DivisionTree tree, UnitTags tags)
    {
        if (!tree.TryFind(issuer, out _))
            return new([], [WorkPlanRules.UnknownReceiver.At("issuer", $"当日没有单位 {issuer}", $"there is no unit {issuer} on that day")]);
        var scope = Scope(issuer, tree);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var general = Choose(draft.Receivers, "receivers", issuer, scope, tree, tags, findings);
        var clauses = new SortedDictionary<int, List<string>>();
        var why = new Dictionary<int, string>();
        for (var i = 0; i < draft.Points.Length; i++)
        {
            var point = draft.Points[i];
            var chosen = point.Receivers.IsEmpty ? general : Choose(point.Receivers, $"points[{i}].receivers", issuer, scope, tree, tags, findings);
            if (chosen.Count == 0)
                findings.Add(WorkPlanRules.NoReceiver.At($"points[{i}]", $"第 {point.Clause} 条没有接收单位", $"clause {point.Clause} has no receiver"));
            foreach (var (order, reason) in chosen)
            {
                if (!clauses.TryGetValue(order, out var bound))
                    clauses[order] = bound = [];
                bound.Add(point.Clause);
                why.TryAdd(order, reason);
            }
        }
        if (draft.Mode == CascadeMode.StepByStep)
        {
            foreach (var order in clauses.Keys.Where(o => !IsDirect(issuer, o, tree)))
                findings.Add(WorkPlanRules.NotDirect.At("receivers", $"逐级转发只发直接下级,{tree[order].Name}({tree[order].Id})不是", $"step by step goes to units directly below; {tree[order].Id} is not"));
        }
        return new([.. clauses.Select(c => new Receiver(tree[c.Key].Id, c.Key, Shared(c.Value), why[c.Key]))], findings.ToImmutable());

        ImmutableArray<string> Shared(List<string> bound) => bound.Count == draft.Points.Length ? draft.Clauses : [.. bound];
    }

    private static bool IsDirect(UnitId issuer, int order, DivisionTree tree) =>
        tree[order].Parent == issuer || (issuer.IsAgency && tree[order].Id.IsAgency && tree.Find(tree[order].Parent!)?.Parent == tree.Find(issuer)!.Parent);

    private static HashSet<int> Scope(UnitId issuer, DivisionTree tree)
    {
        var top = issuer.IsAgency ? tree.Find(issuer)!.Parent! : issuer;
        tree.TryFind(top, out var order);
        var below = Enumerable.Range(order + 1, tree.LastOf(order) - order);
        return [.. issuer.IsAgency ? below.Where(o => tree[o].Id != issuer && LineOf(tree[o].Id) == LineOf(issuer)) : below];
    }

    private static string LineOf(UnitId unit) => unit.IsAgency ? unit.Value[(unit.Value.IndexOf('.', StringComparison.Ordinal) + 1)..] : "";

    private static SortedDictionary<int, string> Choose(
        ImmutableArray<ReceiverChoice> choices, string where, UnitId issuer, HashSet<int> scope, DivisionTree tree, UnitTags tags, ImmutableArray<Finding>.Builder findings)
    {
        var chosen = new SortedDictionary<int, string>();
        foreach (var choice in choices)
        {
            var before = chosen.Count;
            var (found, reason) = choice switch
            {
                AllBelow => (scope, "所有下级"),
                DirectlyBelow => (scope.Where(o => IsDirect(issuer, o, tree)), "直接下级"),
                OfTier(var tier, var kind) => (scope.Where(o => tree[o].Tier == tier && (kind is null || tree[o].Kind == kind)),
                    $"层级:{TierNames[tier]}{(kind is null ? "" : kind == UnitKind.Agency ? "部门" : "政府")}"),
                OfLine(var line) => (scope.Where(o => LineOf(tree[o].Id) == line), $"条线:{line}"),
                Tagged(var tag) => (scope.Where(o => tags.Units.TryGetValue(tag, out var units) && units.Contains(tree[o].Id)), $"标签:{tag}"),
                Listed(var units) => (ByName(units), "名单"),
                Without => ((IEnumerable<int>)[], ""),
                _ => throw new ArgumentException($"unknown choice {choice.GetType().Name}", nameof(choices)),
            };
            var any = false;
            foreach (var order in found)
            {
                any = true;
                chosen.TryAdd(order, reason);
            }
            if (!any && choice is not (Listed or Without))
                findings.Add(WorkPlanRules.EmptyChoice.At(where, $"“{reason}”没有选中任何单位", $"'{reason}' chooses no unit"));
        }
        foreach (var order in choices.OfType<Without>().SelectMany(w => ByName(w.Units)))
        {
            for (var below = order; below <= tree.LastOf(order); below++)
                chosen.Remove(below);
        }
        return chosen;

        IEnumerable<int> ByName(ImmutableArray<UnitId> units)
        {
            foreach (var unit in units)
            {
                if (!tree.TryFind(unit, out var order))
                    findings.Add(WorkPlanRules.UnknownReceiver.At(where, $"当日没有单位 {unit}", $"there is no unit {unit} on that day"));
                else if (!scope.Contains(order))
                    findings.Add(WorkPlanRules.NotBelow.At(where, $"{unit} 不在 {issuer} 的下级中", $"{unit} is not below {issuer}"));
                else
                    yield return order;
            }
        }
    }
}
