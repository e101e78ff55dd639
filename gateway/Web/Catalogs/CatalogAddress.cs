using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Web.Pages;

namespace Federation.Web.Catalogs;

/// <summary>Addresses of the pages of catalogs.</summary>
internal static class CatalogAddress
{
    public static string Of(UnitId unit) => $"/catalogs/{unit}";

    public static string Of(UnitId unit, EntryId entry) => $"/catalogs/{unit}/entries/{Escaped(entry)}";

    public static string Canonical(UnitId unit, EntryId entry) => $"/catalogs/{unit}/canonical/{Escaped(entry)}";

    public static string Content(UnitId unit, EntryId entry, Digest hash) => $"/catalogs/{unit}/contents/{hash}/{Escaped(entry)}";

    /// <summary>The path from the nation down to a unit, and what is below it.</summary>
    public static IReadOnlyList<TrailStep> Trail(DivisionTree tree, UnitId unit, string catalogs, string? last = null)
    {
        var steps = new List<TrailStep>();
        if (tree.TryFind(unit, out var order))
        {
            for (var at = order; at > 0; at = tree.ParentOf(at))
                steps.Add(new TrailStep(tree[at].Name, at == order && last is null ? null : Of(tree[at].Id), "zh-CN"));
        }
        steps.Reverse();
        return [new TrailStep(catalogs, "/catalogs"), .. steps, .. last is null ? Array.Empty<TrailStep>() : [new TrailStep(last, null, "zh-CN")]];
    }

    private static string Escaped(EntryId entry) => string.Join('/', entry.Value.Split('/').Select(Uri.EscapeDataString));
}
