using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Federation.Benchmarks.Floors;
using Federation.Benchmarks.Load;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Divisions;
using Spectre.Console;

namespace Federation.Benchmarks.Runs;

/// <summary>Search over everything taken in: pages with entries and marks, each beside the same page of a bare full-text table.</summary>
internal sealed class SearchRun(Board board, Installation installation, TempFolder temp, double indexed)
{
    private const int Page = 1000;
    private const int Queries = 100;
    private static readonly UnitId Province = UnitId.Parse("330000"), City = UnitId.Parse("330100");

    private static readonly ImmutableArray<(string What, string Typed, string Bare)> Asked =
    [
        ("rare word", EntrySet.Rare, EntrySet.Rare), ("two characters", EntrySet.Pair, EntrySet.Pair), ("common word", EntrySet.Common, EntrySet.Common), ("two words", "救助 公示", "救助"), ("one character", "树", "树"),
        ("filters alone", "", ""),
    ];

    public async Task Run(IReadOnlyCollection<UnitId> units, CancellationToken ct)
    {
        using var floor = new SearchFloor(temp["search-floor.db"]);
        AnsiConsole.MarkupLine("[grey]filling the bare full-text table[/]");
        var documents = new List<(SearchDocument, byte[])>();
        foreach (var unit in units)
        {
            for (var after = 0L; await installation.Catalogs.Changes(unit, after, Page, ct) is { IsEmpty: false } page; after = page[^1].Row.Seq)
                documents.AddRange(page.Select(s => (SearchDocument.Of(s.Row, s.Entry!, "", SearchScope.Of(unit)), EntryJson.Bytes(s.Entry!))));
        }
        var bare = floor.Write(documents);
        if (indexed > 0)
            board.AddRate("index catching up, documents", indexed, "bare full-text table, same tokens", bare);
        foreach (var (what, typed, word) in Asked)
        {
            var least = word.Length == 0 ? null : floor.Ask(word, Queries);
            foreach (var (where, within) in new[] { ("province", Province), ("city", City) })
            {
                foreach (var order in Enum.GetValues<SearchOrder>())
                {
                    var (times, found) = await Ask(typed, SearchFilter.Everywhere with { Within = within }, order, ct);
                    board.Add(new Row(
                        $"search, {what}, {where}, {order}: {(found > SearchPage.MostCounted ? "more than 1,000" : $"{found}")} found", times.ToString(), least is null ? "" : $"bare table {least}",
                        least is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{times.P50 / least.P50:0.0} x"), "p99 <= 100 ms", times.P99 <= 100));
                }
            }
        }
    }

    private async Task<(Times Times, int Found)> Ask(string typed, SearchFilter filter, SearchOrder order, CancellationToken ct)
    {
        var (times, found) = (new List<TimeSpan>(), 0);
        for (var i = 0; i < Queries; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var (page, findings) = await installation.Finder.Find(typed, filter, order, "", 20, ct);
            times.Add(Stopwatch.GetElapsedTime(started));
            found = page?.Found ?? throw new InvalidOperationException(findings[0].TextEn);
            if (times.Sum(t => t.TotalSeconds) > 10)
                break;
        }
        return (new Times(times), found);
    }
}
