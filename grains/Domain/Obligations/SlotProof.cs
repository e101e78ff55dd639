using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Time;

namespace Federation.Domain.Obligations;

/// <summary>What the evidence of a duty shows for one slot.</summary>
/// <param name="DoneAt">When the measure was met; null: it is not.</param>
/// <param name="IsBreach">It is broken now, whatever the last day.</param>
/// <param name="Counted">Evidence that counted.</param>
/// <param name="Why">How.</param>
internal sealed record SlotProof(DateTimeOffset? DoneAt, bool IsBreach, ImmutableArray<int> Counted, ImmutableArray<Because> Why)
{
    private static SlotProof Nothing { get; } = new(null, false, [], []);

    /// <summary>What the evidence shows.</summary>
    public static SlotProof Of(DutyRecord record, SlotFrame frame)
    {
        var counting = record.Evidence.Where(e => e.Counts);
        return record.Measure switch
        {
            WithinOfEvent => First(counting.Where(e => e.Item.Occurrence == frame.Occurrence)),
            OnceBy => First(counting),
            EveryPeriod { Cadence: Cadence.Continuous } => KeptUp(counting, record.Occurrences),
            EveryPeriod => First(counting.Where(e => Meant(e, frame))),
            CountPerPeriod m => Count(counting.Where(e => Happened(e, frame)), m),
            RatioBound m => Ratio(counting.Where(e => Meant(e, frame)), m),
            _ => Nothing,
        };
    }

    private static bool Meant(Evidence e, SlotFrame frame) => new DayRange(frame.From, frame.To).Holds(e.Item.For ?? BeijingTime.DateOf(e.Item.DoneAt));

    // Times are counted in the period in which they happened: a press conference held in July is none of June's.
    private static bool Happened(Evidence e, SlotFrame frame) => new DayRange(frame.From, frame.To).Holds(BeijingTime.DateOf(e.Item.DoneAt));

    private static SlotProof First(IEnumerable<Evidence> evidence) => evidence.OrderBy(e => e.Item.DoneAt).FirstOrDefault() is { } first
        ? new(first.Item.DoneAt, false, [first.Number], [Names(first)])
        : Nothing;

    private static SlotProof KeptUp(IEnumerable<Evidence> evidence, ImmutableArray<Occurrence> lapses)
    {
        var newest = evidence.OrderBy(e => e.Item.DoneAt).LastOrDefault();
        var lapse = lapses.OrderBy(o => o.At).LastOrDefault();
        if (newest is not null && (lapse is null || lapse.At <= newest.Item.DoneAt))
            return new(newest.Item.DoneAt, false, [newest.Number], [Names(newest)]);
        return lapse is null
            ? Nothing
            : new(null, true, [], [Because.Say($"{BeijingTime.DateOf(lapse.At):yyyy-MM-dd} 中断:{lapse.What},此后没有恢复的佐证", $"lapsed on {BeijingTime.DateOf(lapse.At):yyyy-MM-dd}: {lapse.What}; nothing shows it restored since")]);
    }

    // Single acts are counted one by one; a register, or a report, counts all of them, so the larger of both stands and nothing counts twice.
    private static SlotProof Count(IEnumerable<Evidence> evidence, CountPerPeriod measure)
    {
        var all = evidence.OrderBy(e => e.Item.DoneAt).ToList();
        var register = all.LastOrDefault(IsCount);
        var single = all.Where(e => !IsCount(e)).ToList();
        var times = Math.Max(register?.Item.Value ?? 0, single.Count);
        if (all.Count == 0)
            return measure.AtLeast > 0 ? Nothing with { Why = [Times(0, measure)] } : Nothing;
        var breach = times > measure.AtMost;
        var reached = times >= measure.AtLeast && !breach;
        var by = single.Count >= Math.Max(measure.AtLeast, 1) ? single[Math.Max(measure.AtLeast, 1) - 1] : register ?? all[^1];
        var counted = register is not null && register.Item.Value >= single.Count ? [register] : single;
        return new(reached ? by.Item.DoneAt : null, breach, [.. counted.Select(e => e.Number)], [Times(times, measure), .. counted.Select(Names)]);
    }

    private static bool IsCount(Evidence e) => e.Item.Kind is EvidenceKind.RegisterCount or EvidenceKind.ReportCell;

    private static SlotProof Ratio(IEnumerable<Evidence> evidence, RatioBound measure)
    {
        if (evidence.Where(e => e.Item.Value is not null).OrderBy(e => e.Item.DoneAt).ThenBy(e => e.Number).LastOrDefault() is not { } newest)
            return Nothing;
        var share = newest.Item.Value!.Value;
        var met = measure.Kind == BoundKind.AtLeast ? share >= measure.Bound : share <= measure.Bound;
        var (sign, signEn) = measure.Kind == BoundKind.AtLeast ? ("不低于", "at least") : ("不超过", "at most");
        return new(
            met ? newest.Item.DoneAt : null, false, [newest.Number],
            [Because.Say($"实为 {share:0.##%},应{sign} {measure.Bound:0.##%}", $"it is {share:0.##%}, to be {signEn} {measure.Bound:0.##%}"), Names(newest)]);
    }

    private static Because Times(decimal times, CountPerPeriod measure) => new(
        $"本期计 {times:0} 次" + (measure.AtLeast > 0 ? $",应不少于 {measure.AtLeast} 次" : "") + (measure.AtMost is { } most ? $",应不多于 {most}" : ""),
        Invariant($"counted {times:0}") + (measure.AtLeast > 0 ? Invariant($", to be at least {measure.AtLeast}") : "") + (measure.AtMost is { } atMost ? Invariant($", to be at most {atMost}") : ""));

    private static Because Names(Evidence e) => new(
        Invariant($"佐证 {e.Number}:{e.Item.Reference}({BeijingTime.DateOf(e.Item.DoneAt):yyyy-MM-dd}{(e.State == EvidenceState.Accepted ? ",已认可" : e.Item.IsVerified ? ",系统已核对" : ",未核对,待审")})"),
        Invariant($"evidence {e.Number}: {e.Item.Reference} ({BeijingTime.DateOf(e.Item.DoneAt):yyyy-MM-dd}, {(e.State == EvidenceState.Accepted ? "accepted" : e.Item.IsVerified ? "seen by the system" : "not checked, awaits review")})"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
