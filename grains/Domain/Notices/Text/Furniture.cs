using System.Text.RegularExpressions;

namespace Federation.Domain.Notices.Text;

/// <summary>页面杂项: lines of the page around the notice (where one is, how often it was read, print, share), and the notes of a collector.</summary>
internal static partial class Furniture
{
    /// <summary>True when the line is no part of the notice.</summary>
    public static bool Is(string line) => line.Length > 0 && (line[0] == '#' || Page().IsMatch(line));

    [GeneratedRegex(@"^(?:(?:当前|您的?|现在)(?:的)?(?:所在)?位置|首页\s*[»>]|\d{4}-\d{1,2}-\d{1,2}.{0,8}(?:浏览|来源|点击|阅读)|(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*:|〔?(?:打印|关闭|收藏|分享|字体|字号)(?:本页|窗口|到)?[〕::\s]|分享到?:?|字[体号]:|来源:|信息来源:|发布(?:时间|日期|机构|者):|发布人:|索\s?引\s?号|文件编号:|发文字号|成文日期|公开方式:|组配分类|主题分类|有效性|公文种类|扫一扫|相关(?:链接|文件|附件|解读)|上一篇|下一篇|版权所有|责任编辑|无障碍|〔[大中小]\s?[大中小])")]
    private static partial Regex Page();
}
