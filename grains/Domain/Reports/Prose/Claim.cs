using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports.Prose;

/// <summary>A figure that the prose states and a table holds.</summary>
/// <param name="Rule">Rule that judges it.</param>
/// <param name="Start">First character in the normal text.</param>
/// <param name="End">After the last.</param>
/// <param name="Number">The number as printed; null when the words say none (未收到).</param>
/// <param name="Readings">Admissible readings, at least one.</param>
internal sealed record Claim(Rule Rule, int Start, int End, Numeral? Number, ImmutableArray<Reading> Readings)
{
    /// <summary>The number stated, 0 for none.</summary>
    public decimal Value => Number?.Value ?? 0;

    /// <summary>True when a value may be printed so.</summary>
    public bool Shows(decimal exact) => Number?.Shows(exact) ?? exact == 0;

    /// <summary>The finding, when no reading with known cells fits; null when one fits, none is known or the text says about.</summary>
    public Finding? Judge(ProseText text, Figures figures)
    {
        if (Number is { Approximate: true })
            return null;
        var known = Readings.Select(r => (Reading: r, Value: r.Value(figures))).Where(r => r.Value is not null).ToList();
        if (known.Count == 0 || known.Any(r => Shows(r.Value!.Value)))
            return null;
        var tables = string.Join("；", known.Select(r => $"{r.Reading.Label}为 {Write(r.Value!.Value)}"));
        var tablesEn = string.Join("; ", known.Select(r => $"{r.Reading.Ids} is {Write(r.Value!.Value)}"));
        return Rule.At(
            text.Where(Start, End),
            $"文字写“{text.Quote(Start, End)}”，即 {Write(Value)}；表中{tables}{(known.Count > 1 ? "，各种读法均不符" : "")}",
            $"the text says {Write(Value)}; in the tables {tablesEn}{(known.Count > 1 ? "; no reading fits" : "")}");
    }

    /// <summary>A number as sentences print it: no group marks, no zeros at its end.</summary>
    public static string Write(decimal value) => value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
