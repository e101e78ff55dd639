using System.Collections.Immutable;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs.Import;

/// <summary>A row laid over the entry that is there: what the table has no column for stays, and what only a publication gives is not taken away by an empty cell.</summary>
internal static class EntryMerge
{
    private static readonly ImmutableHashSet<string> GivenByPublication = [EntryFields.IndexNumber, EntryFields.PublishedOn];

    /// <summary>The entry as it is to be.</summary>
    /// <param name="read">What the row says.</param>
    /// <param name="present">What the catalog holds.</param>
    /// <param name="columns">Columns of the table.</param>
    public static CatalogEntry Over(CatalogEntry read, CatalogEntry present, IReadOnlySet<string> columns)
    {
        var kept = present.Fields.Where(f => !columns.Contains(f.Key) || (GivenByPublication.Contains(f.Key) && read[f.Key].Length == 0));
        return read with
        {
            Fields = read.Fields.SetItems(kept),
            Disclosure = read.Disclosure with { Reason = columns.Contains("reason") ? read.Disclosure.Reason : present.Disclosure.Reason, Basis = columns.Contains("reasonBasis") ? read.Disclosure.Basis : present.Disclosure.Basis },
            Validity = columns.Contains("validity") ? read.Validity : present.Validity,
            Links = columns.Contains("links") ? read.Links : present.Links,
            Body = columns.Contains("body") ? read.Body : present.Body,
            Attachments = columns.Contains("attachments") ? read.Attachments : present.Attachments,
        };
    }
}
