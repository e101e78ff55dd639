using Federation.Domain.Catalogs;

namespace Federation.Storage.Sqlite;

/// <summary>A row as it stands in the file.</summary>
/// <typeparam name="T">What it says.</typeparam>
/// <param name="Key">Its key inside its unit, as written.</param>
/// <param name="Row">What it says; null: it cannot be read.</param>
/// <param name="Unreadable">Why not; empty when it can.</param>
public sealed record StoredRow<T>(string Key, T? Row, string Unreadable)
    where T : class;

/// <summary>A page of the rows of a catalog's entries, in order of path.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Last">Where the next page begins; null: this is the last.</param>
public sealed record EntryPage(IReadOnlyList<StoredRow<EntryRow>> Rows, (long Path, string Entry)? Last);

/// <summary>A link as it stands in the file.</summary>
/// <param name="Entry">From which entry.</param>
/// <param name="Relation">Number of its relation.</param>
/// <param name="ToCatalog">To which catalog.</param>
/// <param name="ToEntry">To which entry.</param>
public sealed record StoredLink(string Entry, int Relation, string ToCatalog, string ToEntry);

/// <summary>A change in the common feed of all catalogs.</summary>
/// <param name="Position">Its place.</param>
/// <param name="Catalog">Whose catalog.</param>
/// <param name="Entry">Which entry.</param>
/// <param name="Seq">Its sequence there.</param>
public sealed record StoredChange(long Position, string Catalog, string Entry, long Seq);

/// <summary>A text or file that is kept.</summary>
/// <param name="Place">Its place in the table.</param>
/// <param name="Key">Hash under which it is kept, in hexadecimal digits.</param>
/// <param name="Found">Hash of its bytes.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredContent(long Place, string Key, Digest Found, long Size);

/// <summary>A published version of a standard as its row says.</summary>
/// <param name="Version">Which.</param>
/// <param name="AtTicks">When, in ticks of UTC.</param>
/// <param name="Title">Title.</param>
/// <param name="Base">Version above that it refines, as owner/vN; empty: none.</param>
/// <param name="Items">How many items.</param>
/// <param name="Hash">Hash of the content as written, in hexadecimal digits.</param>
/// <param name="Content">Hash of the content as it stands.</param>
public sealed record StoredStandard(long Version, long AtTicks, string Title, string Base, long Items, string Hash, Digest Content);
