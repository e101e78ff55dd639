using System.Text.RegularExpressions;

namespace Federation.Domain.Notices.Facts;

/// <summary>
/// Reads X牵头,Y、Z配合 as it stands in brackets, cells and lines. Names without a verb wait for the next one, so that in
/// 各市政府,省财政厅分别牵头 both lead.
/// </summary>
internal static partial class ResponsibilityClause
{
    /// <summary>True when the words give someone a part.</summary>
    public static bool IsOne(string text) => Assigns().IsMatch(text);

    /// <summary>Bodies with their roles.</summary>
    /// <param name="text">Without the outer brackets.</param>
    /// <param name="offset">Its place in the regular text.</param>
    /// <param name="bare">Role of names that no verb or label follows; null when such names are no fact.</param>
    /// <param name="rule">Code of the rule that found the clause.</param>
    /// <param name="confidence">Of names with a verb.</param>
    public static IEnumerable<Found> Read(string text, int offset, BodyRole? bare, string rule, decimal confidence)
    {
        var waiting = new List<(string Name, int Start, int Length)>();
        var label = bare;
        foreach (var (start, raw) in Segments(text))
        {
            var (from, segment) = (start, raw);
            if (LabelHead().Match(segment) is { Success: true } head)
            {
                foreach (var done in Give(waiting, label, rule, confidence))
                    yield return done;
                waiting.Clear();
                label = RoleOf(head.Groups[1].Value);
                (from, segment) = (start + head.Length, segment[head.Length..]);
            }
            var whole = Default().Match(segment);
            if (whole.Success)
                (from, segment) = (from + whole.Length, segment[whole.Length..]);
            if (Together().Match(segment) is { Success: true } joint)
            {
                var others = joint.Groups[2];
                foreach (var done in Give([.. waiting, .. BodyNames.Of(joint.Groups[1].Value, offset + from)], Verb(joint.Groups[3].Value) ?? BodyRole.Lead, rule, confidence))
                    yield return done with { Role = BodyRole.Lead };
                foreach (var done in Give(BodyNames.Of(others.Value, offset + from + others.Index), BodyRole.Support, rule, confidence))
                    yield return done;
                waiting.Clear();
                continue;
            }
            var verb = Ending().Match(segment);
            var names = BodyNames.Of(verb.Success ? segment[..verb.Index] : segment, offset + from);
            if (!verb.Success)
            {
                waiting.AddRange(names);
                continue;
            }
            foreach (var done in Give([.. waiting, .. names], Verb(verb.Value), rule, confidence))
                yield return done with { WholeNotice = whole.Success };
            waiting.Clear();
        }
        foreach (var done in Give(waiting, label, rule, confidence))
            yield return done;
    }

    private static IEnumerable<Found> Give(IEnumerable<(string Name, int Start, int Length)> names, BodyRole? role, string rule, decimal confidence) =>
        role is null ? [] : names.Where(n => !NoName().IsMatch(n.Name)).Select(n => new Found(NoticeFactKind.Body, n.Name, n.Start, n.Length, rule, BodyNames.LooksLikeOne(n.Name) ? confidence : confidence - 0.25m) { Role = role });

    private static BodyRole? Verb(string verb) =>
        verb.Contains("牵头", StringComparison.Ordinal) || verb.Contains("主办", StringComparison.Ordinal) ? BodyRole.Lead
        : Supporting().IsMatch(verb) ? BodyRole.Support
        : BodyRole.Responsible;

    private static BodyRole? RoleOf(string label) =>
        label.Contains("牵头", StringComparison.Ordinal) || label.Contains("主办", StringComparison.Ordinal) ? BodyRole.Lead
        : Supporting().IsMatch(label) ? BodyRole.Support
        : BodyRole.Responsible;

    private static IEnumerable<(int Start, string Text)> Segments(string text)
    {
        var (from, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is '(' or '〔')
                depth++;
            else if (i < text.Length && text[i] is ')' or '〕')
                depth--;
            if (i < text.Length && !(depth <= 0 && text[i] is ',' or ';' or '。' or '\n'))
                continue;
            if (i > from)
                yield return (from, text[from..i]);
            from = i + 1;
        }
    }

    [GeneratedRegex(@"牵头|负责|落实|配合|会同|按职责|按照职责|责任(?:单位|部门|科室|处室)|承办|主办|协办|协助|参与|参加")]
    private static partial Regex Assigns();

    [GeneratedRegex(@"^\s*((?:主要)?(?:牵头|责任|配合|协办|主办|承办|会办|协同|参与|实施|落实)(?:单位|部门|科室|处室|主体))[::为]\s*")]
    private static partial Regex LabelHead();

    [GeneratedRegex(@"^(?:以下|以上|上述|具体|各项)(?:各项)?(?:工作|任务|内容)?(?:均|都)?(?:需|由|须|涉及)")]
    private static partial Regex Default();

    [GeneratedRegex(@"^(.+?)会同(.+?)((?:分别|共同|牵头|负责|具体|按职责分工)*(?:落实|负责|牵头|实施|推进|办理)?)$")]
    private static partial Regex Together();

    [GeneratedRegex(@"\s*(?:(?:要|应|分别|共同|按照?(?:各自)?职责(?:分工)?(?:分别|共同)?|具体|统筹|各自|积极|做好|抓好|协同|依职责|根据职责分工)*)(?:牵头|负责|落实|配合|协助|参与|参加|协办|承办|主办|会办|组织实施|实施|推进|支持|指导)(?:并|抓好|做好|组织|协调|负责|落实|实施|推进|配合|牵头|工作|指导|督促|完成|办理|、|相关|此项)*$")]
    private static partial Regex Ending();

    [GeneratedRegex(@"配合|协助|参与|参加|协办|会办|协同|支持")]
    private static partial Regex Supporting();

    [GeneratedRegex(@"^(?:不再.*|下同|等|有关|负责|落实|另有规定|涉密|具体|分工|以下同|完成时限|时限|长期|全年|年底前|\d.*|.*[::].*|.*\d{1,2}月.*前|持续推进|.*除外|以下简称.*|.*以外)$")]
    private static partial Regex NoName();
}
