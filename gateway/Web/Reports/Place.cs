using System.Collections.Immutable;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Web.Pages;

namespace Federation.Web.Reports;

/// <summary>A unit on the frozen list of an open period: what every page about reports is about.</summary>
/// <param name="Roster">The frozen list.</param>
/// <param name="Row">The unit on it.</param>
public sealed record Place(Roster Roster, RosterRow Row)
{
    /// <summary>unit/period, as addresses of pages end.</summary>
    public string Address => $"{Row.Unit}/{Roster.Period}";

    /// <summary>True when no unit hangs below.</summary>
    public bool IsLeaf => Row.Last == Row.Ord;

    /// <summary>Rows from the nation down to the unit, itself included.</summary>
    public ImmutableArray<RosterRow> FromNation
    {
        get
        {
            var path = new Stack<RosterRow>();
            for (var at = Row.Ord; at >= 0; at = Roster.Rows[at].Parent)
                path.Push(Roster.Rows[at]);
            return [.. path];
        }
    }

    /// <summary>Official name with everything above it: 重庆市铜梁区巴川街道. A name that begins with the one above does not repeat it.</summary>
    public string FullName
    {
        get
        {
            var path = Roster.PathOf(Row);
            return path.IsEmpty ? Row.Name : string.Concat(path.Where((name, at) => at + 1 == path.Length || !path[at + 1].StartsWith(name, StringComparison.Ordinal)));
        }
    }

    /// <summary>The path as it is shown over a page.</summary>
    /// <param name="page">First word of the address of the pages linked, for example <c>coverage</c>.</param>
    /// <param name="tail">Rest of the address after the period; empty or beginning with a slash.</param>
    /// <param name="last">The page itself when it lies below the unit's; null when it is the unit's.</param>
    public IReadOnlyList<TrailStep> Trail(string page, string tail = "", string? last = null)
    {
        TrailStep Step(RosterRow row) => new(row.Name, row == Row && last is null ? null : $"/{page}/{row.Unit}/{Roster.Period}{tail}", "zh-CN");
        var steps = FromNation.Select(Step);
        return last is null ? [.. steps] : [.. steps, new TrailStep(last, null)];
    }
}

/// <summary>A place, or all findings that speak against it.</summary>
internal readonly record struct Found(Place? Place, ImmutableArray<Finding> Findings);
