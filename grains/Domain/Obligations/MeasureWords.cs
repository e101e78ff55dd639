using System.Globalization;

namespace Federation.Domain.Obligations;

/// <summary>Measures in words for people, as 每季度不少于2次.</summary>
public static class MeasureWords
{
    private static readonly string[] Cadences = ["持续", "每日", "每个工作日", "每五日", "每周", "每月", "每季度", "每半年", "每年", "定期"];

    private static readonly string[] Units = ["个工作日", "日", "小时", "个月", "年"];

    /// <summary>A measure in Chinese words.</summary>
    public static string Of(Measure measure) => measure switch
    {
        OnceBy { Due: { } due } => Invariant($"{due.Year}年{due.Month}月{due.Day}日前"),
        OnceBy => "一次性,未写期限",
        EveryPeriod { By: { } by } => Invariant($"每年{by.Month}月{by.Day}日前"),
        EveryPeriod { Cadence: Cadence.Continuous } => "持续、实时",
        EveryPeriod { DueDays: > 0 } e => Invariant($"{Word(e.Cadence)},期满后{e.DueDays}个工作日内"),
        EveryPeriod e => Word(e.Cadence),
        CountPerPeriod { AtLeast: > 0, AtMost: { } most } c => Invariant($"{Word(c.Cadence)}{c.AtLeast}至{most}次"),
        CountPerPeriod { AtMost: { } most } c => Invariant($"{Word(c.Cadence)}不超过{most}次"),
        CountPerPeriod c => Invariant($"{Word(c.Cadence)}不少于{c.AtLeast}次"),
        RatioBound r => Invariant($"{(r.Kind == BoundKind.AtLeast ? "不低于" : "不超过")}{r.Bound * 100:0.##}%({Word(r.Cadence)})"),
        WithinOfEvent w => Invariant($"{w.Event}后{w.Amount}{Units[(int)w.Unit]}内"),
        _ => throw new ArgumentException($"unknown measure {measure.GetType().Name}", nameof(measure)),
    };

    private static string Word(Cadence cadence) => Cadences[(int)cadence];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
