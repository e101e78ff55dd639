using Federation.Storage.Sqlite;

namespace Federation.Host.Verification;

/// <summary>Hashes every text and file anew: each must be what its key says. One is held at a time.</summary>
internal static class ContentCheck
{
    private const int Page = 100;

    /// <summary>Runs it.</summary>
    /// <param name="tables">The file.</param>
    /// <param name="found">Gets what differs.</param>
    /// <param name="progress">Told how many of how many are done.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Texts and files, and their bytes.</returns>
    public static async Task<(long Contents, long Bytes)> Run(DerivedTables tables, Differences found, IProgress<(long Done, long Of)>? progress, CancellationToken ct)
    {
        var (done, bytes, all) = (0L, 0L, await tables.CountContents(ct));
        foreach (var drafts in new[] { false, true })
        {
            for (long after = 0; await tables.Contents(drafts, after, Page, ct) is { IsEmpty: false } page; after = page[^1].Place)
            {
                foreach (var one in page)
                {
                    if (one.Key != one.Found.ToString())
                        found.Row(drafts ? "draft_content" : "content", "", "", one.Key, one.Found.ToString());
                    bytes += one.Size;
                }
                done += page.Length;
                progress?.Report((done, all));
            }
        }
        return (done, bytes);
    }
}
