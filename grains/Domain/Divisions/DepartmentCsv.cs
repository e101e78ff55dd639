using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Divisions;

/// <summary>
/// Reads departments from CSV: <c>key,province,municipality,city,county,township</c> and columns for people (<c>source</c>, <c>note</c>).
/// A column of a tier holds the name there, with <c>*</c> for the territory; empty means that the tier has none. Every fault is reported
/// by line.
/// </summary>
public static class DepartmentCsv
{
    private static readonly string[] Required = ["key", "province", "city", "county", "township", "municipality"];

    /// <summary>True when a file is of this shape, and not a list of units by name: its heading has the column <c>key</c>.</summary>
    /// <param name="heading">First line of the file.</param>
    public static bool Fits(string heading) => heading.TrimStart('\uFEFF').Split(',').Any(c => c.Trim() == Required[0]);

    /// <summary>Reads all lines.</summary>
    /// <returns>The departments that could be read, and all findings in order of line.</returns>
    public static (ImmutableArray<Department> Departments, ImmutableArray<Finding> Findings) Read(TextReader text)
    {
        var departments = ImmutableArray.CreateBuilder<Department>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var keys = new HashSet<string>();
        foreach (var (line, field) in CsvLines.Read(text, Required, DivisionRules.BadLine, findings))
        {
            var key = field("key");
            string?[] names = [null, .. Required[1..].Select(c => field(c) is { Length: > 0 } name ? name : null)];
            if (!UnitId.TryParse($"{UnitId.Nation}.{key}", out _))
                findings.Add(DivisionRules.BadCode.At(DivisionCsv.Place(line), $"部门简称“{key}”格式不对", $"'{key}' is no short name of an agency"));
            else if (!keys.Add(key))
                findings.Add(DivisionRules.DepartmentTwice.At(DivisionCsv.Place(line), $"部门“{key}”出现两次", $"the department {key} stands twice"));
            foreach (var bare in names.Where(n => n is not null && !n.Contains(Department.Place, StringComparison.Ordinal)))
                findings.Add(DivisionRules.NoPlaceInName.At(DivisionCsv.Place(line), $"名称“{bare}”中没有代表地名的 *", $"the name {bare} has no * for the territory"));
            departments.Add(new Department(key, [.. names[..5]], names[5]));
        }
        return (departments.ToImmutable(), findings.ToImmutable());
    }
}
