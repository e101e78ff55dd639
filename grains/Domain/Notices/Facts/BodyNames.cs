using System.Text.RegularExpressions;

namespace Federation.Domain.Notices.Facts;

/// <summary>Parts a list of bodies (A、B和C等部门) into names with their places.</summary>
internal static partial class BodyNames
{
    private const int Longest = 40;

    /// <summary>The names of a list.</summary>
    /// <param name="list">As in a bracket, without the verb.</param>
    /// <param name="offset">Place of the list in the regular text.</param>
    public static List<(string Name, int Start, int Length)> Of(string list, int offset)
    {
        var parts = new List<(string Name, int Start, int Length)>();
        var (from, depth) = (0, 0);
        for (var i = 0; i <= list.Length; i++)
        {
            var width = i == list.Length ? 1 : depth == 0 ? SeparatorAt(list, from, i) : 0;
            if (i < list.Length && list[i] is '(' or '〔' or '<')
                depth++;
            else if (i < list.Length && list[i] is ')' or '〕' or '>')
                depth = Math.Max(0, depth - 1);
            if (width == 0)
                continue;
            Add(parts, list, from, i, offset);
            from = i + width;
        }
        return Share(parts);
    }

    /// <summary>True when the words end as a body does.</summary>
    public static bool LooksLikeOne(string name) => name.Length is > 1 and <= Longest && Ending().IsMatch(name);

    /// <summary>One writing of a name: round brackets, no blanks.</summary>
    public static string Regular(string name) => name.Replace('〔', '(').Replace('〕', ')').Replace(" ", "", StringComparison.Ordinal);

    private static int SeparatorAt(string list, int from, int at)
    {
        if (list[at] is '、' or ',' or ';' or '。' or '\n' or '/')
            return 1;
        foreach (var word in new[] { "以及", "和", "及", "与", "或" })
        {
            if (string.CompareOrdinal(list, at, word, 0, word.Length) == 0 && LooksLikeOne(list[from..at]) && Begins().IsMatch(list[(at + word.Length)..]))
                return word.Length;
        }
        return list[at] == ' ' && LooksLikeOne(list[from..at]) ? 1 : 0;
    }

    private static void Add(List<(string, int, int)> parts, string list, int from, int to, int offset)
    {
        var lead = Leading().Match(list[from..to]).Length;
        var name = list[(from + lead)..to];
        if (OpenList().Match(name) is { Success: true } open)
            name = name[..open.Index];
        name = Trailing().Replace(name, "");
        var blank = name.Length - name.TrimStart().Length;
        if (name.Trim().Length > 1)
            parts.Add((Regular(name), offset + from + lead + blank, name.Trim().Length));
    }

    /// <summary>东城区、西城区行委 names two 行委.</summary>
    private static List<(string Name, int Start, int Length)> Share(List<(string Name, int Start, int Length)> parts)
    {
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            if (BarePlace().IsMatch(parts[i].Name) && PlaceBody().Match(parts[i + 1].Name) is { Success: true } next)
                parts[i] = parts[i] with { Name = parts[i].Name + next.Groups[1].Value };
        }
        return parts;
    }

    [GeneratedRegex(@"(?:局|委|办|厅|府|部|署|门|位|司|团|中心|处|科|股|室|会|院|社|站|行|队|校|所|台|街道|街|镇|乡|区|县|市|州|村|党组|小组|机构|机关|企业|医院|学校|厂|馆|专班|行委|各地|公署|指挥部|分行|海关|税务)(?:\([^)]*\)|〔[^〕]*〕)?$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?:市|省|区|县|州|盟|旗|乡|镇|街道|各|有关|相关|国|人民|海关|税务|气象|中央|局|委|办|厅|自治|其他|本|全|驻|党|事业|企业|单位|部门|机构)")]
    private static partial Regex Begins();

    [GeneratedRegex(@"^\s*(?:由|请|需|均需|须由|应由|以下工作均需|以下各项均由|并|其中)?")]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?<!高|中|初)等(?:\d+个|[一二三四五六七八九十]+个)?(?:市|省|区|县|各|其他|相关|有关)*[^、,()]{0,14}$")]
    private static partial Regex OpenList();

    [GeneratedRegex(@"(?:分别|共同|按职责分工|按照职责分工)$")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^[一-鿿]{1,4}[区县市]$")]
    private static partial Regex BarePlace();

    [GeneratedRegex(@"^[一-鿿]{1,4}[区县市](行委|人民政府|政府|管委会)$")]
    private static partial Regex PlaceBody();
}
