using Federation.V1;

namespace Federation.Cli.Output;

/// <summary>What stands in each cell of some figures, in print.</summary>
/// <param name="figures">The figures.</param>
/// <param name="nil">What a cell declared none shows.</param>
/// <param name="words">Language.</param>
internal sealed class FigureText(Figures figures, string nil, Words words)
{
    private readonly HashSet<string> notApplicable = [.. figures.NotApplicable];

    public string this[FormCell cell] =>
        figures.Counts.TryGetValue(cell.Id, out var count) ? Printed.Count(count)
        : figures.Amounts.TryGetValue(cell.Id, out var amount) ? Printed.Amount(amount)
        : notApplicable.Contains(cell.Id) ? words["不适用", "n/a"]
        : figures.Unlisted == Figures.Types.Unlisted.Nil ? nil
        : words["未填", "blank"];
}
