using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Federation.Domain.Divisions;

namespace Federation.Domain.Reports;

/// <summary>
/// Figures as canonical JSON, the form in which they are kept and hashed: cells in the form's order, no white space, every cell that is
/// not nil named. Readable for ever without our software:
/// <c>{"form":"annual-2021","cells":{"t3.new.natural":3,"t3.new.research":"/","t3.new.legal":null}}</c>, where <c>"/"</c> is not
/// applicable, <c>"-"</c> not due, <c>null</c> missing, and a cell that is not named nil. Amounts are in 分.
/// </summary>
public static class FigureJson
{
    private static readonly JsonWriterOptions Compact = new() { SkipValidation = true };

    /// <summary>Writes figures as one JSON object.</summary>
    public static void Write(Utf8JsonWriter json, Figures figures)
    {
        json.WriteStartObject();
        json.WriteString("form"u8, figures.Form.Id);
        json.WriteStartObject("cells"u8);
        foreach (var cell in figures.Form.Cells)
        {
            var value = figures[cell.Index];
            if (value.State == CellState.Number)
                json.WriteNumber(cell.Id, value.Value);
            else if (value.State == CellState.NotApplicable)
                json.WriteString(cell.Id, "/"u8);
            else if (value.State == CellState.NotDue)
                json.WriteString(cell.Id, "-"u8);
            else if (value.State == CellState.Missing)
                json.WriteNull(cell.Id);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">An unknown form or cell: the data was written by a newer version or damaged.</exception>
    public static Figures Read(JsonElement json)
    {
        var form = Forms.Find(json.GetProperty("form"u8).GetString()!) ?? throw new FormatException($"unknown form {json.GetProperty("form"u8)}");
        var given = json.GetProperty("cells"u8);
        if (!given.EnumerateObject().MoveNext())
            return Figures.NilReport(form);
        var cells = new CellValue[form.Cells.Length];
        Array.Fill(cells, CellValue.Nil);
        foreach (var cell in given.EnumerateObject())
        {
            var at = form.Find(cell.Name) ?? throw new FormatException($"form {form.Id} has no cell {cell.Name}");
            cells[at.Index] = cell.Value.ValueKind switch
            {
                JsonValueKind.Number => CellValue.Of(cell.Value.GetInt64()),
                JsonValueKind.Null => default,
                JsonValueKind.String when cell.Value.ValueEquals("/"u8) => CellValue.NotApplicable,
                JsonValueKind.String when cell.Value.ValueEquals("-"u8) => CellValue.NotDue,
                _ => throw new FormatException($"{cell.Name} holds {cell.Value.GetRawText()}, which is no figure"),
            };
        }
        return new Figures(form, ImmutableArray.Create(cells));
    }

    /// <summary>内容摘要: SHA-256 over unit, period and canonical figures; the same content has the same hash everywhere.</summary>
    public static ImmutableArray<byte> ContentHash(UnitId unit, PeriodId period, Figures figures)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("unit"u8, unit.Value);
            json.WriteString("period"u8, period.ToString());
            json.WritePropertyName("figures"u8);
            Write(json, figures);
            json.WriteEndObject();
        }
        return ImmutableArray.Create(SHA256.HashData(buffer.WrittenSpan));
    }
}
