using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs;

/// <summary>公开属性 with what the law demands beside it.</summary>
/// <param name="Attribute">What it is.</param>
/// <param name="Reason">Why; needed for 不予公开.</param>
/// <param name="Basis">Law it rests on; needed for 不予公开.</param>
public sealed record Disclosure(DisclosureAttribute Attribute, string Reason = "", string Basis = "");

/// <summary>时效 of a document.</summary>
/// <param name="State">Whether it holds.</param>
/// <param name="Since">Day since which it no longer holds, or holds in another wording; null: unknown or in force.</param>
public sealed record Validity(ValidityState State, DateOnly? Since = null)
{
    /// <summary>现行有效</summary>
    public static Validity InForce { get; } = new(ValidityState.InForce);
}

/// <summary>A link from one entry to another, of this catalog or of another.</summary>
/// <param name="Relation">How they belong together, read from this entry.</param>
/// <param name="Catalog">Whose catalog the other is in; null: this one.</param>
/// <param name="Entry">The other.</param>
public sealed record EntryLink(LinkRelation Relation, UnitId? Catalog, EntryId Entry);

/// <summary>附件: a file kept by its content.</summary>
/// <param name="Name">File name.</param>
/// <param name="MediaType">For example <c>application/pdf</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">SHA-256 of the bytes.</param>
public sealed record Attachment(string Name, string MediaType, long Size, Digest Hash);

/// <summary>目录条目: what a unit must make public, or has made public. A value; <see cref="EntryJson"/> is its canonical form.</summary>
/// <param name="Id">Identity inside the catalog.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">标题、名称</param>
/// <param name="Fields">Further fields by id, see <see cref="EntryFields"/>; an empty text is no field.</param>
/// <param name="Disclosure">公开属性</param>
/// <param name="Validity">时效</param>
/// <param name="Links">Links, in the order given.</param>
/// <param name="Body">SHA-256 of the text, which is kept by its content; null: it has none here.</param>
/// <param name="Attachments">Files, in the order given.</param>
public sealed record CatalogEntry(
    EntryId Id, EntryKind Kind, string Title, ImmutableSortedDictionary<string, string> Fields, Disclosure Disclosure, Validity Validity,
    ImmutableArray<EntryLink> Links, Digest? Body, ImmutableArray<Attachment> Attachments)
{
    /// <summary>SHA-256 of the canonical form.</summary>
    public Digest Hash => Digest.Of(EntryJson.Bytes(this));

    /// <summary>Texts and files that it names.</summary>
    public IEnumerable<Digest> Named => Body is { } body ? Attachments.Select(a => a.Hash).Append(body) : Attachments.Select(a => a.Hash);

    /// <summary>索引号: opaque text, unique inside its catalog; empty: none.</summary>
    public string IndexNumber => this[EntryFields.IndexNumber];

    /// <summary>Item of the standard catalog that it fulfils; empty: none.</summary>
    public string StandardItem => this[EntryFields.StandardItem];

    /// <summary>成文日期, 生成日期: day on which the information was made or changed; null: not given.</summary>
    public DateOnly? FormedOn => Day(EntryFields.FormedOn);

    /// <summary>发布日期; null: not given.</summary>
    public DateOnly? PublishedOn => Day(EntryFields.PublishedOn);

    /// <summary>A field; empty when it has none.</summary>
    public string this[string field] => Fields.GetValueOrDefault(field, "");

    /// <summary>True when both say the same: their canonical forms are equal.</summary>
    public bool SameAs(CatalogEntry other) => EntryJson.Bytes(this).AsSpan().SequenceEqual(EntryJson.Bytes(other));

    /// <summary>The entry with a field set; an empty text removes it.</summary>
    public CatalogEntry With(string field, string value) => this with { Fields = value.Length == 0 ? Fields.Remove(field) : Fields.SetItem(field, value) };

    private DateOnly? Day(string field) =>
        DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>来源: where an entry comes from. Not part of its content: two copies of one entry have provenances of their own.</summary>
/// <param name="Origin">Unit, or source registered with it, for example <c>330110</c> or <c>330110/website</c>.</param>
/// <param name="Author">Who wrote it there, as the origin names them; empty: unknown.</param>
/// <param name="SourceVersion">Version or revision at the origin; empty: none.</param>
/// <param name="ApprovedBy">Who approved its publication, person@unit; empty: the origin published it before.</param>
/// <param name="ReceivedAt">When it came in.</param>
public sealed record Provenance(string Origin, string Author, string SourceVersion, string ApprovedBy, DateTimeOffset ReceivedAt);
