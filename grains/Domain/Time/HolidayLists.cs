using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Time;

/// <summary>
/// Reads the State Council's lists as kept in deploy/data: notices (one line each), days as they stand after the last notice, and the days that a
/// second notice of a year changed, with what the first had made of them.
/// </summary>
public static class HolidayLists
{
    private static readonly string[] NoticeColumns = ["year", "number", "issued"];
    private static readonly string[] DayColumns = ["date", "kind", "name", "year"];
    private static readonly string[] ChangeColumns = ["date", "before", "notice"];

    /// <summary>Reads all three.</summary>
    /// <param name="notices">CSV <c>year,number,issued</c>; the first of a year is its list.</param>
    /// <param name="days">CSV <c>date,kind,name,year</c>; kind holiday or workday.</param>
    /// <param name="changes">CSV <c>date,before,notice</c>; before holiday, workday or empty.</param>
    /// <returns>Notices in order of publication, and all findings (CA-001 to CA-003), the place prefixed by the file.</returns>
    public static (ImmutableArray<HolidayNotice> Notices, ImmutableArray<Finding> Findings) Read(TextReader notices, TextReader days, TextReader changes)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var heads = ReadNotices(notices, findings);
        var changed = ReadChanges(changes, heads, findings);
        var named = heads.ToDictionary(h => h.Number, _ => ImmutableArray.CreateBuilder<ListedDay>());
        var seen = new HashSet<DateOnly>();
        foreach (var (line, field) in Lines(days, DayColumns, "days", findings))
        {
            if (!Day(field("date"), out var day) || KindOf(field("kind")) is not { } kind || !Year(field("year"), out var year) || field("name").Length == 0)
                findings.Add(CalendarRules.BadLine.At(At("days", line)));
            else if (heads.FirstOrDefault(h => h.Year == year) is not { } first)
                findings.Add(CalendarRules.NoSuchNotice.At(At("days", line)));
            else if (!seen.Add(day))
                findings.Add(CalendarRules.DayTwice.At(At("days", line)));
            else if (!changed.Remove(day, out var change))
                named[first.Number].Add(new ListedDay(day, kind, field("name")));
            else
            {
                named[change.Notice].Add(new ListedDay(day, kind, field("name")));
                if (change.Before is { } before)
                    named[first.Number].Add(new ListedDay(day, before, field("name")));
            }
        }
        foreach (var left in changed)
            findings.Add(CalendarRules.BadLine.At("changes", $"{left.Key:yyyy-MM-dd} 不在日期表中", $"{left.Key:yyyy-MM-dd} is not among the days"));
        return ([.. heads.Select(h => new HolidayNotice(UnitId.Nation, h.Year, h.Issued, h.Number, named[h.Number].ToImmutable())).OrderBy(n => n.KnownFrom)], findings.ToImmutable());
    }

    private sealed record Head(int Year, string Number, DateOnly Issued);

    private static List<Head> ReadNotices(TextReader text, ImmutableArray<Finding>.Builder findings)
    {
        var heads = new List<Head>();
        foreach (var (line, field) in Lines(text, NoticeColumns, "notices", findings))
        {
            if (Year(field("year"), out var year) && Day(field("issued"), out var issued) && field("number").Length > 0 && heads.All(h => h.Number != field("number")))
                heads.Add(new Head(year, field("number"), issued));
            else
                findings.Add(CalendarRules.BadLine.At(At("notices", line)));
        }
        return heads;
    }

    private static Dictionary<DateOnly, (ListedAs? Before, string Notice)> ReadChanges(TextReader text, List<Head> heads, ImmutableArray<Finding>.Builder findings)
    {
        var changed = new Dictionary<DateOnly, (ListedAs?, string)>();
        foreach (var (line, field) in Lines(text, ChangeColumns, "changes", findings))
        {
            var before = KindOf(field("before"));
            if (!Day(field("date"), out var day) || (before is null && field("before").Length > 0))
                findings.Add(CalendarRules.BadLine.At(At("changes", line)));
            else if (heads.All(h => h.Number != field("notice")))
                findings.Add(CalendarRules.NoSuchNotice.At(At("changes", line)));
            else if (!changed.TryAdd(day, (before, field("notice"))))
                findings.Add(CalendarRules.DayTwice.At(At("changes", line)));
        }
        return changed;
    }

    // a fault in the heading of one file must not hide the faults of the others
    private static IEnumerable<(int Line, Func<string, string> Field)> Lines(TextReader text, string[] columns, string file, ImmutableArray<Finding>.Builder findings)
    {
        var own = ImmutableArray.CreateBuilder<Finding>();
        foreach (var row in CsvLines.Read(text, columns, CalendarRules.BadLine, own))
            yield return row;
        findings.AddRange(own.Select(f => f with { Where = $"{file} {f.Where}" }));
    }

    private static string At(string file, int line) => $"{file} {DivisionCsv.Place(line)}";

    private static ListedAs? KindOf(string text) => text switch { "holiday" => ListedAs.Off, "workday" => ListedAs.Work, _ => null };

    private static bool Day(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool Year(string text, out int year) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1990 and <= 2100;
}
