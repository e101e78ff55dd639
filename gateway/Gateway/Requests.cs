using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Gateway.Errors;

namespace Federation.Gateway;

/// <summary>Reads what callers write: units, periods, days, page tokens. Anything unreadable is refused with its finding.</summary>
public sealed class Requests(IDivisions divisions, TimeProvider clock)
{
    /// <summary>An existing unit.</summary>
    public UnitId Unit(string text, DateOnly? alsoOn = null)
    {
        if (!UnitId.TryParse(text, out var unit))
            throw Refusals.ToRpcException([DivisionRules.BadCode.At("unit", $"单位代码“{text}”格式不对", $"'{text}' is no unit code")]);
        if (divisions.Today.Find(unit) is null && (alsoOn is null || divisions.AsOf(alsoOn.Value).Find(unit) is null))
            throw Refusals.ToRpcException([UnknownUnit(text)]);
        return unit;
    }

    /// <summary>A unit and a period; the unit may have ended since.</summary>
    public (UnitId Unit, PeriodId Period) UnitAndPeriod(string unit, string period)
    {
        var read = Period(period);
        return (Unit(unit, ReportPeriods.LastDayOf(read)), read);
    }

    /// <summary>A period, open or not.</summary>
    public static PeriodId Period(string text) => PeriodId.TryParse(text, out var period)
        ? period
        : throw Refusals.ToRpcException([ReportRules.BadPeriod.At("period", $"报告期“{text}”写法不对,应为 annual-年份、quarter-年份-季度 或 special-年份-名称,例如 annual-2025", $"'{text}' is no period; write annual-YYYY, quarter-YYYY-Q or special-YYYY-name")]);

    /// <summary>A day; empty means today in Beijing.</summary>
    public DateOnly Day(string text) => OptionalDay(text) ?? clock.Today();

    /// <summary>A day; empty means none.</summary>
    public static DateOnly? OptionalDay(string text, string where = "as_of")
    {
        if (text.Length == 0)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Refusals.ToRpcException([GatewayRules.BadDay.At(where, $"日期“{text}”写法不对,应为 YYYY-MM-DD", $"'{text}' is no date; write YYYY-MM-DD")]);
    }

    /// <summary>A day; null for none, and, with a finding, for one that is no day.</summary>
    public static DateOnly? OptionalDay(string text, string where, ICollection<Finding> findings)
    {
        if (text.Length == 0 || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return OptionalDay(text, where);
        findings.Add(GatewayRules.BadDay.At(where, $"日期“{text}”写法不对,应为 YYYY-MM-DD", $"'{text}' is no date; write YYYY-MM-DD"));
        return null;
    }

    /// <summary>Refuses when anything was found.</summary>
    public static void Refuse(IReadOnlyCollection<Finding> findings)
    {
        if (findings.Any(f => f.Blocks))
            throw Refusals.ToRpcException(findings);
    }

    /// <summary>A moment (RFC 3339), or the end of a Beijing day (YYYY-MM-DD); empty means none.</summary>
    public static DateTimeOffset? OptionalMoment(string text) =>
        text.Length > 10 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : OptionalDay(text) is { } day ? BeijingTime.EndOf(day) : null;

    /// <summary>A SHA-256 in hexadecimal; anything else is none, which no content has.</summary>
    public static ImmutableArray<byte> Hash(string text) =>
        text.Length == 64 && text.All(char.IsAsciiHexDigit) ? [.. Convert.FromHexString(text)] : [];

    /// <summary>A request id of at most 64 characters.</summary>
    public static string RequestId(string text) =>
        text.Length <= 64 ? text : throw Refusals.ToRpcException([GatewayRules.LongRequestId.At("request_id")]);

    /// <summary>Request id of one act out of many that share a request: the same parts give the same id, of at most 64 characters.</summary>
    /// <param name="requestId">Id of the whole; empty gives empty.</param>
    /// <param name="parts">What the act is about.</param>
    public static string RequestIdOf(string requestId, params ReadOnlySpan<string> parts)
    {
        if (requestId.Length == 0)
            return "";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [RequestId(requestId), .. parts])));
        return $"{requestId[..Math.Min(24, requestId.Length)]}-{Convert.ToHexStringLower(hash)[..32]}";
    }

    /// <summary>A choice that the contract knows.</summary>
    public static T Known<T>(T choice, string where)
        where T : struct, Enum => Enum.IsDefined(choice)
            ? choice
            : throw Refusals.ToRpcException([GatewayRules.UnknownChoice.At(where, $"没有选项 {choice:D}", $"there is no choice {choice:D}")]);

    /// <summary>A page size: 0 means the usual one.</summary>
    public static int PageSize(int asked, int usual, int most) => asked <= 0 ? usual : Math.Min(asked, most);

    /// <summary>The place after which a page begins; -1 for the first page.</summary>
    public static int PageAfter(string token)
    {
        if (token.Length == 0)
            return -1;
        return int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            ? after
            : throw Refusals.ToRpcException([GatewayRules.BadPageToken.At("page_token")]);
    }

    /// <summary>Refuses a subject none of whose roles may do something anywhere.</summary>
    public static void DemandAnywhere(Subject subject, Permission permission)
    {
        if (subject.Roles.All(role => Permissions.ReachOf(role, permission) == Reach.None))
            throw Refusals.ToRpcException([Permissions.Denied.At("roles", $"{subject.Actor} 没有可作此操作的角色", $"{subject.Actor} has no role for this")]);
    }

    /// <summary>Refuses what the subject may not do.</summary>
    /// <param name="subject">Who calls.</param>
    /// <param name="permission">For what.</param>
    /// <param name="unit">On which unit.</param>
    /// <param name="period">In which period: a unit that has ended since is judged by the tree of then; null for what is of today.</param>
    public void Demand(Subject subject, Permission permission, UnitId unit, PeriodId? period = null)
    {
        if (Permissions.Check(subject, permission, unit, Tree(unit, period)) is { } denied)
            throw Refusals.ToRpcException([denied]);
    }

    /// <summary>AU-001 when the subject may not do something; null when they may.</summary>
    public Finding? Denied(Subject subject, Permission permission, UnitId unit, PeriodId? period = null) => Permissions.Check(subject, permission, unit, Tree(unit, period));

    /// <summary>Refuses what the subject may not do for the unit and everything below it.</summary>
    public void DemandSubtree(Subject subject, Permission permission, UnitId top, PeriodId? period = null)
    {
        if (Permissions.CheckSubtree(subject, permission, top, Tree(top, period)) is { } denied)
            throw Refusals.ToRpcException([denied]);
    }

    private DivisionTree Tree(UnitId unit, PeriodId? period) => period is null ? divisions.Today : divisions.With(unit, ReportPeriods.LastDayOf(period));

    /// <summary>DV-101 for a code.</summary>
    public static Finding UnknownUnit(string text) => DivisionRules.UnknownUnit.At("unit", $"没有单位 {text}", $"there is no unit {text}");
}
