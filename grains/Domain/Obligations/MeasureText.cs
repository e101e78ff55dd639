using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Federation.Domain.Obligations;

/// <summary>
/// Measures as one line of text, the same in the ledger, in messages and at the command line: <c>once 2026-12-31</c>,
/// <c>every monthly +5</c>, <c>every yearly by 01-31</c>, <c>count &gt;=2 quarterly</c>, <c>ratio &gt;=0.5 yearly</c>,
/// <c>within 3 working_days of 文件公开</c>. Words are never changed, only added.
/// </summary>
public static partial class MeasureText
{
    private static readonly string[] Cadences =
        ["continuous", "daily", "working_daily", "five_daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly", "unstated"];

    private static readonly string[] Units = ["working_days", "days", "hours", "months", "years"];

    /// <summary>The word of a cadence.</summary>
    public static string Word(Cadence cadence) => Cadences[(int)cadence];

    /// <summary>The cadence of a word; null when there is none.</summary>
    public static Cadence? CadenceOf(string word) => Array.IndexOf(Cadences, word) is >= 0 and var at ? (Cadence)at : null;

    /// <summary>Writes a measure.</summary>
    public static string Write(Measure measure) => measure switch
    {
        OnceBy { Due: { } due } => $"once {Day(due)}",
        OnceBy => "once",
        EveryPeriod e => $"every {Word(e.Cadence)}{(e.DueDays > 0 ? Invariant($" +{e.DueDays}") : "")}{(e.By is { } by ? $" by {by}" : "")}{(e.Season is { } s ? $" season {s.From}..{s.To}" : "")}",
        CountPerPeriod c => $"count{(c.AtLeast > 0 || c.AtMost is null ? Invariant($" >={c.AtLeast}") : "")}{(c.AtMost is { } most ? Invariant($" <={most}") : "")} {Word(c.Cadence)}",
        RatioBound r => Invariant($"ratio {(r.Kind == BoundKind.AtLeast ? ">=" : "<=")}{r.Bound / 1.000000000000m} {Word(r.Cadence)}"),
        WithinOfEvent w => Invariant($"within {w.Amount} {Units[(int)w.Unit]} of {w.Event}"),
        _ => throw new ArgumentException($"unknown measure {measure.GetType().Name}", nameof(measure)),
    };

    /// <summary>Reads a measure.</summary>
    /// <exception cref="FormatException">Not written as above.</exception>
    public static Measure Parse(string text) => TryParse(text, out var measure) ? measure : throw new FormatException($"'{text}' is no measure");

    /// <summary>Reads a measure; false when it is not written as above.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Measure? measure)
    {
        measure = Once().Match(text ?? "") is { Success: true } once ? ReadOnce(once)
            : Every().Match(text ?? "") is { Success: true } every ? ReadEvery(every)
            : Count().Match(text ?? "") is { Success: true } count ? ReadCount(count)
            : Ratio().Match(text ?? "") is { Success: true } ratio ? ReadRatio(ratio)
            : Within().Match(text ?? "") is { Success: true } within ? ReadWithin(within)
            : null;
        return measure is not null;
    }

    private static OnceBy? ReadOnce(Match m) =>
        !m.Groups["day"].Success ? new OnceBy(null)
        : DateOnly.TryParseExact(m.Groups["day"].ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? new OnceBy(due)
        : null;

    private static EveryPeriod? ReadEvery(Match m)
    {
        if (ReadCadence(m) is not { } cadence || !TryNumber(m.Groups["days"], out var days) || !TryYearDay(m.Groups["by"], out var by)
            || !TryYearDay(m.Groups["from"], out var from) || !TryYearDay(m.Groups["to"], out var to) || (by is not null && cadence != Cadence.Yearly))
            return null;
        return new EveryPeriod(cadence, days) { By = by, Season = from is not null && to is not null ? new Season(from, to) : null };
    }

    private static CountPerPeriod? ReadCount(Match m) =>
        ReadCadence(m) is { } cadence && TryNumber(m.Groups["least"], out var least) && TryNumber(m.Groups["most"], out var most)
        && (m.Groups["least"].Success || m.Groups["most"].Success)
            ? new CountPerPeriod(least, cadence) { AtMost = m.Groups["most"].Success ? most : null }
            : null;

    private static RatioBound? ReadRatio(Match m) =>
        ReadCadence(m) is { } cadence && decimal.TryParse(m.Groups["bound"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bound) && bound <= 1
            ? new RatioBound(bound, m.Groups["kind"].Value == ">=" ? BoundKind.AtLeast : BoundKind.AtMost, cadence)
            : null;

    private static WithinOfEvent? ReadWithin(Match m) =>
        Array.IndexOf(Units, m.Groups["unit"].Value) is >= 0 and var unit && TryNumber(m.Groups["amount"], out var amount)
            ? new WithinOfEvent(m.Groups["event"].Value.Trim(), amount, (LimitUnit)unit)
            : null;

    private static Cadence? ReadCadence(Match m) => CadenceOf(m.Groups["cadence"].Value);

    private static bool TryNumber(Group group, out int number)
    {
        number = 0;
        return !group.Success || int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool TryYearDay(Group group, out YearDay? day)
    {
        day = null;
        if (!group.Success)
            return true;
        var known = DateOnly.TryParseExact($"2024-{group.Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        day = known ? new YearDay(read.Month, read.Day) : null;
        return known;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^once( (?<day>[0-9]{4}-[0-9]{2}-[0-9]{2}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Once();

    [GeneratedRegex(@"^every (?<cadence>[a-z_]+)( \+(?<days>[0-9]{1,3}))?( by (?<by>[0-9]{2}-[0-9]{2}))?( season (?<from>[0-9]{2}-[0-9]{2})\.\.(?<to>[0-9]{2}-[0-9]{2}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Every();

    [GeneratedRegex(@"^count( >=(?<least>[0-9]{1,6}))?( <=(?<most>[0-9]{1,6}))? (?<cadence>[a-z_]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex(@"^ratio (?<kind>[<>]=)(?<bound>[0-9](\.[0-9]{1,12})?) (?<cadence>[a-z_]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ratio();

    [GeneratedRegex(@"^within (?<amount>[0-9]{1,5}) (?<unit>[a-z_]+) of (?<event>\S.{0,99})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Within();
}
