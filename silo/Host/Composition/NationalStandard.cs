using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Host.Composition;

/// <summary>
/// 全国标准目录: the list that comes with the program becomes version 1 of the nation, once. A list that differs from what the nation has published is
/// told at every start and taken by nobody: only <c>fed standard load</c> makes it the next version.
/// </summary>
internal sealed partial class NationalStandard(ImmutableArray<StandardItem> items, ILedger ledger, IStandardReads standards, TimeProvider clock, ILogger<NationalStandard> log)
{
    /// <summary>The list, see <see cref="StandardCsv"/>.</summary>
    public const string File = "standards/national.csv";

    private const string Title = "全国政府信息公开标准目录(法定主动公开内容和试点领域)";
    private const string Basis = "《中华人民共和国政府信息公开条例》第二十条、第二十一条;《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》(国办发〔2019〕54号)";

    /// <summary>Publishes the list when the nation has published nothing; both events and the version become true together, or neither does.</summary>
    public async Task Publish(CancellationToken ct)
    {
        var latest = await standards.Latest([UnitId.Nation], ct);
        if (!latest.IsEmpty)
        {
            await Compare(latest[0].Of, ct);
            return;
        }
        var stream = GrainKeys.Standard(UnitId.Nation);
        if (items.IsEmpty || (await ledger.ReadStream(stream, 0, ct)).Length > 0)
            return; // an officer is at work on it
        StandardEvent[] happened = [new StandardEdited(Title, Basis, items, []), new StandardPublished(1)];
        var book = happened.Aggregate(StandardBook.Blank(UnitId.Nation), (state, e) => state.Apply(e));
        var at = clock.GetUtcNow();
        await ledger.Append(
            new Append(stream, 0, at, "system@000000", "", "", [.. happened.Select(StandardJson.Write)]) { Changes = [new StandardVersionAdded(book.Published[^1], at)] }, ct);
    }

    private async Task Compare(StandardVersion published, CancellationToken ct)
    {
        var standard = await standards.Standard(published, ct);
        var shipped = items.ToImmutableSortedDictionary(i => i.Id, i => i, StringComparer.Ordinal);
        if (standard is not null && StandardDifference.Of(standard.Items, shipped).Length is > 0 and var changes)
            Differs(log, changes, published.Version, File);
    }

    [LoggerMessage(EventId = 5301, Level = LogLevel.Warning, Message = "{Changes} items or fields differ between national standard v{Version} and {File}; nothing is taken over: use 'fed standard load'")]
    private static partial void Differs(ILogger logger, int changes, int version, string file);
}
