using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Federation.Domain.Reports;

namespace Federation.Documents.Layouts;

/// <summary>The printed layout of each form, with the merged heads and groups of rows that its lines name.</summary>
public static class FormLayouts
{
    private static readonly ConditionalWeakTable<ReportForm, StrongBox<ImmutableArray<TableLayout>>> made = [];

    /// <summary>The tables of a form, official or written as data, in print order.</summary>
    public static ImmutableArray<TableLayout> Of(ReportForm form) => made.GetValue(form, static f => new([.. f.Tables.Select(t => Of(f, t))])).Value;

    private static TableLayout Of(ReportForm form, FormTable table)
    {
        var side = table.Blocks.Max(b => b.OneLine ? 0 : b.Rows.Max(r => r.Path.Length));
        var figures = table.Blocks.Select(Leaves).Aggregate(LeastCommonMultiple);
        var blocks = table.Blocks.Select((block, at) => new BlockLayout(form, table, block, side, figures, table.Blocks.Length == 1 ? table.Id : $"{table.Id}-{at + 1}")).ToList();
        var title = new Printed(table.Title, table.TitleEn);
        var layout = blocks is [{ Block.Heading: null } only]
            ? new TableLayout(table.Id, table.Section, title, side + figures, only.Head, only.Groups)
            : new TableLayout(table.Id, table.Section, title, side + figures, [], [.. blocks.Select(b => (ImmutableArray<LayoutRow>)[.. b.Head, .. b.Groups.SelectMany(g => g)])]);
        return layout with { HasAmounts = layout.Figures.Any(f => form[f.Cell].Kind == CellKind.Amount) };
    }

    private static int Leaves(FormBlock block) => block.OneLine ? block.Rows.Length * block.Columns.Length : block.Columns.Length;

    // blocks of two and of three columns stand one above the other in six
    private static int LeastCommonMultiple(int a, int b) => Enumerable.Range(1, b).Select(n => n * a).First(n => n % b == 0);
}
