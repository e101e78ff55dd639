using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;

namespace Federation.Web.Tests.Hosting;

public sealed partial class FederationHost
{
    /// <summary>Chongqing has published two versions; Tongliang rests on the first, has changed the limit of one item, and is in the midst of taking over the second.</summary>
    public async Task MakeStandards()
    {
        await PublishStandard("500000", Item("dibao", "最低生活保障标准", "按季度", "渝民发〔2025〕1号"), Item("yanglao", "养老服务机构名单", "按季度", "渝民发〔2025〕2号"), Item("shinong", "涉农补贴发放", "20个工作日内", "渝农发〔2025〕9号"));
        Took(await Standard("500151").Sync(new ActOnStandard("", OfficerOf("500151"))));
        await PublishStandard("500151", Item("dibao", "最低生活保障标准", "按周", "铜民发〔2026〕3号"));
        await PublishStandard("500000", Item("dibao", "最低生活保障标准", "按月", "渝民发〔2026〕1号"), Item("yanglao", "养老服务机构名单", "按月", "渝民发〔2025〕2号"), Item("weicheng", "未成年人保护", "按月", "渝民发〔2026〕5号"));
    }

    private async Task PublishStandard(string unit, params ImmutableArray<StandardItem> items)
    {
        Took(await Standard(unit).Edit(new EditStandard("", OfficerOf(unit), "标准目录", "渝府办发〔2025〕12号", items, [])));
        Took(await Standard(unit).Publish(new ActOnStandard("", OfficerOf(unit))));
    }

    private IStandardGrain Standard(string unit) => Grain<IStandardGrain>(GrainKeys.Standard(UnitId.Parse(unit)));

    private static StandardItem Item(string id, string title, string limit, string basis) => new(
        id, title, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create(EntryFields.Limit, limit), KeyValuePair.Create(EntryFields.Basis, basis), KeyValuePair.Create(EntryFields.Domain, "社会救助")]), [], true);
}
