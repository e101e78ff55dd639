using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Federation.Domain.Divisions;

namespace Federation.Domain.WorkPoints;

/// <summary>
/// Choices of receivers as one line of text, the same in the ledger, over the wire and at the command line: <c>all</c>, <c>direct</c>,
/// <c>tier county</c>, <c>tier county agency</c>, <c>line audit</c>, <c>tag 试点</c>, <c>units 500151 500152</c>, <c>without 500151</c>.
/// </summary>
public static class ReceiverText
{
    /// <summary>Writes a choice.</summary>
    public static string Write(ReceiverChoice choice) => choice switch
    {
        AllBelow => "all",
        DirectlyBelow => "direct",
        OfTier { Kind: { } kind } c => $"tier {Word(c.Tier)} {Word(kind)}",
        OfTier c => $"tier {Word(c.Tier)}",
        OfLine c => $"line {c.Line}",
        Tagged c => $"tag {c.Tag}",
        Listed c => $"units {string.Join(' ', c.Units)}",
        Without c => $"without {string.Join(' ', c.Units)}",
        _ => throw new ArgumentException($"unknown choice {choice.GetType().Name}", nameof(choice)),
    };

    /// <summary>Reads a choice.</summary>
    /// <exception cref="FormatException">Not written as above.</exception>
    public static ReceiverChoice Parse(string text) => TryParse(text, out var choice) ? choice : throw new FormatException($"'{text}' chooses no receivers");

    /// <summary>Reads a choice; false when it is not written as above.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ReceiverChoice? choice)
    {
        choice = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["all"] => new AllBelow(),
            ["direct"] => new DirectlyBelow(),
            ["tier", var tier] when Name<Tier>(tier) is { } t => new OfTier(t, null),
            ["tier", var tier, var kind] when Name<Tier>(tier) is { } t && Name<UnitKind>(kind) is { } k => new OfTier(t, k),
            ["line", var line] => new OfLine(line),
            ["tag", var tag] => new Tagged(tag),
            ["units", .. { Length: > 0 } units] when Units(units) is { } read => new Listed(read),
            ["without", .. { Length: > 0 } units] when Units(units) is { } read => new Without(read),
            _ => null,
        };
        return choice is not null;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T? Name<T>(string word)
        where T : struct, Enum => DivisionCsv.ReadName<T>(word, out var value) ? value : null;

    private static ImmutableArray<UnitId>? Units(string[] codes)
    {
        var units = codes.Select(c => UnitId.TryParse(c, out var unit) ? unit : null).ToList();
        return units.Contains(null) ? null : [.. units.Select(u => u!)];
    }
}
