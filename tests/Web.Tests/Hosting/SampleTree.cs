using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Time;

namespace Federation.Web.Tests.Hosting;

/// <summary>Two provinces: one with agencies and townships by name, one with more townships than a page of a list holds.</summary>
internal static class SampleTree
{
    public const int ManyTownships = 230;

    public static readonly UnitId Chongqing = UnitId.Parse("500000");
    public static readonly UnitId Tongliang = UnitId.Parse("500151");
    public static readonly UnitId Beibei = UnitId.Parse("500109");
    public static readonly UnitId Jinjiang = UnitId.Parse("510104");

    /// <summary>The Spring Festival of 2026 as the State Council listed it, and a day off of one district.</summary>
    public static HolidayData Holidays { get; } = new(
    [
        HolidayNotice.Range(UnitId.Nation, new DateOnly(2026, 2, 15), new DateOnly(2026, 2, 23), ListedAs.Off, "春节", "国办发明电〔2025〕7号", new DateOnly(2025, 11, 4)) with { Year = 2026 },
        HolidayNotice.Range(UnitId.Nation, new DateOnly(2026, 2, 14), new DateOnly(2026, 2, 14), ListedAs.Work, "春节", "国办发明电〔2025〕7号", new DateOnly(2025, 11, 4)),
        HolidayNotice.Range(Tongliang, new DateOnly(2026, 3, 18), new DateOnly(2026, 3, 18), ListedAs.Off, "龙灯节", "铜府办〔2026〕1号", new DateOnly(2026, 1, 5)),
    ]);

    public static IReadOnlyList<Unit> Units { get; } =
    [
        Territory("500000", "重庆市", Tier.Province, "000000"),
        Agency("500000", "audit", "重庆市审计局", Tier.Province),
        Territory("500109", "北碚区", Tier.County, "500000"),
        Agency("500109", "edu", "北碚区教育委员会", Tier.County),
        Territory("500109001", "天生街道", Tier.Township, "500109"),
        Territory("500109002", "朝阳街道", Tier.Township, "500109"),
        Territory("500151", "铜梁区", Tier.County, "500000"),
        Agency("500151", "audit", "铜梁区审计局", Tier.County),
        Agency("500151", "finance", "铜梁区财政局", Tier.County),
        Agency("500151", "health", "铜梁区卫生健康委员会", Tier.County),
        Territory("500151001", "巴川街道", Tier.Township, "500151"),
        Territory("500151002", "东城街道", Tier.Township, "500151"),
        Territory("500151003", "南城街道", Tier.Township, "500151"),
        Territory("500151101", "土桥镇", Tier.Township, "500151"),
        Territory("500151103", "二坪镇", Tier.Township, "500151"),
        Territory("500151104", "水口镇", Tier.Township, "500151"),
        Territory("510000", "四川省", Tier.Province, "000000"),
        Territory("510100", "成都市", Tier.City, "510000"),
        Territory("510104", "锦江区", Tier.County, "510100"),
        .. Enumerable.Range(1, ManyTownships).Select(n => Territory($"510104{Padded(n)}", $"试点街道{Padded(n)}", Tier.Township, "510104")),
    ];

    private static Unit Territory(string id, string name, Tier tier, string parent) =>
        new(UnitId.Parse(id), name, tier, UnitKind.Territory, UnitId.Parse(parent), DateOnly.MinValue, DateOnly.MaxValue);

    private static Unit Agency(string of, string name, string title, Tier tier) =>
        new(UnitId.Parse($"{of}.{name}"), title, tier, UnitKind.Agency, UnitId.Parse(of), DateOnly.MinValue, DateOnly.MaxValue);

    private static string Padded(int n) => n.ToString("000", CultureInfo.InvariantCulture);
}
