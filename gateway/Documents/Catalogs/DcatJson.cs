using System.Globalization;
using System.Text.Json;

namespace Federation.Documents.Catalogs;

/// <summary>Values of JSON-LD as DCAT-AP wants them: references with their class, texts with their language, literals with their type.</summary>
internal static class DcatJson
{
    /// <summary>Begins a node.</summary>
    public static void Begin(this Utf8JsonWriter json, string? iri, params string[] types)
    {
        json.WriteStartObject();
        if (iri is not null)
            json.WriteString("@id"u8, iri);
        Types(json, types);
    }

    /// <summary>Refers to a thing that the document itself describes, or whose class says nothing.</summary>
    public static void Ref(this Utf8JsonWriter json, string property, string iri)
    {
        json.WriteStartObject(property);
        json.WriteString("@id"u8, iri);
        json.WriteEndObject();
    }

    /// <summary>Refers to a thing described elsewhere and says its class, so that ranges can be checked in this document alone.</summary>
    public static void Ref(this Utf8JsonWriter json, string property, string iri, string type)
    {
        json.WriteStartObject(property);
        json.WriteString("@id"u8, iri);
        json.WriteString("@type"u8, type);
        json.WriteEndObject();
    }

    /// <summary>A node without an address that says its label.</summary>
    public static void Statement(this Utf8JsonWriter json, string property, string type, string label)
    {
        json.WriteStartObject(property);
        json.WriteString("@type"u8, type);
        json.Zh("rdfs:label", label);
        json.WriteEndObject();
    }

    /// <summary>Refers to a thing and says its class and label.</summary>
    public static void Labelled(this Utf8JsonWriter json, string property, string iri, string type, string label, string text)
    {
        json.WritePropertyName(property);
        json.Labelled(iri, type, label, text);
    }

    /// <summary>A thing of a list, with its class and label.</summary>
    public static void Labelled(this Utf8JsonWriter json, string iri, string type, string label, string text)
    {
        json.Begin(iri, type);
        json.Zh(label, text);
        json.WriteEndObject();
    }

    /// <summary>A text in Chinese.</summary>
    public static void Zh(this Utf8JsonWriter json, string property, string text)
    {
        json.WritePropertyName(property);
        json.ZhValue(text);
    }

    /// <summary>A text in Chinese as one of a list.</summary>
    public static void ZhValue(this Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("@value"u8, text);
        json.WriteString("@language"u8, "zh"u8);
        json.WriteEndObject();
    }

    /// <summary>A literal of a type.</summary>
    public static void Typed(this Utf8JsonWriter json, string property, string value, string type)
    {
        json.WriteStartObject(property);
        json.WriteString("@value"u8, value);
        json.WriteString("@type"u8, type);
        json.WriteEndObject();
    }

    /// <summary>A day; none: nothing is written.</summary>
    public static void Day(this Utf8JsonWriter json, string property, DateOnly? day)
    {
        if (day is { } date)
            json.Typed(property, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "xsd:date");
    }

    /// <summary>A moment.</summary>
    public static void Moment(this Utf8JsonWriter json, string property, DateTimeOffset moment) =>
        json.Typed(property, moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), "xsd:dateTime");

    private static void Types(Utf8JsonWriter json, string[] types)
    {
        if (types.Length == 1)
        {
            json.WriteString("@type"u8, types[0]);
            return;
        }
        json.WriteStartArray("@type"u8);
        foreach (var type in types)
            json.WriteStringValue(type);
        json.WriteEndArray();
    }
}
