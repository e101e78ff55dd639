namespace Federation.Domain.Findings;

/// <summary>A rule as it is listed: its code, its weight, what it says and what it rests on.</summary>
/// <param name="Code">Stable for ever; a retired code is never used again.</param>
/// <param name="Severity">Weight of its findings.</param>
/// <param name="Title">The rule in Chinese, one sentence.</param>
/// <param name="TitleEn">The rule in English, one sentence.</param>
/// <param name="Basis">Law, notice or form it rests on.</param>
public sealed record Rule(string Code, Severity Severity, string Title, string TitleEn, string Basis)
{
    /// <summary>True for an error that may stand when a person explains it with evidence, such as a break with last year after a merger.</summary>
    public bool Explainable { get; init; }

    /// <summary>A finding of this rule at a place, with its sentences.</summary>
    public Finding At(string where, string text, string textEn) => new(Code, Severity, where, text, textEn, Basis);

    /// <summary>A finding of this rule at a place that says no more than the rule itself.</summary>
    public Finding At(string where) => At(where, Title, TitleEn);
}
