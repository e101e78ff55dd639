using Federation.Domain.Time;
using Federation.Grains.Divisions;
using Federation.Grains.Time;
using Federation.Storage.Sqlite;

namespace Federation.Host.Verification;

/// <summary>What was proved of catalogs and of all that belongs to them.</summary>
/// <param name="Catalogs">Of catalogs.</param>
/// <param name="Contents">Texts and files hashed.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Drafts">Entries before they are public.</param>
/// <param name="Versions">Published versions of standards.</param>
/// <param name="Search">How the search index stands, in words.</param>
internal sealed record CatalogProofs(CatalogFindings Catalogs, long Contents, long Bytes, long Drafts, int Versions, string Search);

/// <summary>Proves catalogs, their texts and files, entries before they are public, and standards: each from its events alone.</summary>
internal static class CatalogProof
{
    /// <summary>Runs it.</summary>
    /// <param name="settings">Where the data is.</param>
    /// <param name="ledger">Its ledger, at rest.</param>
    /// <param name="lists">The State Council's lists, for last days.</param>
    /// <param name="found">Gets what differs.</param>
    /// <param name="progress">Told what is being proved, and which share of it is.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<CatalogProofs> Run(
        HostSettings settings, SqliteLedger ledger, HolidayData lists, Differences found, IProgress<(string What, double Share)>? progress, CancellationToken ct)
    {
        var catalogs = await new CatalogCheck(ledger.Derived, found).Run(Told("目录 / catalogs"), ct);
        var (contents, bytes) = await ContentCheck.Run(ledger.Derived, found, progress is null ? null : new Steps<long>(s => progress.Report(("正文附件 / contents", s.Of == 0 ? 1 : (double)s.Done / s.Of))), ct);
        var versions = await new StandardsCheck(ledger.Derived, found).Run(ct);

        var drafts = await Drafts(ledger, lists, found, Told("待公开条目 / drafts"), ct);
        return new CatalogProofs(catalogs, contents, bytes, drafts, versions, SearchStanding.Of(settings.SearchFile, await ledger.FeedEnd(ct), catalogs.Entries));

        Steps<int>? Told(string what) => progress is null ? null : new Steps<int>(s => progress.Report((what, s.Of == 0 ? 1 : (double)s.Done / s.Of)));
    }

    private static async Task<long> Drafts(SqliteLedger ledger, HolidayData lists, Differences found, IProgress<(int Done, int Of)>? progress, CancellationToken ct)
    {
        var divisions = new LoadedDivisions(ledger, TimeProvider.System);
        try
        {
            await divisions.Load(ct);
        }
        catch (InvalidDataException)
        {
            found.Note("单位树有误(见上),待公开条目未比对 / the tree breaks rules, as said above: drafts are not compared");
            return 0;
        }
        var calendar = new LoadedCalendar(ledger, divisions, TimeProvider.System, lists);
        await calendar.Load(ct);
        return await new DraftCheck(ledger.Derived, ledger, divisions, calendar, TimeProvider.System, found).Run(progress, ct);
    }

    // Progress<T> would tell from another thread, and the last step after the end.
    private sealed class Steps<T>(Action<(T Done, T Of)> tell) : IProgress<(T Done, T Of)>
    {
        public void Report((T Done, T Of) value) => tell(value);
    }
}
