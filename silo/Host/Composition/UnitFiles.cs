using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Host.Composition;

/// <summary>Reads the units of an installation from its files: territories, and when wanted their departments.</summary>
internal static class UnitFiles
{
    /// <summary>Reads and checks them.</summary>
    /// <returns>Every dated row but the nation's, in order of id and first day.</returns>
    /// <exception cref="InvalidDataException">A file breaks rules; the message names every finding by line.</exception>
    public static async Task<ImmutableArray<Unit>> Read(HostSettings settings, CancellationToken ct)
    {
        var rows = await ReadUnits(settings.DivisionsFile, ct);
        if (settings.MostUnits is { } most)
            rows = Limit(Checked(settings.DivisionsFile, rows), most);
        if (settings.DepartmentsFile is { } departments)
            rows = rows.AddRange(await ReadDepartments(departments, rows, ct));
        return [.. Checked(settings.DepartmentsFile ?? settings.DivisionsFile, rows).Rows.Where(u => u.Id != UnitId.Nation)];
    }

    private static async Task<ImmutableArray<(int Line, Unit Unit)>> ReadUnits(string file, CancellationToken ct)
    {
        var (rows, faults) = DivisionCsv.Read(new StringReader(await File.ReadAllTextAsync(file, ct)));
        Refuse(file, faults);
        return rows;
    }

    // Either shape: agencies by name, or the departments of each tier; the heading tells which.
    private static async Task<ImmutableArray<(int Line, Unit Unit)>> ReadDepartments(string file, ImmutableArray<(int Line, Unit Unit)> territories, CancellationToken ct)
    {
        var content = await File.ReadAllTextAsync(file, ct);
        if (!DepartmentCsv.Fits(new StringReader(content).ReadLine() ?? ""))
            return await ReadUnits(file, ct);
        var (departments, faults) = DepartmentCsv.Read(new StringReader(content));
        Refuse(file, faults);
        return [.. Departments.Expand(departments, territories)];
    }

    private static DivisionRegister Checked(string file, ImmutableArray<(int Line, Unit Unit)> rows)
    {
        var (register, broken) = DivisionRegister.Check(rows);
        Refuse(file, broken);
        return register!;
    }

    private static void Refuse(string file, ImmutableArray<Finding> findings)
    {
        if (!findings.IsEmpty)
            throw new InvalidDataException($"{file}:\n" + string.Join('\n', findings.Select(f => $"  {f.Where}  {f.Code}  {f.Text} / {f.TextEn}")));
    }

    // Tree order, so that what is kept is connected: a unit stands after the one it hangs under.
    private static ImmutableArray<(int Line, Unit Unit)> Limit(DivisionRegister register, int most)
    {
        var tree = register.AsOf(DateOnly.MaxValue.AddDays(-1));
        return [.. Enumerable.Range(1, Math.Min(tree.Count - 1, most)).Select(order => (order, tree[order]))];
    }
}
