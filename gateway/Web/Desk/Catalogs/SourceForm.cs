using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Sources;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Catalogs;

/// <summary>Settings of a source as a form holds them. What is no number becomes one that the rules refuse.</summary>
internal static class SourceForm
{
    /// <summary>Bytes in a MiB, in which the form tells the largest answer.</summary>
    public const int Mebibyte = 1024 * 1024;

    /// <summary>Fields that most lists have; the others stand folded below.</summary>
    public static ImmutableArray<string> Usual { get; } =
    [
        .. SourceSettings.Parts, EntryFields.IndexNumber, EntryFields.DocumentNumber, "issuer", EntryFields.FormedOn, EntryFields.PublishedOn, "summary", "url",
    ];

    /// <summary>Every other field.</summary>
    public static ImmutableArray<string> Others { get; } = [.. EntryFields.All.Select(f => f.Id).Except(Usual)];

    /// <summary>Minutes between readings that the form offers.</summary>
    public static ImmutableArray<int> Intervals { get; } = [0, 60, 360, 720, 1440, 10_080];

    /// <summary>What a new source begins with.</summary>
    public static SourceSettings Blank { get; } = new(
        "", SourceKind.Json, "", 1440, 30, 32 * Mebibyte, 50_000, "", "", "", "",
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("kind", "=document"), KeyValuePair.Create("disclosure", "=proactive")]));

    /// <summary>Reads a form.</summary>
    public static SourceSettings Read(IFormCollection form)
    {
        var kind = form["kind"].ToString() switch { "csv" => SourceKind.Csv, "dcat" => SourceKind.Dcat, _ => SourceKind.Json };
        var fields = Usual.Concat(Others).Select(f => KeyValuePair.Create(f, Said("field." + f))).Where(f => f.Value.Length > 0);
        var megabytes = Number("most-megabytes");
        return new SourceSettings(
            Said("name"), kind, Said("url"), Number("every"), Number("wait"), megabytes is > 0 and <= 1024 ? megabytes * Mebibyte : -1, Number("most-records"), Said("records"), Said("total"),
            Said("generated"), Said("contact"), ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, fields));

        string Said(string name) => form[name].ToString().Trim();

        int Number(string name) => int.TryParse(Said(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }
}
