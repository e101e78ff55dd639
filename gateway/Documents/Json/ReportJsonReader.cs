using System.Globalization;
using System.Text.Json;
using Federation.Documents.Import;
using Federation.Domain.Reports;

namespace Federation.Documents.Json;

/// <summary>Reads what <see cref="ReportJsonFile"/> wrote, or another wrote to the same schema: strictly, and to the end.</summary>
internal sealed class ReportJsonReader
{
    private static readonly string[] Members =
        ["schema", "unit", "unitName", "path", "period", "scope", "form", "contentHash", "status", "figures", "texts", "dispositions"];

    private readonly JsonElement json;
    private readonly FindingList findings;
    private readonly HashSet<string> missing = []; // told once

    private ReportJsonReader(JsonElement json, string file)
    {
        this.json = json;
        findings = new FindingList(file);
    }

    public static ImportedReport Read(JsonElement json, ImportSettings settings) => new ReportJsonReader(json, settings.File).Read(settings);

    private ImportedReport Read(ImportSettings settings)
    {
        foreach (var member in json.EnumerateObject().Where(m => !Members.Contains(m.Name)))
            findings.Add(ImportRules.NotTaken, "", member.Name, $"“{member.Name}”不在公布的结构中,没有读入", $"'{member.Name}' is not in the schema and was not taken over", member.Name);
        var name = Text("unitName", required: false);
        var unit = UnitFacts.Resolve(Text("unit"), name, "", "unit", settings, findings);
        var period = PeriodId.TryParse(Text("period"), out var read) ? read : null;
        if (period is null)
            findings.Add(ImportRules.PeriodUnknown, "", "period");
        var scope = ReportDocument.ScopeOf(Text("scope"));
        if (scope is null)
            findings.Add(ImportRules.ScopeUnknown, "", "scope");
        var form = Forms.Find(Text("form"));
        if (form is null)
        {
            findings.Add(ImportRules.FormUnknown, "", "form", $"没有“{Text("form")}”这个表式", $"there is no form '{Text("form")}'");
            return new ImportedReport(findings.File, unit, name, period, null, scope ?? ReportScope.Own, null, findings.ToImmutable());
        }
        if (period is not null && Forms.For(period) is { } expected && expected.Id != form.Id)
            findings.Add(ImportRules.WrongForm, "", "form", $"{period.Year}年度用“{expected.Id}”,文件是“{form.Id}”", $"year {period.Year} takes {expected.Id}, the file is of {form.Id}");
        var content = new ReportContent(Figures(form), Texts(form), Dispositions());
        var hash = Text("contentHash", required: false);
        if (hash.Length > 0 && unit is not null && period is not null && scope is { } known && !hash.Equals(ReportDocument.HashOf(unit, period, known, content), StringComparison.OrdinalIgnoreCase))
            findings.Add(ImportRules.HashDiffers, "", "contentHash");
        return new ImportedReport(findings.File, unit, name, period, form, scope ?? ReportScope.Own, content, findings.ToImmutable());
    }

    private Figures Figures(ReportForm form)
    {
        var cells = new CellValue[form.Cells.Length];
        if (Object("figures") is not { } given)
            return new Figures(form, [.. cells]);
        var named = 0;
        foreach (var member in given.EnumerateObject())
        {
            if (form.Find(member.Name) is not { } cell)
            {
                Shape("figures." + member.Name, $"表式 {form.Id} 没有单元格“{member.Name}”", $"form {form.Id} has no cell '{member.Name}'", member.Name);
                continue;
            }
            named++;
            cells[cell.Index] = Figure(cell, member.Value);
        }
        if (named < form.Cells.Length)
            Shape("figures", $"缺 {form.Cells.Length - named} 个单元格;未填的应写 null", $"{form.Cells.Length - named} cells are not named; one not filled in is null");
        return new Figures(form, [.. cells]);
    }

    private CellValue Figure(FormCell cell, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return default;
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!;
            if (text.Length > 0 && CellMarks.Read(text) is { } mark)
                return mark;
            if (cell.Kind == CellKind.Amount && FigureReader.TryReadAmount(text, out var fen))
                return CellValue.Of(fen);
        }
        else if (cell.Kind == CellKind.Count && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count))
        {
            return CellValue.Of(count);
        }
        var shown = JsonImport.Shown(value);
        var reading = value.ValueKind switch
        {
            JsonValueKind.String => FigureText.OfText(value.GetString()!, cell.Kind),
            JsonValueKind.Number => FigureText.OfNumber(value.GetRawText(), cell.Kind),
            _ => new FigureReading(default, ImportRules.TextInNumber),
        };
        var proposed = reading.Proposed.Length > 0 ? reading.Proposed : CellMarks.Text(cell, reading.Value);
        findings.Add(
            reading.Fault is { } fault && fault != ImportRules.Negative ? fault : ImportRules.BadShape, "", "figures." + cell.Id,
            $"“{cell.Label}”写作 {shown};件数应为整数,金额应为加引号的十进制数(万元),或“无”“/”“-”、null",
            $"{cell.Id} is {shown}; a count is an integer, an amount a quoted decimal in 万元, or 无, /, -, null",
            cell.Id, proposed);
        return default;
    }

    private IEnumerable<KeyValuePair<string, string>> Texts(ReportForm form)
    {
        foreach (var member in Object("texts")?.EnumerateObject() ?? default)
        {
            if (form.Prose.All(s => s.Id != member.Name))
                findings.Add(ImportRules.SectionUnknown, "", "texts." + member.Name, $"报告没有“{member.Name}”这一部分", $"the report has no section '{member.Name}'");
            else if (member.Value.ValueKind != JsonValueKind.String)
                Shape("texts." + member.Name, "正文应为字符串", "prose is a string");
            else
                yield return KeyValuePair.Create(member.Name, member.Value.GetString()!);
        }
    }

    private IEnumerable<Disposition> Dispositions()
    {
        if (!json.TryGetProperty("dispositions", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            Shape("dispositions", "应有 dispositions 数组", "dispositions must be an array");
            yield break;
        }
        var at = -1;
        foreach (var d in list.EnumerateArray())
        {
            at++;
            string? Part(string name) => d.ValueKind == JsonValueKind.Object && d.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString() : null;
            var until = Part("until");
            DateOnly day = default;
            if (Part("rule") is not { Length: > 0 } rule || Part("where") is not { } where || Part("reason") is not { } reason || Part("evidence") is not { } evidence || Part("by") is not { } by
                || (until is not null && !DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)))
                findings.Add(ImportRules.BadDisposition, "", string.Create(CultureInfo.InvariantCulture, $"dispositions[{at}]"));
            else
                yield return new Disposition(rule, where, reason, evidence, until is null ? null : day, by);
        }
    }

    private string Text(string name, bool required = true)
    {
        if (json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            return value.GetString()!;
        if (required && !missing.Contains(name))
        {
            missing.Add(name);
            Shape(name, $"缺“{name}”,或不是字符串", $"'{name}' is missing or no string");
        }
        return "";
    }

    private JsonElement? Object(string name)
    {
        if (json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object)
            return value;
        Shape(name, $"应有 {name} 对象", $"{name} must be an object");
        return null;
    }

    private void Shape(string address, string zh, string en, string where = "") => findings.Add(ImportRules.BadShape, "", address, zh, en, where);
}
