using System.Globalization;
using System.Text.Json;
using Federation.Documents.Import;
using Federation.Domain.Reports;

namespace Federation.Documents.Json;

/// <summary>
/// Reads published reports as collections of them keep them: table2 by name (table2_2019 by printed row), table3 as rows of seven columns,
/// table4 by group, single claims of the text under narrative. Null is missing.
/// </summary>
internal sealed class PublishedReportJson
{
    private static readonly string[] Columns = ["natural", "enterprise", "research", "welfare", "legal", "other", "total"];

    private readonly ReportForm form;
    private readonly CellValue[] cells;
    private readonly FindingList findings;

    private PublishedReportJson(ReportForm form, string file)
    {
        this.form = form;
        cells = new CellValue[form.Cells.Length];
        findings = new FindingList(file);
    }

    public static ImportedReport Read(JsonElement json, ImportSettings settings)
    {
        var findings = new FindingList(settings.File);
        var name = Text(json, "unit");
        var code = Text(json, "code");
        var unit = UnitFacts.Resolve(code, name, "", "unit", settings, findings);
        var period = json.TryGetProperty("year"u8, out var year) ? UnitFacts.PeriodOf(year.ValueKind == JsonValueKind.Number ? year.GetRawText() : Text(json, "year")) : null;
        if (period is null)
            findings.Add(ImportRules.PeriodUnknown, "", "year");
        var scope = Text(json, "scope").StartsWith("whole", StringComparison.Ordinal) || Text(json, "scope").Contains('全', StringComparison.Ordinal) ? ReportScope.Whole : ReportScope.Own;
        var format = Text(json, "format");
        if (format is not ("2021" or "2019" or ""))
        {
            findings.Add(ImportRules.FormUnknown, "", "format", $"表式应为 2019 或 2021,文件写作“{format}”", $"the form is 2019 or 2021, not '{format}'");
            return new ImportedReport(settings.File, unit, name, period, null, scope, null, findings.ToImmutable());
        }
        var reader = new PublishedReportJson(format == "2019" ? Form2019.Form : Form2021.Form, settings.File);
        reader.Tables(json);
        var content = new ReportContent(new Figures(reader.form, [.. reader.cells]), reader.Narrative(json), []);
        findings.AddRange(reader.findings.ToImmutable());
        return new ImportedReport(settings.File, unit, name, period, reader.form, scope, content, findings.ToImmutable());
    }

    private void Tables(JsonElement json)
    {
        foreach (var row in Members(json, "table2"))
        {
            if (row.Value.ValueKind == JsonValueKind.Object)
                PutAll(row.Value, $"t2.{row.Name}", $"table2.{row.Name}");
            else
                Put(row.Name == "fees_wan_yuan" ? "t2.fees.amount" : $"t2.{row.Name}.decisions", row.Value, $"table2.{row.Name}");
        }
        foreach (var row in Members(json, "table2_2019"))
            PutPrinted(row);
        foreach (var row in Members(json, "table3"))
        {
            if (row.Value.ValueKind == JsonValueKind.Null)
                continue;
            if (row.Value.ValueKind != JsonValueKind.Array || row.Value.GetArrayLength() != Columns.Length)
            {
                Shape($"table3.{row.Name}", $"“{row.Name}”一行应有七列,文件写作 {JsonImport.Shown(row.Value)}", $"row {row.Name} must have seven columns, it is {JsonImport.Shown(row.Value)}");
                continue;
            }
            for (var i = 0; i < Columns.Length; i++)
                Put($"t3.{(row.Name == "other" && form.Id == Form2019.Form.Id ? "other_handling" : row.Name)}.{Columns[i]}", row.Value[i], string.Create(CultureInfo.InvariantCulture, $"table3.{row.Name}[{i}]"));
        }
        foreach (var group in Members(json, "table4"))
            PutAll(group.Value, $"t4.{group.Name}", $"table4.{group.Name}");
    }

    // the form of 2019 by the printed name of the row, its columns in order
    private void PutPrinted(JsonProperty row)
    {
        var cellsOfRow = form.Cells.Where(c => c.Table == "t2" && c.Row == row.Name).ToList();
        if (row.Value.ValueKind != JsonValueKind.Array || row.Value.GetArrayLength() != cellsOfRow.Count || cellsOfRow.Count == 0)
            Shape($"table2_2019.{row.Name}", $"“{row.Name}”一行应有 {cellsOfRow.Count} 列,文件写作 {JsonImport.Shown(row.Value)}", $"row {row.Name} must have {cellsOfRow.Count} columns, it is {JsonImport.Shown(row.Value)}");
        for (var i = 0; i < cellsOfRow.Count && row.Value.ValueKind == JsonValueKind.Array && row.Value.GetArrayLength() == cellsOfRow.Count; i++)
            Put(cellsOfRow[i].Id, row.Value[i], string.Create(CultureInfo.InvariantCulture, $"table2_2019.{row.Name}[{i}]"));
    }

    private void PutAll(JsonElement line, string row, string address)
    {
        foreach (var column in line.ValueKind == JsonValueKind.Object ? line.EnumerateObject() : default)
            Put($"{row}.{column.Name}", column.Value, $"{address}.{column.Name}");
    }

    private void Put(string id, JsonElement value, string address)
    {
        if (form.Find(id) is not { } cell)
        {
            if (value.ValueKind != JsonValueKind.Null)
                Shape(address, $"表式没有“{id}”这一格", $"the form has no cell {id}");
            return;
        }
        var reading = value.ValueKind switch
        {
            JsonValueKind.Null => default,
            JsonValueKind.Number => FigureText.OfNumber(value.GetRawText(), cell.Kind),
            JsonValueKind.String => FigureText.OfText(value.GetString()!, cell.Kind),
            _ => new FigureReading(default, ImportRules.TextInNumber),
        };
        cells[cell.Index] = reading.Value;
        if (reading.Fault is { } fault)
            findings.Add(fault, "", address, $"“{cell.Label}”写作 {JsonImport.Shown(value)}:{fault.Title}", $"{cell.Id} is {JsonImport.Shown(value)}: {fault.TitleEn}", cell.Id, reading.Proposed);
    }

    private IEnumerable<KeyValuePair<string, string>> Narrative(JsonElement json)
    {
        foreach (var claim in Members(json, "narrative"))
        {
            if (claim.Value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String or JsonValueKind.Null) && !NarrativeText.IsTaken(claim.Name, claim.Value))
                findings.Add(ImportRules.NotTaken, "", "narrative." + claim.Name, $"“{claim.Name}”写作 {JsonImport.Shown(claim.Value)},没有读入", $"'{claim.Name}' is {JsonImport.Shown(claim.Value)} and was not taken over");
        }
        return [KeyValuePair.Create("s1", NarrativeText.Write(Members(json, "narrative").Select(c => KeyValuePair.Create(c.Name, c.Value))))];
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement json, string name) =>
        json.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found.EnumerateObject() : default;

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private void Shape(string address, string zh, string en) => findings.Add(ImportRules.BadShape, "", address, zh, en);
}
