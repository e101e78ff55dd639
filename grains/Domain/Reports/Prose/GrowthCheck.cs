using Federation.Domain.Findings;

namespace Federation.Domain.Reports.Prose;

/// <summary>
/// Growth: recomputed from last year's figures, from both numbers in the sentence, or from the change beside the number. One explanation that
/// fits is enough; without any pair of numbers nothing is judged.
/// </summary>
internal sealed class GrowthCheck(ProseText text, IReadOnlyDictionary<Clause, Claim> claims, ClaimReader reader, Figures figures, ProseContext context)
{
    private readonly List<Finding> findings = [];
    private Numeral? subject;
    private Claim? claim;
    private (decimal Last, decimal Now)? fromTo;
    private decimal? lastYear;
    private Change? byCount;
    private bool compared;
    private (Numeral? Subject, Claim? Claim) outside;
    private bool among;

    /// <summary>Findings in order.</summary>
    public IReadOnlyList<Finding> Check()
    {
        foreach (var sentence in text.Sentences)
        {
            Forget();
            (lastYear, among, outside) = (null, false, default);
            foreach (var clause in sentence.Clauses)
                Check(clause);
        }
        return findings;
    }

    private void Forget() => (subject, claim, fromTo, byCount, compared) = (null, null, null, null, false);

    private void Check(Clause clause)
    {
        if (clause.Before == '(')
            outside = (subject, claim);
        // 收到17件,其中网络12件,同比增长5%: of which of them nobody can tell
        among = clause.Before is not '\uFF1B' && (among || (clause.Before != '(' && text.Normal.IndexOf("其中", clause.Start, clause.End - clause.Start, StringComparison.Ordinal) >= 0));
        Change[] changes = [.. Growth.In(text.Normal, clause, context.Year)];
        var states = clause.Numerals.Where(n => n.CountsThings && changes.All(c => c.Number != n)).ToList();
        if (Growth.FromTo(text.Normal, clause) is var (from, to))
        {
            Forget();
            (subject, fromTo, compared) = (to, (from.Value, to.Value), true);
        }
        else if (reader.Understand(clause) is { LastYear: true, Number: { } last })
        {
            lastYear = last.Value;
        }
        else if (states.Count > 0)
        {
            Forget();
            (subject, claim) = (states is [var only] ? only : null, claims.GetValueOrDefault(clause));
        }
        else if (changes.Length == 0)
        {
            if (Growth.OnlyCompares(text.Normal[clause.Start..clause.End]))
                compared = true;
            else
                Forget();
        }
        foreach (var change in changes)
            Judge(change);
        if (clause.After == ')' && outside.Subject is not null)
        {
            Forget();
            (subject, claim) = outside;
        }
    }

    private void Judge(Change change)
    {
        compared |= change.Compared;
        if (change.Other)
            Forget(); // and what follows compares with the same year
        if (!compared || among || subject is null || subject.Approximate || change.Number.Approximate)
            return;
        List<(decimal Last, decimal Now)> pairs = [.. Pairs()];
        if (change.Number.Kind == NumeralKind.Count)
        {
            byCount = change;
            if (pairs.Count > 0 && !pairs.Any(p => (change.Up ? p.Now - p.Last : p.Last - p.Now) == change.Number.Value))
                Add(ProseRules.Growth, change, pairs[0], $"应为{Word(pairs[0])} {Claim.Write(Math.Abs(pairs[0].Now - pairs[0].Last))}", $"a change of {Claim.Write(pairs[0].Now - pairs[0].Last)}");
            return;
        }
        if (byCount is { } by)
            pairs.Add((subject.Value - (by.Up ? by.Number.Value : -by.Number.Value), subject.Value));
        pairs.RemoveAll(p => p.Last <= 0);
        if (pairs.Count == 0 || pairs.Any(p => change.Number.Shows((change.Up ? p.Now - p.Last : p.Last - p.Now) / p.Last * 100)))
            return;
        var ratio = change.Up && pairs.Any(p => change.Number.Shows(p.Now / p.Last * 100));
        var percent = Math.Round(Math.Abs(pairs[0].Now - pairs[0].Last) / pairs[0].Last * 100, 2, MidpointRounding.AwayFromZero);
        Add(ratio ? ProseRules.RatioAsGrowth : ProseRules.Growth, change, pairs[0], $"应为{Word(pairs[0])} {Claim.Write(percent)}%", $"{(pairs[0].Now < pairs[0].Last ? "-" : "")}{Claim.Write(percent)}%");
    }

    private IEnumerable<(decimal Last, decimal Now)> Pairs()
    {
        if (fromTo is { } both)
            yield return both;
        if (lastYear is { } last)
            yield return (last, subject!.Value);
        if (claim is null || context.LastYear is null)
            yield break;
        var known = claim.Readings.Select(r => (Last: r.Value(context.LastYear), Now: r.Value(figures))).Where(p => p.Last is not null && p.Now is not null).ToList();
        if (known.Any(p => claim.Shows(p.Now!.Value)))
            known.RemoveAll(p => !claim.Shows(p.Now!.Value)); // the number tells which reading is meant
        foreach (var (before, now) in known)
        {
            yield return (before!.Value, now!.Value);
            yield return (before.Value, claim.Value);
        }
    }

    private static string Word((decimal Last, decimal Now) pair) => pair.Now < pair.Last ? "减少" : "增长";

    private void Add(Rule rule, Change change, (decimal Last, decimal Now) pair, string should, string shouldEn)
    {
        var cells = claim is null || fromTo is not null ? "" : $"(见{claim.Readings[0].Label})";
        var cellsEn = cells.Length == 0 ? "" : $" ({claim!.Readings[0].Ids})";
        findings.Add(rule.At(
            text.Where(change.Start, change.Number.End),
            $"文字写“{text.Quote(change.Start, change.Number.End)}”；上年 {Claim.Write(pair.Last)}、本年 {Claim.Write(pair.Now)}{cells}，{should}",
            $"the text says {(change.Up ? "+" : "-")}{Claim.Write(change.Number.Value)}{(change.Number.Kind == NumeralKind.Percent ? "%" : "")}; {Claim.Write(pair.Last)} the year before and {Claim.Write(pair.Now)} this year{cellsEn} give {shouldEn}"));
    }
}
