using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>An earlier date that a notice sets for the annual reports of one or more report years.</summary>
/// <param name="Top">Unit whose notice it is.</param>
/// <param name="Kind">Class of body; null: both.</param>
/// <param name="Tier">Tier; null: every tier.</param>
/// <param name="Due">Month and day of the year after the report year; the year of the value means nothing.</param>
/// <param name="Locks">Month and day of the lock in that year; null: as without the layer.</param>
/// <param name="FirstYear">First report year it holds for.</param>
/// <param name="LastYear">Last report year, inclusive; 9999: until further notice.</param>
/// <param name="Notice">Title or number of the notice.</param>
public sealed record LocalDeadline(UnitId Top, UnitKind? Kind, Tier? Tier, DateOnly Due, DateOnly? Locks, int FirstYear, int LastYear, string Notice);

/// <summary>The local dates that an installation knows, read from data and frozen into each period when it is opened.</summary>
/// <param name="Rows">In order of the file.</param>
public sealed record LocalDeadlines(ImmutableArray<LocalDeadline> Rows)
{
    private const int LeapYear = 2000; // so that 02-29 can be read
    private static readonly string[] Required = ["top", "kind", "tier", "due", "locks", "first_year", "last_year", "notice"];

    /// <summary>No local dates.</summary>
    public static LocalDeadlines None { get; } = new([]);

    /// <summary>The layers that hold for an annual period. 29 February is 28 February in other years.</summary>
    public ImmutableArray<DeadlineLayer> For(PeriodId period) =>
    [
        .. Rows.Where(r => period.Kind == PeriodKind.Annual && r.FirstYear <= period.Year && period.Year <= r.LastYear)
            .Select(r => new DeadlineLayer(r.Top, r.Kind, r.Tier, In(period.Year + 1, r.Due), r.Locks is { } locks ? In(period.Year + 1, locks) : null, r.Notice)),
    ];

    /// <summary>
    /// Reads them from CSV: <c>top,kind,tier,due,locks,first_year,last_year,notice</c>, days as MM-DD of the year after the report year, and
    /// columns for people (<c>url</c>). Empty kind, tier: every one; empty locks: as by law; empty last_year: until further notice.
    /// </summary>
    /// <returns>What could be read, and all findings in order of line: DL-006, or what <see cref="DeadlineLayer.Check"/> finds.</returns>
    public static (LocalDeadlines Read, ImmutableArray<Finding> Findings) Read(TextReader text)
    {
        var rows = ImmutableArray.CreateBuilder<LocalDeadline>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var (line, field) in CsvLines.Read(text, Required, DeadlineRules.BadLine, findings))
        {
            if (ReadRow(field) is { } row)
            {
                rows.Add(row);
                findings.AddRange(new LocalDeadlines([row]).For(PeriodId.Annual(row.FirstYear))[0].Check(Deadlines.Annual(row.FirstYear)).Select(f => f with { Where = DivisionCsv.Place(line) }));
            }
            else
            {
                findings.Add(DeadlineRules.BadLine.At(DivisionCsv.Place(line)));
            }
        }
        return (new LocalDeadlines(rows.ToImmutable()), findings.ToImmutable());
    }

    private static LocalDeadline? ReadRow(Func<string, string> field)
    {
        var kind = default(UnitKind);
        var tier = default(Tier);
        var lastYear = 9999;
        return UnitId.TryParse(field("top"), out var top)
            && (field("kind").Length == 0 || DivisionCsv.ReadName(field("kind"), out kind))
            && (field("tier").Length == 0 || DivisionCsv.ReadName(field("tier"), out tier))
            && Day(field("due")) is { } due
            && (field("locks").Length == 0 || Day(field("locks")) is not null)
            && Year(field("first_year"), out var firstYear)
            && (field("last_year").Length == 0 || Year(field("last_year"), out lastYear))
            && firstYear <= lastYear
            ? new LocalDeadline(top, field("kind").Length == 0 ? null : kind, field("tier").Length == 0 ? null : tier, due, Day(field("locks")), firstYear, lastYear, field("notice"))
            : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact($"{LeapYear}-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool Year(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 2000 and <= 2998;

    private static DateOnly In(int year, DateOnly day) => new(year, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(year, day.Month)));
}
