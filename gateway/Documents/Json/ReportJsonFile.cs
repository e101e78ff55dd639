using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Domain.Reports;

namespace Federation.Documents.Json;

/// <summary>
/// One report as a file for machines that people can read: figures by cell id, amounts as decimal text in 万元, marks as in
/// <see cref="CellMarks"/>, a missing cell as null. Its schema is docs/schemas/report-1.json.
/// </summary>
public static class ReportJsonFile
{
    /// <summary>Name of the schema, in the member <c>schema</c>.</summary>
    public const string Schema = "federation-report-1";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the file, UTF-8 without a mark, ended by a line end. The same report gives the same bytes.</summary>
    public static void Write(Stream to, ReportDocument report)
    {
        var buffer = new ArrayBufferWriter<byte>(16_384);
        using (var json = new Utf8JsonWriter(buffer, Readable))
            Write(json, report);
        to.Write(buffer.WrittenSpan);
        to.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, ReportDocument report)
    {
        json.WriteStartObject();
        json.WriteString("schema"u8, Schema);
        json.WriteString("unit"u8, report.Unit.Value);
        json.WriteString("unitName"u8, report.UnitName);
        json.WriteStartArray("path"u8);
        foreach (var name in report.Path)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteString("period"u8, report.Period.ToString());
        json.WriteString("scope"u8, report.Scope == ReportScope.Whole ? "whole"u8 : "own"u8);
        json.WriteString("form"u8, report.Form.Id);
        json.WriteString("contentHash"u8, report.Hash);
        Status(json, report.Status);
        json.WriteStartObject("figures"u8);
        foreach (var cell in report.Form.Cells)
            Figure(json, cell, report.Content.Figures[cell.Index]);
        json.WriteEndObject();
        json.WriteStartObject("texts"u8);
        foreach (var (section, text) in report.Content.Texts)
            json.WriteString(section, text);
        json.WriteEndObject();
        json.WriteStartArray("dispositions"u8);
        foreach (var d in report.Content.Dispositions)
            Disposition(json, d);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Status(Utf8JsonWriter json, DocumentStatus status)
    {
        json.WriteStartObject("status"u8);
        json.WriteString("state"u8, status.State);
        json.WriteNumber("version"u8, status.Version);
        if (status.SealedAt is { } at)
            json.WriteString("sealedAt"u8, at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        else
            json.WriteNull("sealedAt"u8);
        json.WriteString("sealedBy"u8, status.SealedBy);
        json.WriteStartArray("corrections"u8);
        foreach (var note in status.Corrections)
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, note.Version);
            json.WriteString("at"u8, note.At.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
            json.WriteString("by"u8, note.By);
            json.WriteString("text"u8, note.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, FormCell cell, CellValue value)
    {
        if (value.State == CellState.Missing)
            json.WriteNull(cell.Id);
        else if (value.State == CellState.Number && cell.Kind == CellKind.Count)
            json.WriteNumber(cell.Id, value.Value);
        else
            json.WriteString(cell.Id, CellMarks.Text(cell, value));
    }

    private static void Disposition(Utf8JsonWriter json, Disposition d)
    {
        json.WriteStartObject();
        json.WriteString("rule"u8, d.Rule);
        json.WriteString("where"u8, d.Where);
        json.WriteString("reason"u8, d.Reason);
        json.WriteString("evidence"u8, d.Evidence);
        if (d.Until is { } until)
            json.WriteString("until"u8, until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else
            json.WriteNull("until"u8);
        json.WriteString("by"u8, d.By);
        json.WriteEndObject();
    }
}
