using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Cli.Calls;
using Federation.V1;
using Google.Protobuf.Collections;

namespace Federation.Cli.Files;

/// <summary>
/// A filing to be filled in: every input cell by id, its label before it under a name that begins with <c>//</c>; its value is what is known
/// already (a draft, last year's carry-over), else null, which means not filled in. Sums are left out; the server computes them.
/// </summary>
internal static class FilingTemplate
{
    /// <summary>Writes it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="of">Unit, period, scope.</param>
    /// <param name="known">What the server would begin with; null: nothing.</param>
    /// <param name="words">Language.</param>
    public static string Write(Form form, GetReportRequest of, Report? known, Words words)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString(FilingFile.Comment, words[
                $"{form.Title}({form.Basis})。以 // 开头的是说明,不报送。null 为未填,有一格未填即不能报送;unlisted 改为 NIL,则未填的全部视为“无”。",
                $"{form.Title} ({form.Basis}). Names that begin with // are remarks and are not sent. null is not filled in, and one such cell bars the filing; with unlisted NIL every such cell is declared none."]);
            json.WriteString("unit", of.Unit);
            json.WriteString("period", of.Period);
            json.WriteString("scope", of.Scope == ReportScope.Whole ? "WHOLE" : "OWN");
            json.WriteNumber("expectedVersion", known?.Version ?? 0);
            WriteFigures(json, form, known?.Draft);
            WriteTexts(json, form, known?.DraftTexts);
            WriteDispositions(json, known?.DraftDispositions);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteFigures(Utf8JsonWriter json, Form form, Figures? known)
    {
        json.WriteStartObject("figures");
        json.WriteString("form", form.Form_);
        json.WriteString("unlisted", known?.Unlisted == Figures.Types.Unlisted.Nil ? "NIL" : "MISSING");
        WriteCells(json, "counts", form, c => !c.Amount, id => known?.Counts.TryGetValue(id, out var count) == true ? count : null);
        WriteCells(json, "amounts", form, c => c.Amount, id => known?.Amounts.GetValueOrDefault(id));
        json.WriteStartArray("notApplicable");
        foreach (var cell in known?.NotApplicable ?? [])
            json.WriteStringValue(cell);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, string map, Form form, Func<FormCell, bool> belongs, Func<string, object?> valueOf)
    {
        json.WriteStartObject(map);
        foreach (var cell in form.Tables.SelectMany(t => t.Cells).Where(c => !c.Derived && belongs(c)))
        {
            json.WriteString($"{FilingFile.Comment} {cell.Id}", FormBook.LabelOf(cell));
            json.WritePropertyName(cell.Id);
            if (valueOf(cell.Id) is long count)
                json.WriteNumberValue(count);
            else
                json.WriteStringValue(valueOf(cell.Id) as string);
        }
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, Form form, MapField<string, string>? known)
    {
        json.WriteStartObject("texts");
        foreach (var section in form.Sections.Where(s => s.Table.Length == 0))
        {
            var asked = section.MustCover.Count > 0 ? $":{string.Join(";", section.MustCover)}" : "";
            json.WriteString($"{FilingFile.Comment} {section.Id}", $"{section.Number}、{section.Title}{asked}");
            json.WriteString(section.Id, known?.TryGetValue(section.Id, out var text) == true ? text : null);
        }
        json.WriteEndObject();
    }

    private static void WriteDispositions(Utf8JsonWriter json, RepeatedField<Disposition>? known)
    {
        json.WriteString($"{FilingFile.Comment} dispositions", """{ "rule": "AR-030", "where": "t3.new.natural", "reason": "…", "evidence": "…" }""");
        json.WriteStartArray("dispositions");
        foreach (var disposition in known ?? [])
        {
            json.WriteStartObject();
            json.WriteString("rule", disposition.Rule);
            json.WriteString("where", disposition.Where);
            json.WriteString("reason", disposition.Reason);
            json.WriteString("evidence", disposition.Evidence);
            json.WriteString("until", disposition.Until);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
