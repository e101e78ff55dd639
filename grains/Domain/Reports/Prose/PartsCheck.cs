using Federation.Domain.Findings;

namespace Federation.Domain.Reports.Prose;

/// <summary>
/// Parts named after a total: 共N件,其中A a件、B b件. Too much is complained of when the parts are of one kind and cannot overlap; too little only
/// when the list is the whole: 分别, 其他, or every member of a known family.
/// </summary>
internal sealed class PartsCheck(ProseText text)
{
    private static readonly string[] Leads = ["其中", "包括", "包含"];

    private sealed record Part(Clause Clause, Numeral Number, string Words, string Family);

    /// <summary>Findings in order.</summary>
    public IEnumerable<Finding> Check()
    {
        Sentence? before = null;
        foreach (var sentence in text.Sentences)
        {
            List<Numeral> totals = before is not null && !sentence.StartsLine && sentence.Clauses is [var opening, ..] && Lead(opening) == "其中" ? [.. Counts(before.Clauses)] : [];
            for (var i = 0; i < sentence.Clauses.Count; i++)
            {
                var clause = sentence.Clauses[i];
                var whole = Text(clause).Contains("分别", StringComparison.Ordinal);
                if (totals.Count > 0 && (whole || Lead(clause).Length > 0 || clause.Before is '(' or '\uFF1A'))
                {
                    foreach (var finding in Judge(sentence, i, totals, whole))
                        yield return finding;
                }
                totals.AddRange(Counts([clause]));
            }
            before = sentence;
        }
    }

    private IEnumerable<Finding> Judge(Sentence sentence, int from, List<Numeral> totals, bool saidWhole)
    {
        var parts = Parts(sentence, from);
        for (var start = 0; start < parts.Count;)
        {
            var end = start + 1;
            while (end < parts.Count && (parts[end].Family == parts[start].Family || PartFamily.IsRest(parts[end].Words)) && parts[end].Number.Measure == parts[start].Number.Measure)
                end++;
            if (end - start > 1 && Judge(parts[start..end], totals, saidWhole && start == 0 && end == parts.Count) is { } finding)
                yield return finding;
            start = end;
        }
    }

    private Finding? Judge(List<Part> parts, List<Numeral> totals, bool saidWhole)
    {
        Numeral[] candidates = [.. totals.Where(t => t.Measure == parts[0].Number.Measure)];
        if (candidates.Length == 0 || candidates.Concat(parts.Select(p => p.Number)).Any(n => n.Approximate || n.Step > 1))
            return null;
        var sum = parts.Sum(p => p.Number.Value);
        if (candidates.Any(c => c.Value == sum))
            return null;
        var whole = saidWhole || PartFamily.IsWhole(parts[0].Family, [.. parts.Select(p => p.Words)]);
        var channels = parts[0].Family == "channels";
        var tooMuch = sum > candidates.Max(c => c.Value) && (channels || !parts.Any(p => PartFamily.MayOverlap(p.Words)));
        if (!tooMuch && !(whole && sum < candidates.Max(c => c.Value)))
            return null;
        var total = candidates[^1];
        var (start, end) = (parts[0].Clause.Start + Lead(parts[0].Clause).Length, parts[^1].Number.End);
        var addition = string.Join("+", parts.Select(p => Claim.Write(p.Number.Value)));
        return ProseRules.Parts.At(
            text.Where(start, end),
            $"文字写“{text.Quote(start, end)}”：{addition}={Claim.Write(sum)}，总数写 {Claim.Write(total.Value)}",
            $"the parts {addition} add to {Claim.Write(sum)}; the total said is {Claim.Write(total.Value)}");
    }

    // The list ends where another begins, where the sentence goes on to something else, or at words without a number.
    private List<Part> Parts(Sentence sentence, int from)
    {
        var parts = new List<Part>();
        var closed = sentence.Clauses[from].Before == '(' && Lead(sentence.Clauses[from]).Length == 0;
        for (var i = from; i < sentence.Clauses.Count; i++)
        {
            var clause = sentence.Clauses[i];
            if (i > from && Lead(clause).Length > 0)
                break;
            Numeral[] counts = [.. clause.Numerals.Where(n => n.Kind == NumeralKind.Count && n.Measure.Length > 0)];
            if (counts.Length == 0)
            {
                if (clause.Numerals.Any(n => n.Kind == NumeralKind.Percent) || clause.After == '、' || Lead(clause) == Text(clause))
                    continue;
                break;
            }
            if (Growth.In(text.Normal, clause, 0).Any())
                continue;
            var number = parts.Count > 0 ? counts.FirstOrDefault(n => n.Measure == parts[0].Number.Measure) : counts[0];
            if (number is null || counts.Count(n => n.Measure == number.Measure) > 1 || PartFamily.GoesOn(Text(clause)))
                break;
            var words = text.Normal[(clause.Start + Lead(clause).Length)..number.Start];
            words = words.Length > 0 ? words : text.Normal[number.End..clause.End];
            parts.Add(new Part(clause, number, words, PartFamily.Of(words)));
            if (closed && clause.After == ')')
                break;
        }
        return parts;
    }

    private static IEnumerable<Numeral> Counts(IEnumerable<Clause> clauses) => clauses.SelectMany(c => c.Numerals).Where(n => n.Kind == NumeralKind.Count && n.Measure.Length > 0);

    private string Lead(Clause clause) => Leads.FirstOrDefault(l => Text(clause).StartsWith(l, StringComparison.Ordinal)) ?? "";

    private string Text(Clause clause) => text.Normal[clause.Start..clause.End];
}
