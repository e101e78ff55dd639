using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Domain.Ledger;

namespace Federation.Domain.Divisions;

/// <summary>A list of units was loaded.</summary>
/// <param name="Source">Name of the file it came from.</param>
/// <param name="Units">Every dated row.</param>
public sealed record UnitsLoaded(string Source, ImmutableArray<Unit> Units);

/// <summary>The stable encoding of the events of the tree: units as the lines of the CSV they can be loaded from again.</summary>
public static class DivisionEventJson
{
    private const string Heading = "code,name,tier,parent,kind,from,to";

    /// <summary>Encodes a load.</summary>
    public static NewEvent Write(UnitsLoaded loaded)
    {
        var csv = new StringBuilder(Heading).Append('\n');
        foreach (var u in loaded.Units)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{u.Id},{u.Name},{Lower(u.Tier)},{(u.Parent == UnitId.Nation ? "" : u.Parent)},{Lower(u.Kind)},")
                .Append(CultureInfo.InvariantCulture, $"{Day(u.From, DateOnly.MinValue)},{Day(u.To, DateOnly.MaxValue)}\n");
        }
        return new NewEvent("units-loaded", 1, JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["source"] = loaded.Source, ["csv"] = csv.ToString() }, Unescaped));
    }

    /// <summary>Reads a load.</summary>
    /// <exception cref="FormatException">A kind or layout that this version does not know, or damaged.</exception>
    public static UnitsLoaded Read(RecordedEvent recorded)
    {
        if ((recorded.Kind, recorded.KindVersion) != ("units-loaded", 1))
            throw new FormatException($"unknown event {recorded.Kind} version {recorded.KindVersion} at {recorded.Position}");
        using var json = JsonDocument.Parse(recorded.Payload);
        var (rows, findings) = DivisionCsv.Read(new StringReader(json.RootElement.GetProperty("csv"u8).GetString()!));
        return findings.IsEmpty
            ? new UnitsLoaded(json.RootElement.GetProperty("source"u8).GetString()!, [.. rows.Select(r => r.Unit)])
            : throw new FormatException($"units at {recorded.Position} are damaged: {findings[0].TextEn}");
    }

    private static JsonSerializerOptions Unescaped { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Day(DateOnly day, DateOnly open) => day == open ? "" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
