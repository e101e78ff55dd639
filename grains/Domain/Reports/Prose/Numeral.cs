namespace Federation.Domain.Reports.Prose;

/// <summary>What a number in prose is.</summary>
internal enum NumeralKind
{
    /// <summary>A count or an amount: 3件, 1.2万条, 2950元.</summary>
    Count,

    /// <summary>A percentage: 1.05%, 百分之五.</summary>
    Percent,

    /// <summary>A year: 2024年.</summary>
    Year,

    /// <summary>A month, a day, an ordinal or a document number: nothing that is counted.</summary>
    Other,
}

/// <summary>A number in prose.</summary>
/// <param name="Start">First character in the normal text.</param>
/// <param name="End">After its last character, measure word included.</param>
/// <param name="Value">Its value: 12000 for 1.2万; 1.05 for 1.05%.</param>
/// <param name="Step">Worth of its last printed digit: 1000 for 1.2万; 0.01 for 1.05%.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Measure">Measure word: 件, 条, 元; empty when none follows.</param>
/// <param name="Approximate">True when the text says so: 约, 近, 余, 多.</param>
internal sealed record Numeral(int Start, int End, decimal Value, decimal Step, NumeralKind Kind, string Measure, bool Approximate)
{
    /// <summary>True when an exact value may be printed so: the same number, or rounded to (or cut at) the last digit printed.</summary>
    public bool Shows(decimal exact)
    {
        if (Step == 1 && Kind == NumeralKind.Count && Measure != "元")
            return exact == Value;
        return Math.Abs(exact - Value) * 2 <= Step || (exact >= Value && exact - Value < Step);
    }

    /// <summary>True for a count of things, not of money.</summary>
    public bool CountsThings => Kind == NumeralKind.Count && Measure.Length > 0 && Measure != "元";
}
