using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Findings;

namespace Federation.Domain.Divisions;

/// <summary>A unit takes over another's affairs: it was merged into it, or goes on under a new code.</summary>
/// <param name="Unit">Who goes on.</param>
/// <param name="Predecessor">Who ended, or whose code ended.</param>
/// <param name="Day">First day on which it held.</param>
/// <param name="Notice">Document that ordered it.</param>
public sealed record Succession(UnitId Unit, UnitId Predecessor, DateOnly Day, string Notice);

/// <summary>
/// 沿革: whose past is whose. What a unit carries over from last year is compared along it. A split is not in it: which part carries what, only
/// the units can say, as an explained break.
/// </summary>
/// <param name="Rows">In order of the file.</param>
public sealed record Lineage(ImmutableArray<Succession> Rows)
{
    private static readonly string[] Required = ["unit", "predecessor", "day", "notice"];

    /// <summary>Nobody took over from anybody.</summary>
    public static Lineage None { get; } = new([]);

    /// <summary>Units that a unit took over during a span of days, their own predecessors of that span included; itself not.</summary>
    /// <param name="unit">Who goes on.</param>
    /// <param name="first">First day, inclusive.</param>
    /// <param name="last">Last day, inclusive.</param>
    public ImmutableArray<UnitId> PredecessorsOf(UnitId unit, DateOnly first, DateOnly last)
    {
        if (Rows.IsEmpty)
            return [];
        var found = new HashSet<UnitId>();
        var open = new Stack<UnitId>([unit]);
        while (open.TryPop(out var at))
        {
            foreach (var row in Rows.Where(r => r.Unit == at && first <= r.Day && r.Day <= last && r.Predecessor != unit && found.Add(r.Predecessor)))
                open.Push(row.Predecessor);
        }
        return [.. found.Order()];
    }

    /// <summary>Reads it from CSV: <c>unit,predecessor,day,notice</c>, the day as YYYY-MM-DD.</summary>
    /// <returns>What could be read, and all findings in order of line (DV-013).</returns>
    public static (Lineage Read, ImmutableArray<Finding> Findings) Read(TextReader text)
    {
        var rows = ImmutableArray.CreateBuilder<Succession>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var (line, field) in CsvLines.Read(text, Required, DivisionRules.BadSuccession, findings))
        {
            if (UnitId.TryParse(field("unit"), out var unit) && UnitId.TryParse(field("predecessor"), out var before) && unit != before
                && DateOnly.TryParseExact(field("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && field("notice").Length > 0)
                rows.Add(new Succession(unit, before, day, field("notice")));
            else
                findings.Add(DivisionRules.BadSuccession.At(DivisionCsv.Place(line)));
        }
        return (new Lineage(rows.ToImmutable()), findings.ToImmutable());
    }
}
