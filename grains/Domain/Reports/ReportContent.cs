using System.Collections.Immutable;
using System.Text;

namespace Federation.Domain.Reports;

/// <summary>
/// 处置: what a person says to a finding before the report is filed: why a warning may stand, or why a break with last year is right.
/// It is part of the report, so it is sealed with it and travels upward.
/// </summary>
/// <param name="Rule">Code of the rule, for example <c>AR-030</c>.</param>
/// <param name="Where">Place of the finding: a cell id, or section and place in the text.</param>
/// <param name="Reason">Why.</param>
/// <param name="Evidence">Document that shows it: title and number; empty when none.</param>
/// <param name="Until">Last day on which it holds; null: for this report only, without end.</param>
/// <param name="By">Who says so, for example <c>zhang@500151</c>.</param>
public sealed record Disposition(string Rule, string Where, string Reason, string Evidence, DateOnly? Until, string By);

/// <summary>Everything one filing says: figures, prose by section, dispositions. Two are equal when all of it is.</summary>
public sealed class ReportContent : IEquatable<ReportContent>
{
    /// <summary>Content of figures, prose and dispositions.</summary>
    /// <param name="figures">Figures.</param>
    /// <param name="texts">Prose by section id (<c>s1</c>). Line ends become \n, blanks at the ends go, half characters become U+FFFD, empty sections are left out.</param>
    /// <param name="dispositions">In any order; kept in order of rule and place.</param>
    /// <exception cref="ArgumentException">A section that the form does not have, or has for a table.</exception>
    public ReportContent(Figures figures, IEnumerable<KeyValuePair<string, string>> texts, IEnumerable<Disposition> dispositions)
    {
        Figures = figures;
        Texts = texts.Select(t => KeyValuePair.Create(t.Key, Normal(t.Value))).Where(t => t.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal);
        Dispositions = [.. dispositions.Select(Whole).OrderBy(d => d.Rule, StringComparer.Ordinal).ThenBy(d => d.Where, StringComparer.Ordinal)];
        if (Texts.Keys.FirstOrDefault(id => figures.Form.Prose.All(s => s.Id != id)) is { } unknown)
            throw new ArgumentException($"form {figures.Form.Id} has no prose section {unknown}", nameof(texts));
    }

    /// <summary>Figures.</summary>
    public Figures Figures { get; }

    /// <summary>Prose by section id; sections without text are left out.</summary>
    public ImmutableSortedDictionary<string, string> Texts { get; }

    /// <summary>Dispositions in order of rule and place.</summary>
    public ImmutableArray<Disposition> Dispositions { get; }

    /// <summary>Figures alone.</summary>
    public static ReportContent Of(Figures figures) => new(figures, [], []);

    /// <summary>The same content with every derived cell computed.</summary>
    public ReportContent WithSums() => ReferenceEquals(Figures.WithSums(), Figures) ? this : With(Figures.WithSums());

    /// <summary>The same prose and dispositions with other figures of the same form.</summary>
    public ReportContent With(Figures figures) => new(figures, Texts, Dispositions);

    /// <inheritdoc />
    public bool Equals(ReportContent? other) =>
        other is not null && Figures.Equals(other.Figures) && Texts.SequenceEqual(other.Texts) && Dispositions.SequenceEqual(other.Dispositions);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ReportContent);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Figures, Texts.Count, Dispositions.Length);

    private static string Normal(string text) => Whole(text).ReplaceLineEndings("\n").Trim();

    private static Disposition Whole(Disposition d) =>
        d with { Rule = Whole(d.Rule), Where = Whole(d.Where), Reason = Whole(d.Reason), Evidence = Whole(d.Evidence), By = Whole(d.By) };

    // Half a surrogate pair has no encoding: it would be kept and hashed as U+FFFD, so that two contents had one hash and neither was read back.
    private static string Whole(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune);
        return whole.ToString();
    }
}
