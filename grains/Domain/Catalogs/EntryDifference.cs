using System.Collections.Immutable;
using System.Globalization;

namespace Federation.Domain.Catalogs;

/// <summary>A member that two versions of an entry have in common, and not with the same content.</summary>
/// <param name="Member">Id of a field; or <c>kind</c>, <c>title</c>, <c>disclosure</c>, <c>validity</c>, <c>links</c>, <c>body</c>, <c>attachments</c>.</param>
/// <param name="Before">As it was; empty: it was not there.</param>
/// <param name="After">As it is; empty: it is no longer there.</param>
public sealed record MemberChange(string Member, string Before, string After);

/// <summary>What changed from one version of an entry to the next, member by member.</summary>
public static class EntryDifference
{
    /// <summary>All changes, in the order in which an entry is shown.</summary>
    public static ImmutableArray<MemberChange> Between(CatalogEntry before, CatalogEntry after) =>
        [.. Members(before).Zip(Members(after), (b, a) => new MemberChange(b.Member, b.Text, a.Text)).Where(c => c.Before != c.After)];

    private static IEnumerable<(string Member, string Text)> Members(CatalogEntry entry)
    {
        yield return ("kind", entry.Kind.Zh());
        yield return ("title", entry.Title);
        foreach (var field in EntryFields.All)
            yield return (field.Id, entry[field.Id]);
        yield return ("disclosure", string.Join(' ', new[] { entry.Disclosure.Attribute.Zh(), entry.Disclosure.Reason, entry.Disclosure.Basis }.Where(t => t.Length > 0)));
        yield return ("validity", $"{entry.Validity.State.Zh()} {entry.Validity.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}".TrimEnd());
        yield return ("links", string.Join('\n', entry.Links.Select(l => $"{l.Relation.Zh()} {l.Catalog?.Value} {l.Entry}".Replace("  ", " ", StringComparison.Ordinal))));
        yield return ("body", entry.Body?.ToString() ?? "");
        yield return ("attachments", string.Join('\n', entry.Attachments.Select(a => $"{a.Name} {a.Hash}")));
    }
}
