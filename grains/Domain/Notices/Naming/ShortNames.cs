using Federation.Domain.Divisions;

namespace Federation.Domain.Notices.Naming;

/// <summary>简称: 市教委 for 重庆市教育委员会, 市人社局 for 人力资源和社会保障局.</summary>
internal static class ShortNames
{
    private static readonly (string Short, string Long)[] Endings = [("委", "委员会"), ("办", "办公室"), ("管委会", "管理委员会"), ("局", "局"), ("厅", "厅")];

    /// <summary>A name without its territory: the whole name of it, or the one character of its tier.</summary>
    public static string WithoutPlace(string name, Unit place)
    {
        if (name.StartsWith(place.Name, StringComparison.Ordinal))
            return name[place.Name.Length..];
        return name.Length > 2 && name[0] is '市' or '省' or '区' or '县' or '州' or '旗' or '盟' ? name[1..] : name;
    }

    /// <summary>政府办公厅、政府办: the government itself answers.</summary>
    public static bool IsGovernmentOffice(string own) => own is "政府办公厅" or "政府办公室" or "政府办" or "府办" or "人民政府办公厅" or "人民政府办公室" or "人民政府" or "政府";

    /// <summary>某区政府 for 某区.</summary>
    public static bool IsGovernmentOf(string name, Unit territory) =>
        name == territory.Name || name == territory.Name + "政府" || name == territory.Name + "人民政府" || name == territory.Name + "办事处";

    /// <summary>True when a short form can stand for a name: same first character, same kind of body, its characters in the same order.</summary>
    public static bool Fits(string shortForm, string full)
    {
        if (shortForm.Length < 2 || full.Length < 2 || shortForm[0] != full[0])
            return false;
        foreach (var (little, whole) in Endings)
        {
            if (full.EndsWith(whole, StringComparison.Ordinal) && (shortForm.EndsWith(whole, StringComparison.Ordinal) || shortForm.EndsWith(little, StringComparison.Ordinal)))
            {
                var stem = shortForm[..^(shortForm.EndsWith(whole, StringComparison.Ordinal) ? whole.Length : little.Length)];
                return stem.Length > 0 && InOrder(stem, full[..^whole.Length]);
            }
        }
        return false;
    }

    private static bool InOrder(string few, string many)
    {
        var at = 0;
        foreach (var c in many)
        {
            if (at < few.Length && few[at] == c)
                at++;
        }
        return at == few.Length;
    }
}
