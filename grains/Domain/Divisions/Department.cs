using System.Collections.Immutable;

namespace Federation.Domain.Divisions;

/// <summary>部门设置: a department as governments of a tier usually have it, and what it is called there.</summary>
/// <param name="Key">Last part of the agency's code, for example <c>audit</c> in <c>500151.audit</c>.</param>
/// <param name="Names">
/// Name by tier from nation to township; <c>*</c> stands for the name of the territory; null where the tier has no such department.
/// </param>
/// <param name="InMunicipality">Name in a municipality (直辖市), where departments are 局 and 委 and not 厅; null when it has none.</param>
public sealed record Department(string Key, ImmutableArray<string?> Names, string? InMunicipality)
{
    /// <summary>Stands for the name of the territory.</summary>
    public const char Place = '*';

    private const char Municipality = '市';

    /// <summary>The agency of a territory in the time of one of its rows; null when such a territory has none.</summary>
    /// <param name="territory">A row of a territory. A row of province tier whose name ends with 市 is a municipality.</param>
    /// <exception cref="FormatException">The key is not of the shape of an agency's short name.</exception>
    public Unit? Of(Unit territory)
    {
        var name = territory.Tier == Tier.Province && territory.Name.EndsWith(Municipality) ? InMunicipality : Names[(int)territory.Tier];
        return name is null
            ? null
            : territory with { Id = UnitId.Parse($"{territory.Id}.{Key}"), Name = name.Replace($"{Place}", territory.Name, StringComparison.Ordinal), Kind = UnitKind.Agency, Parent = territory.Id };
    }
}

/// <summary>Gives every territory its usual departments.</summary>
public static class Departments
{
    /// <summary>
    /// The agencies that a list of departments makes: one for every row of every territory whose tier has the department, from the first to
    /// the last day of that row, under the name the territory then bears.
    /// </summary>
    /// <param name="departments">The list; keys differ.</param>
    /// <param name="rows">Rows of units, each with its line. An agency that stands among them is kept as it is and not made again.</param>
    /// <returns>Made as they are read, in order of territory, each with the line of its territory.</returns>
    public static IEnumerable<(int Line, Unit Unit)> Expand(IReadOnlyList<Department> departments, IReadOnlyCollection<(int Line, Unit Unit)> rows)
    {
        var named = rows.Where(r => r.Unit.Kind == UnitKind.Agency).Select(r => r.Unit.Id).ToHashSet();
        foreach (var (line, territory) in rows.Where(r => r.Unit.Kind == UnitKind.Territory))
        {
            foreach (var department in departments)
            {
                if (department.Of(territory) is { } agency && !named.Contains(agency.Id))
                    yield return (line, agency);
            }
        }
    }
}
