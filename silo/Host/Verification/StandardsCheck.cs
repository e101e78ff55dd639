using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite;

namespace Federation.Host.Verification;

/// <summary>Makes the published versions of every standard, and what units set aside, anew from the events, and compares them with what is kept.</summary>
internal sealed class StandardsCheck(DerivedTables tables, Differences found)
{
    private const string Nothing = "无 / nothing";

    /// <summary>Runs it.</summary>
    /// <returns>Versions compared.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var versions = 0;
        foreach (var name in await tables.UnitsOfStandards(ct))
        {
            if (!UnitId.TryParse(name, out var unit))
                found.Row("standard", name, "", "单位代码 / the code of a unit", name);
            else
                versions += await Compare(unit, await tables.Events(GrainKeys.Standard(unit), 0, int.MaxValue, ct), ct);
        }
        return versions;
    }

    private async Task<int> Compare(UnitId unit, ImmutableArray<RecordedEvent> events, CancellationToken ct)
    {
        var (book, expected) = (StandardBook.Blank(unit), new Dictionary<long, StoredStandard>());
        foreach (var recorded in events)
        {
            try
            {
                var happened = StandardJson.Read(recorded);
                book = book.Apply(happened);
                if (happened is StandardPublished)
                    expected[book.Version] = Row(StandardRow.From(new StandardVersionAdded(book.Published[^1], recorded.At)));
            }
            catch (Exception e) when (e is FormatException or NullReferenceException or ArgumentException)
            {
                found.Add("event", $"{recorded.Stream} @{recorded.Position}: 不能读出或不接续 / unreadable, or does not follow: {recorded.Kind};该标准不再比对 / compared no further");
                return 0;
            }
        }
        var (kept, aside) = (await tables.Standards(unit.Value, ct), await tables.SetAside(unit.Value, ct));
        Versions(unit, expected, kept);
        Aside(unit, book.SetAside, aside);
        return book.Published.Length;
    }

    private void Versions(UnitId unit, Dictionary<long, StoredStandard> expected, ImmutableArray<StoredStandard> kept)
    {
        foreach (var row in kept)
        {
            if (!expected.Remove(row.Version, out var should))
                found.Row("standard", unit.Value, $"v{row.Version}", Nothing, row.Title);
            else if (Columns.Differ(should, row) is var (right, stands))
                found.Row("standard", unit.Value, $"v{row.Version}", right, stands);
        }
        foreach (var (version, row) in expected.OrderBy(e => e.Key))
            found.Row("standard", unit.Value, $"v{version}", row.Title, Nothing);
    }

    private void Aside(UnitId unit, ImmutableSortedDictionary<string, string> expected, ImmutableDictionary<string, string> kept)
    {
        foreach (var item in expected.Keys.Union(kept.Keys, StringComparer.Ordinal))
        {
            var (should, stands) = (expected.GetValueOrDefault(item), kept.GetValueOrDefault(item));
            if (should != stands)
                found.Row("set_aside", unit.Value, item, should ?? Nothing, stands ?? Nothing);
        }
    }

    private static RowColumns<StoredStandard> Columns { get; } = new(
        ("at", s => RowColumns.Number(s.AtTicks)), ("title", s => s.Title), ("base", s => s.Base), ("items", s => RowColumns.Number(s.Items)), ("hash", s => s.Hash), ("content", s => s.Content.ToString()));

    private static StoredStandard Row(StandardRow row) =>
        new(row.Of.Version, row.At.UtcTicks, row.Title, row.Base is { } above ? $"{above.Owner}/v{above.Version}" : "", row.Items, row.Hash.ToString(), row.Hash);
}
