using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Sources;

/// <summary>How a source answered.</summary>
public enum AnswerKind
{
    /// <summary>With its list.</summary>
    Content,

    /// <summary>Nothing has changed since the last run (304).</summary>
    NotModified,

    /// <summary>Not at all, or not in time.</summary>
    Unreachable,

    /// <summary>With a status that is no success.</summary>
    Refused,

    /// <summary>With fewer bytes than it announced.</summary>
    Truncated,

    /// <summary>With more bytes than the settings allow.</summary>
    TooLarge,

    /// <summary>It was not asked: its address is neither public nor of a network that the operator allows.</summary>
    Forbidden,
}

/// <summary>The answer of a source.</summary>
/// <param name="Kind">How.</param>
/// <param name="Bytes">The list; empty unless it came.</param>
/// <param name="ETag">Version that the source names; empty: none.</param>
/// <param name="Modified">Moment at which the source says the list was made; null: it does not say.</param>
/// <param name="Detail">Status or fault, for the report.</param>
/// <param name="Charset">Encoding that the source declares; empty: none.</param>
public sealed record SourceAnswer(AnswerKind Kind, ReadOnlyMemory<byte> Bytes, string ETag, DateTimeOffset? Modified, string Detail, string Charset = "");

/// <summary>What is remembered of the last list that was taken.</summary>
/// <param name="ETag">Version that the source named; empty: none.</param>
/// <param name="Generated">When it was made; null: not known.</param>
/// <param name="Listed">Records in it.</param>
public sealed record SourceMemory(string ETag, DateTimeOffset? Generated, int Listed)
{
    /// <summary>Nothing was taken yet.</summary>
    public static SourceMemory None { get; } = new("", null, 0);
}

/// <summary>Something wrong with one record, and who can mend it.</summary>
/// <param name="Record">How manieth in the list, from 1.</param>
/// <param name="Id">Its id; empty when it has none.</param>
/// <param name="Field">Name of the field at the origin; empty: the record as a whole.</param>
/// <param name="Mender">Who has to do something: the contact of the origin, or whoever keeps the catalog or these settings.</param>
/// <param name="Finding">What is wrong.</param>
public sealed record RecordProblem(int Record, string Id, string Field, string Mender, Finding Finding);

/// <summary>A list as it was read.</summary>
/// <param name="Entries">Entries that can be taken.</param>
/// <param name="Listed">Every id that the list names, also of records that cannot be taken.</param>
/// <param name="Complete">True: what is not listed is no longer there.</param>
/// <param name="Problems">What is wrong with records.</param>
/// <param name="Findings">What is wrong with the whole; a blocking one: nothing is taken.</param>
/// <param name="Memory">What is to be remembered.</param>
public sealed record Snapshot(
    ImmutableArray<CatalogEntry> Entries, ImmutableHashSet<EntryId> Listed, bool Complete, ImmutableArray<RecordProblem> Problems, ImmutableArray<Finding> Findings, SourceMemory Memory);
