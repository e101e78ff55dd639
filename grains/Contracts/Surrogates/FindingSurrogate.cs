using Federation.Domain.Findings;

namespace Federation.Contracts.Surrogates;

/// <summary>How <see cref="Finding"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("federation.finding")]
public struct FindingSurrogate
{
    /// <summary>Code of the rule.</summary>
    [Id(0)]
    public string Code;

    /// <summary>Weight.</summary>
    [Id(1)]
    public Severity Severity;

    /// <summary>Place.</summary>
    [Id(2)]
    public string Where;

    /// <summary>Sentence in Chinese.</summary>
    [Id(3)]
    public string Text;

    /// <summary>Sentence in English.</summary>
    [Id(4)]
    public string TextEn;

    /// <summary>Basis.</summary>
    [Id(5)]
    public string Basis;
}

/// <summary>Converts <see cref="Finding"/>.</summary>
[RegisterConverter]
public sealed class FindingConverter : IConverter<Finding, FindingSurrogate>
{
    /// <inheritdoc />
    public Finding ConvertFromSurrogate(in FindingSurrogate surrogate) =>
        new(surrogate.Code, surrogate.Severity, surrogate.Where, surrogate.Text, surrogate.TextEn, surrogate.Basis);

    /// <inheritdoc />
    public FindingSurrogate ConvertToSurrogate(in Finding value) =>
        new() { Code = value.Code, Severity = value.Severity, Where = value.Where, Text = value.Text, TextEn = value.TextEn, Basis = value.Basis };
}
