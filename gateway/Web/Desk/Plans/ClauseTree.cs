using System.Collections.Immutable;
using Federation.Domain.WorkPoints;

namespace Federation.Web.Desk.Plans;

/// <summary>A place in the numbered tree of a plan.</summary>
/// <param name="Path">For example 一/(一).</param>
/// <param name="Label">Its last part.</param>
/// <param name="Point">The clause there; null where a plan has only clauses below.</param>
/// <param name="Parts">Places below.</param>
public sealed record ClauseNode(string Path, string Label, WorkPoint? Point, ImmutableArray<ClauseNode> Parts)
{
    /// <summary>The tree of a plan's clauses, in their order.</summary>
    public static ImmutableArray<ClauseNode> Of(ImmutableArray<WorkPoint> points) => Below("", [.. points.Select(p => (p, p.Clause.Split('/')))], 0);

    private static ImmutableArray<ClauseNode> Below(string path, ImmutableArray<(WorkPoint Point, string[] Parts)> points, int depth)
    {
        var nodes = ImmutableArray.CreateBuilder<ClauseNode>();
        foreach (var group in points.Where(p => p.Parts.Length > depth).GroupBy(p => p.Parts[depth]))
        {
            var at = path.Length == 0 ? group.Key : $"{path}/{group.Key}";
            nodes.Add(new ClauseNode(at, group.Key, group.FirstOrDefault(p => p.Parts.Length == depth + 1).Point, Below(at, [.. group], depth + 1)));
        }
        return nodes.ToImmutable();
    }
}

/// <summary>What a version changed in a text: the same beginning, what was there, what is there, the same end.</summary>
public sealed record TextChange(string Start, string Was, string Is, string End)
{
    /// <summary>Compares two texts.</summary>
    public static TextChange Of(string before, string after)
    {
        var most = Math.Min(before.Length, after.Length);
        int start = 0, end = 0;
        while (start < most && before[start] == after[start])
            start++;
        while (end < most - start && before[^(end + 1)] == after[^(end + 1)])
            end++;
        return new(before[..start], before[start..^end], after[start..^end], before[^end..]);
    }
}
