using System.Text.RegularExpressions;
using Federation.Domain.Notices.Facts;

namespace Federation.Domain.Notices.Layout;

/// <summary>What the words of a cell say about its column, for tables whose borders were lost.</summary>
internal static partial class CellContent
{
    private const int LongestTime = 20;
    private const int LongestBodies = 160;

    /// <summary>True for a date, a span or 持续推进 and nothing else.</summary>
    public static bool IsTime(string text) => text.Length <= LongestTime && Time().IsMatch(text);

    /// <summary>True for names of bodies and their parts and nothing else.</summary>
    public static bool IsBodies(string text)
    {
        if (text.Length is < 2 or > LongestBodies || text.AsSpan().IndexOfAny("。;") >= 0)
            return false;
        if (ResponsibilityClause.IsOne(text))
            return ResponsibilityClause.Read(text, 0, BodyRole.Responsible, "", 1).ToList() is { Count: > 0 } read && read.TrueForAll(f => BodyNames.LooksLikeOne(f.Value));
        return BodyNames.Of(text, 0) is { Count: > 0 } names && names.TrueForAll(n => BodyNames.LooksLikeOne(n.Name));
    }

    /// <summary>True when the words can stand in a column of the kind.</summary>
    public static bool Fits(string text, PieceKind kind) => kind switch
    {
        PieceKind.TimeCell => IsTime(text),
        PieceKind.Prose => false,
        _ => IsBodies(text),
    };

    [GeneratedRegex(@"^(?:(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|底|末|份)?|年底|年内|底)(?:之?前|前完成)?|持续推进|长期(?:坚持|推进)?|全年|常年|贯穿全年|实时|每[年季月周日半].{0,8}|按[年季月].{0,6}|.{0,10}\d{1,2}个?(?:工作)?[日天月年]内?|20\d\d年(?:底前?|内)?)[。;]?$")]
    private static partial Regex Time();
}
