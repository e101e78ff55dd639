using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Federation.Domain.Findings;
using Federation.Domain.Notices;
using Federation.Domain.Notices.Naming;
using Federation.Domain.Obligations;

namespace Federation.Domain.WorkPoints.Drafting;

/// <summary>What an officer says beside the notice.</summary>
/// <param name="Year">Year of the plan.</param>
/// <param name="Receivers">Who is bound unless a clause says otherwise; empty: the addressees.</param>
/// <param name="Mode">How it goes down.</param>
/// <param name="AcceptWithin">Working days for an answer; 0: none is asked.</param>
/// <param name="Minutes">Estimate put on every clause; 0: none.</param>
/// <param name="MoveDates">True: the notice is of another year and only the pattern; its dates are moved by whole years, its number and date are not taken.</param>
public sealed record DraftingChoices(int Year, ImmutableArray<ReceiverChoice> Receivers, CascadeMode Mode, int AcceptWithin, int Minutes, bool MoveDates);

/// <summary>A draft made from a notice.</summary>
/// <param name="Draft">The plan.</param>
/// <param name="Notes">WP-4xx: what was decided on the way, and what of the notice is not in the plan.</param>
public sealed record DraftedPlan(PlanDraft Draft, ImmutableArray<Finding> Notes);

/// <summary>由通知起草: a notice as read becomes the draft of a plan, one clause for every item that binds somebody. The same notice gives the same draft.</summary>
public static partial class NoticeDrafting
{
    private const int LongestTitle = 40;
    private const decimal Doubtful = 0.8m;

    /// <summary>Makes the draft.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="names">Finds the units of names, with the choices made before.</param>
    /// <param name="choices">What the officer says.</param>
    public static DraftedPlan Of(Notice notice, BodyResolver names, DraftingChoices choices)
    {
        var notes = new List<Finding>();
        var moveYears = choices.MoveDates && notice.Year is { } year ? choices.Year - year : 0;
        if (notice.Year is { } other && other != choices.Year && moveYears == 0)
            notes.Add(DraftingRules.OtherYear.At("date", $"通知是 {other} 年的,要点是 {choices.Year} 年的,日期未改", $"the notice is of {other}, the plan of {choices.Year}; dates are as read"));
        var (bodies, measures) = (new BodyMapping(names, notes), new MeasureMapping(notice.Text.Original, moveYears, notes));
        var receivers = choices.Receivers.IsEmpty ? bodies.Addressees(notice.Addressees) : choices.Receivers;
        var sections = NoticeSection.Of(notice);
        var whole = WholeDate(notice, sections);
        var points = ImmutableArray.CreateBuilder<WorkPoint>();
        foreach (var section in sections.Where(s => s.CarriesDuty))
            points.Add(Point(section, notice, bodies, measures, whole, choices.Minutes, notes));
        if (sections.Where(s => !s.CarriesDuty).Select(s => s.Clause).ToList() is { Count: > 0 } left)
            notes.Add(DraftingRules.LeftOut.At("points", $"{left.Count} 个条目未读出义务,未列入:{string.Join("、", left)}", $"{left.Count} items without a duty are left out: {string.Join(", ", left)}"));
        var basis = string.Join("、", notice.Cites.Select(c => c.Number).OrderByDescending(n => n == notice.BasedOn));
        var draft = moveYears == 0
            ? new PlanDraft(notice.Title ?? "", notice.Number ?? "", notice.Date, basis, points.ToImmutable(), receivers, choices.Mode, choices.AcceptWithin)
            : new PlanDraft(notice.Title ?? "", "", null, $"参照{(notice.Number is { } number ? number : notice.Title)}", points.ToImmutable(), receivers, choices.Mode, choices.AcceptWithin);
        return new DraftedPlan(draft, [.. notes]);
    }

    private static WorkPoint Point(NoticeSection section, Notice notice, BodyMapping bodies, MeasureMapping measures, NoticeFact? whole, int minutes, List<Finding> notes)
    {
        var (named, receivers) = bodies.Of(section, notice.Facts.Where(f => f.WholeNotice && f.Kind == NoticeFactKind.Body && f.Span.Start <= section.Item.Span.End));
        var read = measures.Of(section);
        if (read.IsEmpty && whole is not null)
        {
            read = [new OnceBy(measures.Moved(whole, section.Clause))];
            notes.Add(DraftingRules.WholeDate.At(section.Clause, $"本条未写期限,按“{whole.Quote}”", $"no date of its own: “{whole.Quote}” of the whole notice"));
        }
        else if (read.IsEmpty)
        {
            read = [new OnceBy(null)];
            notes.Add(DraftingRules.NoMeasureRead.At(section.Clause));
        }
        Left(section, notes);
        return new WorkPoint(section.Clause, Short(section.Item.Heading), section.Text.Length > 0 ? section.Text : section.Item.Heading, read, named, minutes)
        {
            Receivers = receivers,
            Span = section.Item.Span.Length > 0 ? new SourceSpan(section.Item.Span.Start, section.Item.Span.Length) : null,
        };
    }

    // Nothing of the item is lost: what became no measure and no body is told.
    private static void Left(NoticeSection section, List<Finding> notes)
    {
        if (section.Clause != section.Path)
            notes.Add(DraftingRules.ClauseRenamed.At(section.Clause, $"条号“{section.Path}”在通知中重复,本条记为 {section.Clause}", $"'{section.Path}' stands twice in the notice; this one is {section.Clause}"));
        foreach (var unread in section.Unread)
            notes.Add(DraftingRules.Unread.At(section.Clause, $"未能量化:{unread.Quote}", $"not understood: {unread.Quote}"));
        if (section.Facts.Where(f => f.Kind == NoticeFactKind.Register).Select(f => f.Value).Distinct().ToList() is { Count: > 0 } registers)
            notes.Add(DraftingRules.Register.At(section.Clause, $"通知要求的清单未单列:{string.Join("、", registers)}", $"lists wanted, not measures of their own: {string.Join(", ", registers)}"));
        foreach (var doubtful in section.Facts.Where(f => f.Confidence < Doubtful && f.Kind is not (NoticeFactKind.Actor or NoticeFactKind.Register)))
            notes.Add(DraftingRules.Doubtful.At(section.Clause, $"“{doubtful.Quote}”读作 {doubtful.Value},请核对", $"“{doubtful.Quote}” was read as {doubtful.Value}; compare the text"));
    }

    /// <summary>The date by which the notice wants all of it, as 上述各项工作于12月底前完成; null when it says none.</summary>
    private static NoticeFact? WholeDate(Notice notice, ImmutableArray<NoticeSection> sections)
    {
        var text = notice.Text.Original;
        return notice.Facts.FirstOrDefault(f => f.WholeNotice && IsDate(f))
            ?? sections.Where((s, i) => s.Path is "head" or "tail" || i == sections.Length - 1).SelectMany(s => s.Facts).FirstOrDefault(f => IsDate(f) && All().IsMatch(text[Math.Max(0, text.LastIndexOfAny(['。', ';', ';', '\n'], f.Span.Start))..Math.Min(text.Length, f.Span.End + 20)]));
    }

    private static bool IsDate(NoticeFact fact) => fact.Kind == NoticeFactKind.Deadline && !fact.Value.StartsWith("yearly", StringComparison.Ordinal);

    private static string Short(string heading) => heading.Length > LongestTitle ? heading[..(LongestTitle - 1)] + "…" : heading;

    [GeneratedRegex("(?:各项|全部|所有|上述|以上)(?:重点)?(?:工作|任务|要求|内容|事项)")]
    private static partial Regex All();
}
