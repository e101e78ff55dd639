using System.Globalization;
using Federation.Storage.Search;

namespace Federation.Host.Verification;

/// <summary>Whether the search index knows what the ledger holds. It follows a moment behind and can be made anew, so a distance is no fault.</summary>
internal static class SearchStanding
{
    /// <summary>One sentence in both languages.</summary>
    /// <param name="file">The index.</param>
    /// <param name="end">Place of the newest change of any catalog.</param>
    /// <param name="entries">Entries that are not removed.</param>
    public static string Of(string file, long end, long entries) => SqliteSearch.Look(file) switch
    {
        null => "没有检索索引或版本不同,启动时重建 / there is none, or one of another version: it is made at the next start",
        { Position: var at } when at < end => Numbers($"落后 {end - at:N0} 次变更,启动后追上 / {end - at:N0} changes behind: it catches up when the server runs"),
        { Position: var at } when at > end => Numbers($"超前 {at - end:N0} 次变更:属于另一账本或账本被恢复到较早状态,启动时重建 / {at - end:N0} changes ahead: of another ledger, or this one was put back to an earlier day; it is made anew at the next start"),
        { Documents: var documents } when documents != entries => Numbers($"位置一致,但有 {documents:N0} 篇而目录有 {entries:N0} 条:请删除 search.db 后重启 / level, yet {documents:N0} documents for {entries:N0} entries: delete search.db and start again"),
        { Documents: var documents } => Numbers($"与目录一致,{documents:N0} 篇 / level with the catalogs, {documents:N0} documents"),
    };

    private static string Numbers(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
