using System.Globalization;
using Federation.Domain.Divisions;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Divisions;

/// <summary>Units and trees for tests, in one line each.</summary>
internal static class Units
{
    public static UnitId Id(string code) => UnitId.Parse(code);

    public static DateOnly Day(string text) => text switch
    {
        "" => DateOnly.MinValue,
        "open" => DateOnly.MaxValue,
        _ => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    public static Unit Territory(string code, string name, Tier tier, string parent = "000000", string from = "", string to = "open") =>
        new(Id(code), name, tier, UnitKind.Territory, Id(parent), Day(from), Day(to));

    public static Unit Agency(string code, string name, Tier tier, string from = "", string to = "open") =>
        new(Id(code), name, tier, UnitKind.Agency, Id(code.Split('.')[0]), Day(from), Day(to));

    /// <summary>重庆 with two districts, two townships and three agencies; 江苏 with a city, of which 淮安 has a county and a township of its own.</summary>
    public static IReadOnlyList<Unit> Small { get; } =
    [
        Territory("500000", "重庆市", Tier.Province),
        Agency("500000.audit", "重庆市审计局", Tier.Province),
        Territory("500151", "铜梁区", Tier.County, "500000"),
        Agency("500151.audit", "铜梁区审计局", Tier.County),
        Agency("500151.police", "铜梁区公安局", Tier.County),
        Territory("500151001", "巴川街道", Tier.Township, "500151"),
        Territory("500151100", "土桥镇", Tier.Township, "500151"),
        Territory("500109", "北碚区", Tier.County, "500000"),
        Territory("320000", "江苏省", Tier.Province),
        Territory("320800", "淮安市", Tier.City, "320000"),
        Territory("320831", "金湖县", Tier.County, "320800"),
        Territory("320800400", "开发区", Tier.Township, "320800"),
    ];

    public static DivisionTree SmallTree { get; } = DivisionTree.Of(Small);

    /// <summary>A register of rows that must be without fault.</summary>
    public static DivisionRegister Register(params IEnumerable<Unit> rows)
    {
        var (register, findings) = DivisionRegister.Check(rows.Select((unit, at) => (at + 2, unit)));
        Assert.Empty(findings);
        return register!;
    }

    /// <summary>
    /// Trees of any shape: each number is a further unit, which hangs under one of the territories made before it; every third is an
    /// agency. A tier below township does not exist, so a unit that would need one hangs under the nation.
    /// </summary>
    public static Gen<IReadOnlyList<Unit>> AnyTree { get; } =
        from picks in Gen.Choose(0, 999).ListOf()
        select (IReadOnlyList<Unit>)Grow([.. picks]);

    private static List<Unit> Grow(IReadOnlyList<int> picks)
    {
        var all = new List<Unit>();
        foreach (var pick in picks)
        {
            var homes = all.Where(u => u.Kind == UnitKind.Territory && u.Tier < Tier.Township).Prepend(DivisionRegister.Root).ToList();
            var home = homes[pick % homes.Count];
            all.Add(pick % 3 == 0
                ? new Unit(Id($"{home.Id}.a{all.Count:D4}"), $"局{all.Count}", home.Tier, UnitKind.Agency, home.Id, DateOnly.MinValue, DateOnly.MaxValue)
                : new Unit(Id($"{100_000 + (all.Count * 7 % 9973)}"), $"地{all.Count}", home.Tier + 1, UnitKind.Territory, home.Id, DateOnly.MinValue, DateOnly.MaxValue));
        }
        return all;
    }
}
