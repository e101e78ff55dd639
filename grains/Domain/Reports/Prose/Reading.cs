using System.Collections.Immutable;

namespace Federation.Domain.Reports.Prose;

/// <summary>What words of a sentence may mean: a sum of cells.</summary>
/// <param name="Cells">Cells that are added, in order.</param>
internal sealed record Reading(ImmutableArray<FormCell> Cells)
{
    /// <summary>The reading of some rows and columns of table three, or null when the form lacks one. A row <c>deny_*</c> means all that begin so.</summary>
    public static Reading? OfTable3(ReportForm form, IEnumerable<string> rows, IEnumerable<string> columns)
    {
        var ids = rows.SelectMany(row => row.EndsWith('*') ? RowsThatBegin(form, row[..^1]) : [row]).ToList();
        return Of(form, ids.SelectMany(row => columns.Select(column => $"t3.{row}.{column}")));
    }

    /// <summary>The reading of cells by id, or null when the form lacks one.</summary>
    public static Reading? Of(ReportForm form, params IEnumerable<string> ids)
    {
        ImmutableArray<FormCell?> cells = [.. ids.Select(form.Find)];
        return cells.IsEmpty || cells.Contains(null) ? null : new Reading([.. cells.Select(c => c!)]);
    }

    /// <summary>Its value in 件 or 元; null when some cell of it is not filled in, or not in the form of those figures.</summary>
    public decimal? Value(Figures figures)
    {
        var sum = 0m;
        foreach (var cell in Cells)
        {
            if (figures.Form.Find(cell.Id) is not { } found || figures[found.Index].State == CellState.Missing)
                return null;
            sum += cell.Kind == CellKind.Amount ? figures[found.Index].Value / 100m : figures[found.Index].Value;
        }
        return sum;
    }

    /// <summary>Cells as the sentence names them: label and id; of a long sum the first and the last.</summary>
    public string Label => Cells.Length switch
    {
        <= 3 => string.Join("加", Cells.Select(c => $"“{c.Label}”({c.Id})")),
        _ => $"“{Cells[0].Label}”({Cells[0].Id})至“{Cells[^1].Label}”({Cells[^1].Id})共 {Cells.Length} 格之和",
    };

    /// <summary>Ids for the English sentence.</summary>
    public string Ids => Cells.Length <= 3 ? string.Join(" + ", Cells.Select(c => c.Id)) : $"{Cells[0].Id} + ... + {Cells[^1].Id} ({Cells.Length} cells)";

    private static IEnumerable<string> RowsThatBegin(ReportForm form, string beginning) =>
        form.Cells.Where(c => c.Table == "t3").Select(c => c.Id.Split('.')[1]).Where(r => r.StartsWith(beginning, StringComparison.Ordinal)).Distinct();
}
