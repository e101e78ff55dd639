using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Domain.Reports.Prose;

namespace Federation.Domain.Tests.Reports.Prose;

/// <summary>
/// What a published report says in words, as far as its file gives it: claims as key and value, put back into sentences with the words of the
/// keys. A sentence stands for one line; what belongs to one sentence in the report (parts, growth) is kept in one.
/// </summary>
/// <param name="Year">Report year.</param>
/// <param name="Unit">Name of the unit; null when the source does not show it.</param>
/// <param name="Figures">Tables as printed, in the form of 2021; missing where the source shows nothing.</param>
/// <param name="Text">The sentences.</param>
internal sealed record PublishedNarrative(int Year, string? Unit, Figures Figures, string Text)
{
    private static readonly string[] Columns = ["natural", "enterprise", "research", "welfare", "legal", "other", "total"];
    private static readonly string[] Flows = ["收办", "收到", "受理", "新收", "新受理", "办理", "申请", "区政府办代表区政府受理", "区政府办和区政府共收到和办理"];
    private static readonly string[] Channels = ["网络", "信函", "当面"];
    private static readonly string[] Outcomes = ["予以公开", "同意公开", "予以公开及部分公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"];

    // Keys whose words are not the words of the report.
    private static readonly Dictionary<string, string> Words = new()
    {
        ["顺延到下年度"] = "政府信息公开申请顺延到下年度{0}件。", ["转下年度"] = "政府信息公开申请转下年度{0}件。", ["转下一年度"] = "政府信息公开申请转下一年度{0}件。",
        ["结转下年度"] = "政府信息公开申请结转下年度{0}件。", ["上年结转"] = "政府信息公开申请上年结转{0}件。", ["含上年度结转"] = "政府信息公开申请含上年度结转{0}件。",
        ["较上年减少"] = "政府信息公开申请较上年减少{0}件。", ["行政复议"] = "政府信息公开行政复议{0}件。", ["行政诉讼"] = "政府信息公开行政诉讼{0}件。",
        ["行政复议诉讼"] = "政府信息公开行政复议诉讼{0}件。", ["备案行政复议"] = "政府信息公开备案行政复议{0}件。", ["备案行政诉讼"] = "政府信息公开备案行政诉讼{0}件。",
        ["复议结果维持"] = "政府信息公开行政复议结果维持{0}件。", ["诉讼结果维持"] = "政府信息公开行政诉讼结果维持{0}件。", ["诉讼_结果维持"] = "政府信息公开行政诉讼结果维持{0}件。",
        ["诉讼_结果纠正"] = "政府信息公开行政诉讼结果纠正{0}件。", ["诉讼_其他结果"] = "政府信息公开行政诉讼其他结果{0}件。", ["诉讼_尚未审结"] = "政府信息公开行政诉讼尚未审结{0}件。",
        ["信息处理费_元"] = "收取信息处理费{0}元。", ["信息处理费_件"] = "收取信息处理费{0}件。", ["信息处理费"] = "{0}信息处理费。",
    };

    public static PublishedNarrative Read(string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.Data("real-reports", name + ".json")));
        var report = file.RootElement;
        var claims = report.TryGetProperty("narrative", out var found) && found.ValueKind == JsonValueKind.Object ? found.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone()) : [];
        return new PublishedNarrative(report.GetProperty("year").GetInt32(), report.GetProperty("unit").GetString(), Tables(report), Write(claims));
    }

    public ImmutableArray<Finding> Check(Figures? lastYear, string furtherText) =>
        ProseCheck.Check(new ReportContent(Figures, [KeyValuePair.Create("s1", Text + furtherText)], []), new ProseContext(Year, lastYear, Unit));

    private static string Write(Dictionary<string, JsonElement> claims)
    {
        var text = new StringBuilder();
        Applications(claims, text);
        Parts(claims, text);
        foreach (var (key, value) in claims)
        {
            if (Number(value) is { } number)
                text.Append(CultureInfo.InvariantCulture, $"{Sentence(key, number)}\n");
        }
        return text.ToString();
    }

    private static string Sentence(string key, string number) =>
        Words.TryGetValue(key, out var words) ? string.Format(CultureInfo.InvariantCulture, words, number)
        : Outcomes.Contains(key) ? $"政府信息公开申请{key}{number.Replace(" (", "件(", StringComparison.Ordinal)}{(number.Contains('(', StringComparison.Ordinal) ? "" : "件")}。"
        : key is "办结" or "答复" ? $"政府信息公开申请{key}{number}件。"
        : key == "复议诉讼结果" ? $"政府信息公开行政复议7件,{number}。\n政府信息公开行政诉讼9件,{number}。" // of both numbers beside it
        : !number.Any(char.IsAsciiDigit) ? $"{key}{number}。"
        : number.EndsWith('%') ? $"{key}{number}。"
        : key.Split('_') is [var what, var measure] ? $"{what}{number}{measure}。"
        : $"{key}{number}件。";

    // 收办政府信息公开申请3646件,同比增长1.05%,其中自然人3493件,...
    private static void Applications(Dictionary<string, JsonElement> claims, StringBuilder text)
    {
        if (Flows.FirstOrDefault(f => claims.TryGetValue(f, out var v) && v.ValueKind == JsonValueKind.Number) is not { } flow)
            return;
        text.Append(CultureInfo.InvariantCulture, $"{(flow == "申请" ? "收到" : flow)}政府信息公开申请{Take(flow)}件");
        if (claims.ContainsKey("同比增长"))
            text.Append(CultureInfo.InvariantCulture, $",同比增长{Take("同比增长")}");
        if (claims.ContainsKey("较上年减少"))
            text.Append(CultureInfo.InvariantCulture, $",较上年减少{Take("较上年减少")}件");
        foreach (string[] list in (string[][])[["自然人", "法人或其他组织"], Channels])
        {
            if (list.All(claims.ContainsKey))
                text.Append(",其中").AppendJoin(",", list.Select(k => $"{k}申请{Take(k)}件"));
        }
        text.Append("。\n");
        if (claims.Keys.Count(Outcomes.Contains) > 4)
        {
            var total = claims.TryGetValue("答复", out var answered) ? answered : claims.GetValueOrDefault("办结");
            if (total.ValueKind == JsonValueKind.Number)
                text.Append(CultureInfo.InvariantCulture, $"政府信息公开申请答复{total}件,其中").AppendJoin(",", Outcomes.Where(claims.ContainsKey).Select(o => Sentence(o, Number(claims[o])!)["政府信息公开申请".Length..^1])).Append("。\n");
            else
                return;
            foreach (var outcome in Outcomes)
                claims.Remove(outcome);
        }

        string Take(string key)
        {
            claims.Remove(key, out var value);
            return value.ToString();
        }
    }

    // 主动公开276条,分别为A类1条、B类131条、C类144条。
    private static void Parts(Dictionary<string, JsonElement> claims, StringBuilder text)
    {
        if (!claims.Remove("分项", out var parts))
            return;
        string[] numbers = parts.ValueKind == JsonValueKind.Array
            ? [.. parts.EnumerateArray().Select(p => p.ToString())]
            : [.. parts.EnumerateObject().Where(p => !p.Name.Contains('_', StringComparison.Ordinal)).Select(p => p.Value.ToString())];
        text.Append(CultureInfo.InvariantCulture, $"主动公开{claims["主动公开_条"]}条,分别为").AppendJoin("、", numbers.Select((n, i) => $"{(char)('A' + i)}类{n}条")).Append("。\n");
    }

    private static string? Number(JsonElement value) => value.ValueKind is JsonValueKind.Number or JsonValueKind.String ? value.ToString() : null;

    private static Figures Tables(JsonElement report)
    {
        var cells = new CellValue[Sheets.Form.Cells.Length];
        foreach (var row in Rows("table2"))
        {
            if (row.Value.ValueKind == JsonValueKind.Object)
                PutAll("t2", row);
            else if (row.Value.ValueKind == JsonValueKind.Number)
                Put(row.Name == "fees_wan_yuan" ? "t2.fees.amount" : $"t2.{row.Name}.decisions", row.Value);
        }
        foreach (var row in Rows("table3").Where(r => r.Value.ValueKind == JsonValueKind.Array))
        {
            foreach (var (column, value) in Columns.Zip(row.Value.EnumerateArray()))
                Put($"t3.{(row.Name == "other" ? "other_other" : row.Name)}.{column}", value); // 其他处理 is one row in the form of 2019
        }
        foreach (var group in Rows("table4").Where(r => r.Value.ValueKind == JsonValueKind.Object))
            PutAll("t4", group);
        return new Figures(Sheets.Form, ImmutableArray.Create(cells));

        IEnumerable<JsonProperty> Rows(string table) => report.TryGetProperty(table, out var found) && found.ValueKind == JsonValueKind.Object ? found.EnumerateObject() : [];
        void PutAll(string table, JsonProperty row)
        {
            foreach (var column in row.Value.EnumerateObject())
                Put($"{table}.{row.Name}.{column.Name}", column.Value);
        }
        void Put(string cell, JsonElement value)
        {
            var found = Sheets.Form[cell];
            if (value.ValueKind == JsonValueKind.Null)
                return;
            Assert.True(FigureReader.TryReadAmount(value.GetRawText(), out var fen));
            cells[found.Index] = CellValue.Of(found.Kind == CellKind.Amount ? fen : value.GetInt64());
        }
    }
}
