using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Time;

/// <summary>In what a limit is measured.</summary>
public enum LimitSpan
{
    /// <summary>工作日</summary>
    WorkingDays,

    /// <summary>每年的一天: a day of every year, written month-day.</summary>
    YearlyDay,

    /// <summary>及时、定期: words without a number; nothing is computed from them.</summary>
    Unnumbered,
}

/// <summary>One limit of the Regulation, as kept in deploy/data/regulation-limits.csv.</summary>
/// <param name="Article">Article, with paragraph or item: 33, 49(1).</param>
/// <param name="Matter">What it is about.</param>
/// <param name="Trigger">From when it runs, or for whom.</param>
/// <param name="Span">In what it is measured.</param>
/// <param name="Value">As written: 20, 01-31, 及时.</param>
/// <param name="Amount">The number; null when there is none.</param>
/// <param name="Extension">By how many working days it can be extended; 0: not at all.</param>
public sealed record RegulationLimit(string Article, string Matter, string Trigger, LimitSpan Span, string Value, int? Amount, int Extension);

/// <summary>The limits of 政府信息公开条例 as data.</summary>
/// <param name="Rows">In order of the file.</param>
public sealed partial record RegulationLimits(ImmutableArray<RegulationLimit> Rows)
{
    private static readonly string[] Columns = ["article", "matter", "trigger", "value", "unit", "extension"];

    /// <summary>The limit of an article and matter; null when the file has none.</summary>
    public RegulationLimit? Find(string article, string matter) => Rows.FirstOrDefault(r => r.Article == article && r.Matter == matter);

    /// <summary>Reads them from CSV; a line without value and unit is for people alone.</summary>
    /// <returns>What could be read, and all findings in order of line (CA-001).</returns>
    public static (RegulationLimits Read, ImmutableArray<Finding> Findings) Read(TextReader text)
    {
        var rows = ImmutableArray.CreateBuilder<RegulationLimit>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var (line, field) in CsvLines.Read(text, Columns, CalendarRules.BadLine, findings))
        {
            if (field("value").Length == 0 && field("unit").Length == 0)
                continue;
            if (SpanOf(field("unit"), field("value")) is { } span && field("article").Length > 0 && field("matter").Length > 0)
                rows.Add(new RegulationLimit(field("article"), field("matter"), field("trigger"), span, span == LimitSpan.Unnumbered ? field("unit") : field("value"), Number(field("value")), FirstNumber(field("extension"))));
            else
                findings.Add(CalendarRules.BadLine.At(DivisionCsv.Place(line)));
        }
        return (new RegulationLimits(rows.ToImmutable()), findings.ToImmutable());
    }

    private static LimitSpan? SpanOf(string unit, string value) => unit switch
    {
        "工作日" when Number(value) > 0 => LimitSpan.WorkingDays,
        "日期" when DateOnly.TryParseExact($"2024-{value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => LimitSpan.YearlyDay,
        "及时" or "定期" when value.Length == 0 => LimitSpan.Unnumbered,
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int FirstNumber(string text) => Number(Digits().Match(text).Value) ?? 0;

    [GeneratedRegex("[0-9]{1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}

/// <summary>The limits that a <see cref="LegalClock"/> runs by, in working days.</summary>
/// <param name="Reply">答复 (art. 33).</param>
/// <param name="Extension">延长答复, at most (art. 33).</param>
/// <param name="CorrectionNotice">补正告知 (art. 30).</param>
/// <param name="ThirdParty">第三方意见 (art. 32).</param>
/// <param name="CoMaker">共同制作机关意见 (art. 34).</param>
public sealed record ClockLimits(int Reply, int Extension, int CorrectionNotice, int ThirdParty, int CoMaker)
{
    /// <summary>Takes them from the data.</summary>
    /// <exception cref="ArgumentException">The data lack one of them.</exception>
    public static ClockLimits From(RegulationLimits limits)
    {
        RegulationLimit Of(string article, string matter) => limits.Find(article, matter) is { Span: LimitSpan.WorkingDays } found
            ? found
            : throw new ArgumentException($"the limits lack article {article}, {matter}, in working days", nameof(limits));
        var reply = Of("33", "reply");
        return new ClockLimits(
            reply.Amount!.Value, reply.Extension, Of("30", "correction notice").Amount!.Value, Of("32", "third-party opinion").Amount!.Value, Of("34", "co-maker opinion").Amount!.Value);
    }
}
