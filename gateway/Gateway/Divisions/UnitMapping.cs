using System.Globalization;
using Federation.Contracts.Divisions;
using Federation.Domain.Divisions;
using Google.Protobuf.WellKnownTypes;

namespace Federation.Gateway.Divisions;

/// <summary>Units as they travel.</summary>
public static class UnitMapping
{
    /// <summary>A unit with its reporting status.</summary>
    public static V1.Unit ToProto(UnitView view)
    {
        var unit = Make(view.Unit, view.Name, view.Tier, view.Kind, view.Parent, view.Path, view.Children, view.Descendants);
        unit.Reporting.AddRange(view.Reporting.Select(r => new V1.ReportingStatus
        {
            Period = r.Period.ToString(),
            State = (V1.ReportState)((int)r.State + 1),
            Late = r.Late,
            Due = r.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FiledAt = r.FiledAt?.ToTimestamp(),
        }));
        return unit;
    }

    /// <summary>A unit of a tree.</summary>
    public static V1.Unit ToProto(DivisionTree tree, int order)
    {
        var unit = tree[order];
        return Make(unit.Id, unit.Name, unit.Tier, unit.Kind, unit.Parent, tree.PathOf(order), tree.ChildrenOf(order).Count(), tree.LastOf(order) - order);
    }

    /// <summary>A tier.</summary>
    public static V1.Tier ToProto(Tier tier) => (V1.Tier)((int)tier + 1);

    private static V1.Unit Make(UnitId id, string name, Tier tier, UnitKind kind, UnitId? parent, IEnumerable<string> path, int children, int descendants)
    {
        var unit = new V1.Unit
        {
            Unit_ = id.Value,
            Name = name,
            Tier = ToProto(tier),
            Kind = (V1.UnitKind)((int)kind + 1),
            Parent = parent?.Value ?? "",
            Children = children,
            Descendants = descendants,
        };
        unit.Path.AddRange(path);
        return unit;
    }
}
