using System.Collections.Immutable;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs;

/// <summary>One column in which two contents of an entry differ.</summary>
/// <param name="Column">Which.</param>
/// <param name="Before">What it said; empty: nothing.</param>
/// <param name="After">What it says now.</param>
public sealed record ColumnChange(EntryColumn Column, string Before, string After);

/// <summary>What a change of an entry changes, column by column.</summary>
public static class EntryDiff
{
    /// <summary>Columns that differ, in the order of the table.</summary>
    /// <param name="before">As it was; null: it is new.</param>
    /// <param name="after">As it is to be; null: it is removed.</param>
    public static ImmutableArray<ColumnChange> Of(CatalogEntry? before, CatalogEntry? after) =>
    [
        .. EntryTable.Columns
            .Select(c => new ColumnChange(c, before is null ? "" : EntryTable.Cell(before, c.Id), after is null ? "" : EntryTable.Cell(after, c.Id)))
            .Where(c => c.Before != c.After),
    ];
}
