using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Domain.WorkPoints;

namespace Federation.Contracts;

/// <summary>
/// Keys of grains, streams and addresses. Each begins with a word, because a key that reads like a hexadecimal number is stored as one.
/// </summary>
public static class GrainKeys
{
    /// <summary>unit/500151</summary>
    public static string Unit(UnitId unit) => $"unit/{unit}";

    private const string WholeReport = "whole-report";

    /// <summary>report/500151/annual-2025, for a whole territory whole-report/500151/annual-2025: grain and stream.</summary>
    public static string Report(UnitId unit, PeriodId period, ReportScope scope = ReportScope.Own) =>
        scope == ReportScope.Own ? $"report/{unit}/{period}" : $"{WholeReport}/{unit}/{period}";

    /// <summary>Scope of the report that a key names.</summary>
    public static ReportScope ScopeOf(string key) => key.StartsWith(WholeReport, StringComparison.Ordinal) ? ReportScope.Whole : ReportScope.Own;

    /// <summary>True for the stream of a unit's own report: what enters totals.</summary>
    public static bool IsOwnReport(string stream) => stream.StartsWith("report/", StringComparison.Ordinal);

    /// <summary>True for the stream of a report of either scope.</summary>
    public static bool IsReport(string stream) => IsOwnReport(stream) || stream.StartsWith(WholeReport + "/", StringComparison.Ordinal);

    /// <summary>rollup/500100/annual-2025: grain and address of messages.</summary>
    public static string RollUp(UnitId unit, PeriodId period) => $"rollup/{unit}/{period}";

    /// <summary>period/annual-2025: grain and stream.</summary>
    public static string Period(PeriodId period) => $"period/{period}";

    /// <summary>delegations/500151: grain and stream.</summary>
    public static string Delegations(UnitId unit) => $"delegations/{unit}";

    /// <summary>names/500000: grain and stream of what names in an issuer's notices mean.</summary>
    public static string BodyNames(UnitId unit) => $"names/{unit}";

    /// <summary>plan/330000/2026/12: grain, stream and address of messages.</summary>
    public static string Plan(PlanId plan) => $"plan/{plan}";

    /// <summary>The plan of a key of the form plan/unit/year/number.</summary>
    /// <exception cref="FormatException">Not of that form.</exception>
    public static PlanId PlanOf(string key) => key.StartsWith("plan/", StringComparison.Ordinal) ? PlanId.Parse(key["plan/".Length..]) : throw new FormatException($"'{key}' is no key of a plan");

    /// <summary>duties/500151/2026: grain and stream of a unit's duties of a year.</summary>
    public static string Duties(UnitId unit, int year) => $"duties/{unit}/{year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>appraisal/500000/2026: grain and stream of the formula of a superior and year.</summary>
    public static string Appraisal(UnitId unit, int year) => $"appraisal/{unit}/{year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>tags/500000: grain and stream of the tags that a unit has given to units below.</summary>
    public static string Tags(UnitId unit) => $"tags/{unit}";

    /// <summary>Unit and year of a key of the form word/unit/year.</summary>
    /// <exception cref="FormatException">Not of that form.</exception>
    public static (UnitId Unit, int Year) UnitAndYearOf(string key)
    {
        var parts = Parts(key, 3);
        return (UnitId.Parse(parts[1]), int.Parse(parts[2], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>catalog/500151: grain and stream of a unit's catalog.</summary>
    public static string Catalog(UnitId unit) => $"catalog/{unit}";

    /// <summary>entry/500151/2026-17: grain, stream and address of an entry before it is public.</summary>
    public static string Entry(UnitId unit, EntryId entry) => $"entry/{unit}/{entry}";

    /// <summary>Unit and entry of a key of the form entry/unit/id; the id may have slashes of its own.</summary>
    /// <exception cref="FormatException">Not of that form.</exception>
    public static (UnitId Unit, EntryId Entry) UnitAndEntryOf(string key) =>
        key.Split('/', 3) is ["entry", var unit, var entry] ? (UnitId.Parse(unit), EntryId.Parse(entry)) : throw new FormatException($"'{key}' is no key of an entry");

    /// <summary>sources/500151: grain and stream of the outside sources of a unit's catalog.</summary>
    public static string Sources(UnitId unit) => $"sources/{unit}";

    /// <summary>standard/330110: grain and stream of a unit's standard catalog.</summary>
    public static string Standard(UnitId unit) => $"standard/{unit}";

    /// <summary>calendar/000000: grain and stream.</summary>
    public static string Calendar { get; } = $"calendar/{UnitId.Nation}";

    /// <summary>clock/500151/2026-3: grain and stream of the legal clock of an application.</summary>
    public static string Clock(UnitId unit, string number) => $"clock/{unit}/{number}";

    /// <summary>Unit and registration number of the key of a clock.</summary>
    /// <exception cref="FormatException">Not of that form.</exception>
    public static (UnitId Unit, string Number) UnitAndNumberOf(string key)
    {
        var parts = Parts(key, 3);
        return (UnitId.Parse(parts[1]), parts[2]);
    }

    /// <summary>outbox/rollup/500100/annual-2025: what goes to one receiver.</summary>
    public static string Outbox(string receiver) => $"outbox/{receiver}";

    /// <summary>courier/plan/330000/2026/12: what one sender has on its way to many.</summary>
    public static string Courier(string sender) => $"courier/{sender}";

    /// <summary>Unit of a key of the form word/unit[/period].</summary>
    /// <exception cref="FormatException">Not of that form.</exception>
    public static UnitId UnitOf(string key) => UnitId.Parse(Parts(key, 2)[1]);

    /// <summary>Unit and period of a key of the form word/unit/period.</summary>
    /// <exception cref="FormatException">Not of that form.</exception>
    public static (UnitId Unit, PeriodId Period) UnitAndPeriodOf(string key)
    {
        var parts = Parts(key, 3);
        return (UnitId.Parse(parts[1]), PeriodId.Parse(parts[2]));
    }

    private static string[] Parts(string key, int count) =>
        key.Split('/') is { } parts && parts.Length == count ? parts : throw new FormatException($"'{key}' is no key of {count} parts");
}
