using System.Collections.Immutable;
using Federation.Documents.Import;
using Federation.Domain.Catalogs;
using Federation.Domain.Findings;

namespace Federation.Documents.Catalogs.Import;

/// <summary>One entry found in a file.</summary>
/// <param name="File">File in which it stands.</param>
/// <param name="Sheet">Sheet; empty for a file without sheets.</param>
/// <param name="Row">Row of the sheet or line of the file, from 1.</param>
/// <param name="Entry">What was read; null when it could not be.</param>
/// <param name="Title">Its title as written.</param>
/// <param name="Derived">True when the file gives no id and it was made from what identifies the entry.</param>
/// <param name="Findings">Everything found in it, each at its cell.</param>
public sealed record ImportedEntry(string File, string Sheet, int Row, CatalogEntry? Entry, string Title, bool Derived, ImmutableArray<ImportFinding> Findings)
{
    /// <summary>Where each column stands, as a cell address.</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>True when it may be taken over.</summary>
    public bool Usable => Entry is not null && !Findings.Any(f => f.Finding.Blocks);

    /// <summary>Columns of the table in which it stands; null for a file that says everything of an entry, as JSON does.</summary>
    public IReadOnlySet<string>? Columns { get; init; }

    /// <summary>The same over what the catalog holds: what the table has no column for stays as it is.</summary>
    public ImportedEntry Over(CatalogEntry? present) => Entry is null || present is null || Columns is null ? this : this with { Entry = EntryMerge.Over(Entry, present, Columns) };

    /// <summary>A finding of the rules with its place in the file.</summary>
    public ImportFinding Place(Finding finding) => new(finding, File, Sheet, Places.GetValueOrDefault(finding.Where.Split('[')[0]) ?? FormattableString.Invariant($"{Row}"));
}

/// <summary>What a file holds: its entries, and what is wrong with the file as such. A bad entry never hides the others.</summary>
/// <param name="Entries">In the order of the file.</param>
/// <param name="Findings">Findings that belong to no single entry.</param>
public sealed record EntryBatch(ImmutableArray<ImportedEntry> Entries, ImmutableArray<ImportFinding> Findings)
{
    /// <summary>True when anything in it blocks: such a file removes nothing by what it does not list.</summary>
    public bool Faulty => Findings.Concat(Entries.SelectMany(e => e.Findings)).Any(f => f.Finding.Blocks);
}
