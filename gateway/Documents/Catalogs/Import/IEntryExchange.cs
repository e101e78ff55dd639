using System.Collections.Immutable;
using Federation.Documents.Import;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;

namespace Federation.Documents.Catalogs.Import;

/// <summary>A file with entries to be imported.</summary>
/// <param name="Name">Its name, for findings.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Kind">Kind of rows that do not say theirs; null: none.</param>
/// <param name="Push">False: a dry run.</param>
/// <param name="Complete">True: what it does not list is removed.</param>
/// <param name="Reason">Why entries are removed.</param>
/// <param name="RequestId">Chosen by the sender; the same one twice has one effect.</param>
/// <param name="Source">Source registered with the unit; empty: the unit itself.</param>
public sealed record EntryFile(string Name, byte[] Content, EntryKind? Kind, bool Push, bool Complete = false, string Reason = "", string RequestId = "", string Source = "");

/// <summary>What an import makes, or would make, of an entry.</summary>
public enum EntryFate
{
    /// <summary>Nothing: see findings.</summary>
    None,

    /// <summary>It is new.</summary>
    New,

    /// <summary>It says something else than before.</summary>
    Altered,

    /// <summary>The catalog says so already.</summary>
    Same,

    /// <summary>It is removed, as the file is complete and does not list it.</summary>
    Removed,
}

/// <summary>One answer of an import.</summary>
/// <param name="Done">Entries of the file that were judged so far.</param>
/// <param name="Total">Entries in the file.</param>
/// <param name="Entry">Which; empty: the file as such, or the end.</param>
/// <param name="Title">Its title.</param>
/// <param name="Sheet">Sheet; empty: none.</param>
/// <param name="Row">Row or line.</param>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Changes">Columns that differ.</param>
/// <param name="Outcome">How the catalog took it, or would; null: it was not sent.</param>
/// <param name="Findings">Everything found, each at its place.</param>
/// <param name="Sums">At the end only.</param>
public sealed record EntryStep(
    int Done, int Total, string Entry, string Title, string Sheet, int Row, EntryFate Fate, ImmutableArray<ColumnChange> Changes, EntryOutcome? Outcome, ImmutableArray<ImportFinding> Findings,
    EntrySums? Sums = null);

/// <summary>What an import came to.</summary>
/// <param name="Added">New entries.</param>
/// <param name="Altered">Entries that say something else.</param>
/// <param name="Same">Entries that say the same.</param>
/// <param name="Removed">Entries removed.</param>
/// <param name="Refused">Entries not taken.</param>
/// <param name="Waiting">Entries that wait for the review by other persons, among those new and altered; and removals asked for.</param>
/// <param name="Holds">Numbers under which removals wait for a second person.</param>
/// <param name="Digest">Digest of the catalog at the end.</param>
public sealed record EntrySums(int Added, int Altered, int Same, int Removed, int Refused, int Waiting, ImmutableArray<int> Holds, Digest Digest);

/// <summary>
/// Entries as files, in. The file is judged whole and compared with the catalog; the catalog's own rules decide. What a system sends was reviewed where it comes from and goes into
/// the catalog; what a person sends is handed in and waits for the review by others.
/// </summary>
public interface IEntryExchange
{
    /// <summary>Imports a file, or says what would come of it.</summary>
    /// <param name="by">Who; whoever may not keep the catalog is told so and nothing else.</param>
    /// <param name="unit">Whose catalog.</param>
    /// <param name="file">The file.</param>
    /// <param name="ct">Ends it; batches already recorded stay.</param>
    IAsyncEnumerable<EntryStep> Import(Subject by, UnitId unit, EntryFile file, CancellationToken ct);
}
