using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Cli.Calls;
using Federation.V1;

namespace Federation.Cli.Files;

/// <summary>
/// An empty filing to be filled in: every input cell by id, its label before it under a name that begins with <c>//</c>, its value null,
/// which means not filled in. Sums are left out; the server computes them.
/// </summary>
internal static class FilingTemplate
{
    public static string Write(Form form, string unit, string period, Words words)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString(FilingFile.Comment, words[
                $"{form.Title}({form.Basis})。以 // 开头的是说明,不报送。null 为未填,有一格未填即不能报送;unlisted 改为 NIL,则未填的全部视为“无”。",
                $"{form.Title} ({form.Basis}). Names that begin with // are remarks and are not sent. null is not filled in, and one such cell bars the filing; with unlisted NIL every such cell is declared none."]);
            json.WriteString("unit", unit);
            json.WriteString("period", period);
            json.WriteNumber("expectedVersion", 0);
            json.WriteStartObject("figures");
            json.WriteString("form", form.Form_);
            json.WriteString("unlisted", "MISSING");
            WriteCells(json, "counts", form, c => !c.Amount);
            WriteCells(json, "amounts", form, c => c.Amount);
            json.WriteStartArray("notApplicable");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteCells(Utf8JsonWriter json, string map, Form form, Func<FormCell, bool> belongs)
    {
        json.WriteStartObject(map);
        foreach (var cell in form.Tables.SelectMany(t => t.Cells).Where(c => !c.Derived && belongs(c)))
        {
            json.WriteString($"{FilingFile.Comment} {cell.Id}", FormBook.LabelOf(cell));
            json.WriteNull(cell.Id);
        }
        json.WriteEndObject();
    }
}
