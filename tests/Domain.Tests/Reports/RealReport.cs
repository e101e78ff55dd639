using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>A published report; its file in data/real-reports names where it was read.</summary>
/// <param name="Name">File name without extension.</param>
/// <param name="Tier">Tier of the body.</param>
/// <param name="Figures">As printed, sums included; missing where the source shows nothing.</param>
internal sealed record RealReport(string Name, Tier Tier, Figures Figures)
{
    private static readonly string[] Columns = ["natural", "enterprise", "research", "welfare", "legal", "other", "total"];

    public static RealReport Read(string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.Data("real-reports", name + ".json")));
        var report = file.RootElement;
        var form = report.TryGetProperty("format", out var format) && format.GetString() == "2019" ? Form2019.Form : Form2021.Form;
        var cells = new CellValue[form.Cells.Length];
        void Put(string cell, JsonElement value) => cells[form[cell].Index] = Number(value, form[cell].Kind);

        foreach (var row in Objects(report, "table2"))
        {
            if (row.Value.ValueKind == JsonValueKind.Object)
                PutAll(row.Value, column => $"t2.{row.Name}.{column}");
            else
                Put(row.Name == "fees_wan_yuan" ? "t2.fees.amount" : $"t2.{row.Name}.decisions", row.Value);
        }
        foreach (var row in Objects(report, "table2_2019"))
        {
            foreach (var (cell, value) in form.Cells.Where(c => c.Table == "t2" && c.Row == row.Name).Zip(row.Value.EnumerateArray()))
                Put(cell.Id, value);
        }
        foreach (var row in Objects(report, "table3").Where(r => r.Value.ValueKind == JsonValueKind.Array))
        {
            foreach (var (column, value) in Columns.Zip(row.Value.EnumerateArray()))
                Put($"t3.{(row.Name == "other" ? "other_handling" : row.Name)}.{column}", value);
        }
        foreach (var group in Objects(report, "table4").Where(g => g.Value.ValueKind == JsonValueKind.Object))
            PutAll(group.Value, column => $"t4.{group.Name}.{column}");
        return new RealReport(name, TierOf(report.GetProperty("level").GetString()!), new Figures(form, ImmutableArray.Create(cells)));

        void PutAll(JsonElement line, Func<string, string> cell)
        {
            foreach (var column in line.EnumerateObject())
                Put(cell(column.Name), column.Value);
        }
    }

    private static JsonElement.ObjectEnumerator Objects(JsonElement report, string table) =>
        report.TryGetProperty(table, out var found) && found.ValueKind == JsonValueKind.Object ? found.EnumerateObject() : default;

    private static CellValue Number(JsonElement value, CellKind kind)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return default;
        if (kind == CellKind.Count)
            return CellValue.Of(value.ValueKind == JsonValueKind.String ? long.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetInt64());
        if (value.ValueKind == JsonValueKind.String) // 251000元: 1 元 = 100 分
            return CellValue.Of(100 * long.Parse(value.GetString()!.TrimEnd('元'), CultureInfo.InvariantCulture));
        Assert.True(FigureReader.TryReadAmount(value.GetRawText(), out var fen));
        return CellValue.Of(fen);
    }

    private static Tier TierOf(string level) => level.Split(' ')[0] switch
    {
        "provincial" => Tier.Province,
        "prefecture" or "municipal" => Tier.City,
        "county" => Tier.County,
        "township" => Tier.Township,
        _ => throw new FormatException($"unknown level {level}"),
    };
}
