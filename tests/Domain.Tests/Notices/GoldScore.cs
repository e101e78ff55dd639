using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Federation.Domain.Tests.Notices;

/// <summary>What a reader did with one kind of fact.</summary>
/// <param name="Kind">The kind, or a name for the sum of several.</param>
/// <param name="Gold">Facts a person found.</param>
/// <param name="Read">Facts the reader gave.</param>
/// <param name="Met">Pairs of both.</param>
internal sealed record KindScore(string Kind, int Gold, int Read, int Met)
{
    /// <summary>Share of the reader's facts that are right; 1 when it gave none.</summary>
    public double Precision => Read == 0 ? 1 : (double)Met / Read;

    /// <summary>Share of a person's facts that the reader found; 1 when there are none.</summary>
    public double Recall => Gold == 0 ? 1 : (double)Met / Gold;
}

/// <summary>A fact that only one side has.</summary>
/// <param name="Notice">File name.</param>
/// <param name="Missed">True when the reader missed it, false when it gave it and no person did.</param>
/// <param name="Fact">The fact of that side.</param>
/// <param name="Quote">Original characters with some around them.</param>
internal sealed record Difference(string Notice, bool Missed, ScoredFact Fact, string Quote);

/// <summary>Precision and recall of a reader of notices against gold files (docs/guides/notice-gold.md).</summary>
/// <param name="Kinds">Every kind, summed over the notices.</param>
/// <param name="Differences">In the order of notices and places.</param>
internal sealed record GoldScore(ImmutableArray<KindScore> Kinds, ImmutableArray<Difference> Differences)
{
    /// <summary>The kinds of a gold file; the bound is over all of them.</summary>
    public static ImmutableArray<string> Bound { get; } = ["body", "actor", "deadline", "cadence", "quota", "ratio", "limit", "register"];

    /// <summary>All kinds as one.</summary>
    public KindScore Total => Sum("bound", Kinds);

    /// <summary>Scores a reader over gold notices.</summary>
    /// <param name="notices">What persons read.</param>
    /// <param name="reader">Facts of the reader for a notice; spans in <see cref="GoldNotice.Text"/>.</param>
    /// <remarks>Facts of a kind that no gold file may hold are an error of the caller, not of the reader.</remarks>
    public static GoldScore Of(IEnumerable<GoldNotice> notices, Func<GoldNotice, IReadOnlyCollection<ScoredFact>> reader)
    {
        var kinds = Bound;
        var scores = new List<KindScore>();
        var differences = new List<Difference>();
        foreach (var notice in notices)
        {
            var gold = notice.Scored();
            var read = reader(notice);
            if (read.FirstOrDefault(fact => !kinds.Contains(fact.Kind)) is { } odd)
                throw new ArgumentException($"no kind of a gold file: {odd.Kind}", nameof(reader));
            foreach (var kind in kinds)
            {
                ImmutableArray<ScoredFact> ours = [.. gold.Where(f => f.Kind == kind)], theirs = [.. read.Where(f => f.Kind == kind)];
                var pairs = Pairs(ours, theirs);
                scores.Add(new KindScore(kind, ours.Length, theirs.Length, pairs.Count(p => p >= 0)));
                differences.AddRange(ours.Where((_, i) => !pairs.Contains(i)).Select(f => new Difference(notice.Name, true, f, Around(notice, f))));
                differences.AddRange(theirs.Where((_, i) => pairs[i] < 0).Select(f => new Difference(notice.Name, false, f, Around(notice, f))));
            }
        }
        return new GoldScore(
            [.. kinds.Select(kind => Sum(kind, scores.Where(s => s.Kind == kind)))],
            [.. differences.OrderBy(d => d.Notice, StringComparer.Ordinal).ThenBy(d => d.Fact.Start)]);
    }

    /// <summary>The scores as a table for people, the bound below.</summary>
    public string Table()
    {
        var text = new StringBuilder("kind        gold   read    met  precision  recall\n");
        foreach (var k in Kinds.Append(Total))
            text.Append(CultureInfo.InvariantCulture, $"{k.Kind,-9} {k.Gold,6} {k.Read,6} {k.Met,6} {k.Precision,10:0.000} {k.Recall,7:0.000}\n");
        return text.ToString();
    }

    /// <summary>What was missed (-) and what was given wrongly (+), a line each in the order of the notices.</summary>
    public string DifferenceLines() =>
        string.Concat(Differences.Select(d =>
            $"{(d.Missed ? '-' : '+')} {d.Notice} {d.Fact.Start} {d.Fact.Kind}{(d.Fact.Role.Length > 0 ? " " + d.Fact.Role : "")} {d.Fact.Value} | {d.Quote}\n"));

    /// <summary>For every fact of the reader the index of its gold fact, or -1: as many pairs as can be (augmenting paths).</summary>
    private static int[] Pairs(ImmutableArray<ScoredFact> gold, ImmutableArray<ScoredFact> read)
    {
        var pairs = Enumerable.Repeat(-1, read.Length).ToArray();
        for (var g = 0; g < gold.Length; g++)
            Seek(g, new bool[read.Length]);
        return pairs;

        bool Seek(int g, bool[] tried)
        {
            for (var r = 0; r < read.Length; r++)
            {
                if (tried[r] || !Agree(gold[g], read[r]))
                    continue;
                tried[r] = true;
                if (pairs[r] >= 0 && !Seek(pairs[r], tried))
                    continue;
                pairs[r] = g;
                return true;
            }
            return false;
        }
    }

    private static bool Agree(ScoredFact gold, ScoredFact read) =>
        gold.Start < read.End && read.Start < gold.End
        && gold.Kind == read.Kind
        && (gold.Kind != "body" || gold.Role == read.Role)
        && Plain(gold.Value) == Plain(read.Value);

    /// <summary>A value without differences of character width and spaces.</summary>
    internal static string Plain(string value) =>
        string.Concat(value.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c));

    private static KindScore Sum(string kind, IEnumerable<KindScore> scores) =>
        scores.Aggregate(new KindScore(kind, 0, 0, 0), (sum, s) => new KindScore(kind, sum.Gold + s.Gold, sum.Read + s.Read, sum.Met + s.Met));

    private static string Around(GoldNotice notice, ScoredFact fact)
    {
        var (from, to) = (Math.Clamp(fact.Start - 8, 0, notice.Text.Length), Math.Clamp(fact.End + 8, 0, notice.Text.Length));
        return from < to ? notice.Text[from..to].ReplaceLineEndings(" ") : "";
    }
}
