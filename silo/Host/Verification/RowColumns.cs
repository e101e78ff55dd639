using System.Globalization;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;

namespace Federation.Host.Verification;

/// <summary>Columns of a row by their names in the table, to say in which of them two rows differ.</summary>
internal sealed class RowColumns<T>(params (string Name, Func<T, string> Text)[] columns)
{
    private const int Longest = 80;

    /// <summary>The columns in which they differ, as <c>name=value</c>; null: they say the same.</summary>
    public (string Expected, string Found)? Differ(T expected, T found)
    {
        var differing = columns.Where(c => c.Text(expected) != c.Text(found)).ToList();
        return differing.Count == 0 ? null : (Join(differing, expected), Join(differing, found));
    }

    private static string Join(IEnumerable<(string Name, Func<T, string> Text)> some, T row) => string.Join(' ', some.Select(c => $"{c.Name}={Short(c.Text(row))}"));

    private static string Short(string text) => text.Length == 0 ? "''" : text.Length <= Longest ? text : text[..Longest] + "…";
}

/// <summary>The tables whose rows follow from events.</summary>
internal static class RowColumns
{
    public static RowColumns<CatalogHead> Head { get; } = new(
        ("seq", h => Number(h.Seq)), ("entries", h => Number(h.Whole.Count)), ("digest", h => h.Whole.Digest.ToString()), ("changed_at", h => Moment(h.ChangedAt)),
        ("removed_on", h => Day(h.RemovedOn)), ("removed_count", h => Number(h.RemovedCount)), ("last_hold", h => Number(h.LastHold)),
        ("small", h => System.Text.Encoding.UTF8.GetString(CatalogHeadJson.Write(h))));

    public static RowColumns<EntryRow> Entry { get; } = new(
        ("seq", e => Number(e.Seq)), ("revision", e => Number(e.Revision)), ("hash", e => e.Hash?.ToString() ?? "tombstone"), ("kind", e => Number((int)e.Kind)), ("title", e => e.Title),
        ("attribute", e => Number((int)e.Attribute)), ("validity", e => Number((int)e.Validity)), ("index_number", e => e.IndexNumber), ("item", e => e.StandardItem), ("domain", e => e.Domain),
        ("formed_on", e => Day(e.FormedOn)), ("published_on", e => Day(e.PublishedOn)), ("origin", e => e.Origin), ("at", e => Moment(e.At)));

    public static RowColumns<DraftRow> Draft { get; } = new(
        ("state", d => Number((int)d.State)), ("step", d => d.Step), ("kind", d => Number((int)d.Kind)), ("title", d => d.Title), ("attribute", d => Number((int)d.Attribute)),
        ("author", d => d.Author), ("hands", d => string.Join(',', d.Hands)), ("tasks", d => string.Join(',', d.Tasks)), ("round", d => Number(d.Round)), ("at", d => Moment(d.At)),
        ("formed_on", d => Day(d.FormedOn)), ("last_day", d => Day(d.LastDay)), ("published_on", d => Day(d.PublishedOn)), ("breached", d => d.Breached ? "1" : "0"),
        ("review_on", d => Day(d.ReviewOn)), ("reason", d => d.Reason), ("basis", d => d.Basis), ("hash", d => d.Hash?.ToString() ?? "null"));

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset? moment) => moment?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) ?? "null";

    public static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "null";
}
