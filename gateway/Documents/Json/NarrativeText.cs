using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Federation.Documents.Json;

/// <summary>
/// Puts the claims of a published text back into sentences, with the words of their keys: {"收办": 3646, "同比增长": "1.05%"} becomes
/// 收办政府信息公开申请3646件，同比增长1.05%。 What belongs to one sentence (growth, kinds of applicants, parts of a total) is kept in one, because
/// only so it can be judged. Nothing is claimed that the keys do not say.
/// </summary>
internal sealed class NarrativeText
{
    private static readonly string[] Flows = ["收办", "收到", "受理", "新收", "新受理", "办理", "申请"];
    private static readonly string[] FurtherFlows = ["新收", "新受理", "上年结转", "含上年度结转", "结转下年度", "转下年度", "转下一年度", "顺延到下年度"];
    private static readonly string[] Applicants = ["自然人", "法人或其他组织"];
    private static readonly string[] Channels = ["网络", "信函", "当面", "传真", "邮件"];
    private static readonly string[] Outcomes = ["予以公开", "同意公开", "予以公开及部分公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"];
    private static readonly string[] Cases = ["行政复议", "行政诉讼", "行政复议诉讼", "备案行政复议", "备案行政诉讼"];
    private static readonly string[] Results = ["结果维持", "结果纠正", "其他结果", "尚未审结"];

    private readonly List<KeyValuePair<string, JsonElement>> claims;
    private readonly HashSet<string> said = [];
    private readonly StringBuilder text = new();
    private bool ofApplications = true; // 办结 beside 申请0件 is of something else

    private NarrativeText(IEnumerable<KeyValuePair<string, JsonElement>> claims) => this.claims = [.. claims];

    /// <summary>The sentences, one a line, in the order of the claims as far as they do not belong together.</summary>
    /// <param name="claims">Claims in order; nested ones other than parts are left out, and the caller tells of them.</param>
    public static string Write(IEnumerable<KeyValuePair<string, JsonElement>> claims)
    {
        var writer = new NarrativeText(claims);
        writer.Lead();
        writer.Answers();
        foreach (var (key, value) in writer.claims)
        {
            if (!writer.said.Contains(key))
                writer.Alone(key, value);
        }
        return writer.text.ToString();
    }

    /// <summary>True for a nested claim that becomes a sentence: the parts of the total that stands before them.</summary>
    public static bool IsTaken(string key, JsonElement value) =>
        key == "分项" && value.ValueKind is JsonValueKind.Array or JsonValueKind.Object;

    private void Lead()
    {
        var flow = claims.Find(c => IsNumber(c.Value) && Flows.Any(f => c.Key == f)) is { Key: not null } exact
            ? exact.Key
            : claims.Find(c => IsNumber(c.Value) && !c.Key.Contains('_', StringComparison.Ordinal) && Flows.Any(f => c.Key.EndsWith(f, StringComparison.Ordinal))).Key;
        if (flow is null)
            return;
        var number = Take(flow);
        ofApplications = number != "0";
        text.Append(CultureInfo.InvariantCulture, $"{(flow == "申请" ? "收到" : flow)}政府信息公开申请{number}件");
        foreach (var (key, measure) in (ReadOnlySpan<(string, string)>)[("同比增长", ""), ("同比下降", ""), ("同比减少", ""), ("较上年增加", "件"), ("较上年减少", "件")])
        {
            if (Find(key) is { } change)
                text.Append(CultureInfo.InvariantCulture, $"，{key}{Take(key)}{(change.ValueKind == JsonValueKind.Number ? measure : "")}");
        }
        foreach (var list in (ReadOnlySpan<string[]>)[Applicants, Channels])
        {
            var named = list.Where(k => Find(k) is { } v && IsNumber(v)).ToList();
            if (named.Count > 1)
                text.Append("，其中").AppendJoin("，", named.Select(k => $"{k}申请{Take(k)}件{Share(k)}"));
        }
        text.Append("。\n");
    }

    // 答复3050件，其中予以公开…: outcomes are the parts of what was answered, when most of them are named
    private void Answers()
    {
        var total = ofApplications ? ((string[])["答复", "办结"]).FirstOrDefault(k => Find(k) is { } v && IsNumber(v)) : null;
        var named = Outcomes.Where(o => Find(o) is not null).ToList();
        if (total is null || named.Count < 5)
            return;
        text.Append(CultureInfo.InvariantCulture, $"政府信息公开申请{total}{Take(total)}件，其中").AppendJoin("，", named.Select(o => o + Counted(Take(o)))).Append("。\n");
    }

    private void Alone(string key, JsonElement value)
    {
        said.Add(key);
        if (key == "分项")
            return; // said with its total, or not understood without one
        if (value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String))
            return;
        var number = value.ToString();
        var at = key.LastIndexOf('_');
        var (what, measure) = at > 0 ? (key[..at], key[(at + 1)..]) : (key, "");
        var sentence =
            FurtherFlows.Contains(key) || Outcomes.Contains(key) || (ofApplications && key is "办结" or "答复") ? $"政府信息公开申请{key}{Counted(number)}"
            : Cases.Contains(key) ? $"政府信息公开{key}{Counted(number)}"
            : key == "复议诉讼结果" ? Both(number)
            : ResultOf(key) is { } result ? $"政府信息公开{result}{Counted(number)}"
            : what == "信息处理费" ? (value.ValueKind == JsonValueKind.Number ? $"收取信息处理费{number}{measure}" : $"{number}信息处理费")
            : !number.Any(char.IsAsciiDigit) || number.EndsWith('%') ? key + number
            : measure.Length is > 0 and < 4 ? what + number + measure
            : key.Replace('_', '，') + Counted(number);
        text.Append(sentence).Append(PartsAfter(key, measure)).Append("。\n");
    }

    // 主动公开276条，分别为A类1条、B类131条: the kinds have no names there
    private string PartsAfter(string key, string measure)
    {
        var next = claims.FindIndex(c => c.Key == key) + 1;
        if (next >= claims.Count || !IsTaken(claims[next].Key, claims[next].Value))
            return "";
        var parts = claims[next].Value;
        var numbers = parts.ValueKind == JsonValueKind.Array
            ? parts.EnumerateArray().ToList()
            : [.. parts.EnumerateObject().Where(p => !p.Name.Contains('_', StringComparison.Ordinal)).Select(p => p.Value)]; // 其他_… is a part of 其他
        if (!numbers.TrueForAll(IsNumber))
            return "";
        return "，分别为" + string.Join("、", numbers.Select((n, i) => $"{(char)('A' + i)}类{n}{(measure.Length > 0 ? measure : "件")}"));
    }

    // 诉讼_结果维持, 复议结果维持: of reviews or of suits
    private static string? ResultOf(string key)
    {
        var result = Results.FirstOrDefault(r => key.EndsWith(r, StringComparison.Ordinal));
        return result is null ? null
            : key.Contains("复议", StringComparison.Ordinal) ? "行政复议" + result
            : key.Contains("诉讼", StringComparison.Ordinal) ? "行政诉讼" + result : null;
    }

    private string Both(string result) => string.Join(
        "。\n", Cases[..2].Where(c => Find(c) is { } n && IsNumber(n)).Select(c => $"政府信息公开{c}{Find(c)}件，{result}"));

    private string Share(string key)
    {
        var share = claims.Find(c => c.Key == key + "_占比" || c.Key == key + "占比");
        return share.Key is null ? "" : $"（占{Take(share.Key)}）";
    }

    // "258 (33.9%)" is 258件(33.9%)
    private static string Counted(string number)
    {
        var at = number.IndexOf('(', StringComparison.Ordinal);
        return at < 0 ? number + "件" : number[..at].TrimEnd() + "件" + number[at..];
    }

    private string Take(string key)
    {
        said.Add(key);
        return Find(key)!.Value.ToString();
    }

    private JsonElement? Find(string key) =>
        claims.Find(c => c.Key == key) is { Key: not null } found && found.Value.ValueKind is JsonValueKind.Number or JsonValueKind.String ? found.Value : null;

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;
}
