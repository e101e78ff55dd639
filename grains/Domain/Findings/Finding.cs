namespace Federation.Domain.Findings;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Worth a look; blocks nothing.</summary>
    Warning,

    /// <summary>The act is refused until it is mended.</summary>
    Error,

    /// <summary>已处置: a person has said why it may stand; blocks nothing.</summary>
    Disposed,
}

/// <summary>One thing a rule found: data, not an exception. A check runs to its end and reports every finding at once.</summary>
/// <param name="Code">Stable code of the rule, for example <c>AR-001</c>; listed in docs/RULES.md.</param>
/// <param name="Severity">Whether it blocks.</param>
/// <param name="Where">The place: a cell id (<c>t3.new.natural</c>), a field, or a line (<c>line 12</c>). Empty when the whole act is meant.</param>
/// <param name="Text">The sentence in Chinese, with the figures concerned.</param>
/// <param name="TextEn">The same sentence in English.</param>
/// <param name="Basis">Law, notice or form that the rule rests on, in Chinese as cited there.</param>
public sealed record Finding(string Code, Severity Severity, string Where, string Text, string TextEn, string Basis)
{
    /// <summary>True when the finding blocks.</summary>
    public bool Blocks => Severity == Severity.Error;
}
