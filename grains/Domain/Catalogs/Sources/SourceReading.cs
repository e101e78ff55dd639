using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Catalogs.Sync;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Sources;

/// <summary>Makes entries of what a source answered; whatever is doubtful about the whole lets nothing be removed.</summary>
public static partial class SourceReading
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10); // clocks may differ so far

    /// <summary>Reads an answer.</summary>
    /// <param name="settings">How the source is read.</param>
    /// <param name="last">What is remembered of the last list.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="unit">Who keeps the catalog, for the report.</param>
    /// <param name="now">Moment of the answer.</param>
    public static Snapshot Of(SourceSettings settings, SourceMemory last, SourceAnswer answer, string unit, DateTimeOffset now)
    {
        if (Failure(answer) is { } failed)
            return Nothing(last, failed);
        if (answer.Kind == AnswerKind.NotModified)
            return Nothing(last);
        try
        {
            var (records, total, generated) = RecordReader.Read(settings, answer.Bytes, answer.Charset);
            var made = Moment(generated) ?? answer.Modified;
            if (Doubt(settings, last, records.Length, total, made, now) is { } doubt)
                return Nothing(last, doubt);
            return Entries(settings, records, unit, new SourceMemory(answer.ETag, made, records.Length));
        }
        catch (DamagedTextException e)
        {
            return Nothing(last, SyncRules.Damaged.At("source", $"第 {e.Line} 行按 {e.Encoding} 读不通,不作改动", $"line {e.Line} cannot be read as {e.Encoding}: nothing is changed"));
        }
        catch (FormatException e)
        {
            return Nothing(last, SyncRules.NotOfFormat.At("source", $"{SyncRules.NotOfFormat.Title}:{e.Message}", $"{SyncRules.NotOfFormat.TitleEn}: {e.Message}"));
        }
    }

    private static Snapshot Entries(SourceSettings settings, ImmutableArray<SourceRecord> records, string unit, SourceMemory memory)
    {
        List<RecordProblem> problems = [];
        Dictionary<EntryId, CatalogEntry?> entries = [];
        var identified = true;
        foreach (var record in records)
        {
            var raw = Value(settings, record, "id");
            if (!EntryId.TryParse(raw, out var id))
            {
                identified = false;
                problems.Add(new(record.Number, raw, settings.PlaceOf("id"), settings.Contact, SyncRules.RecordWithoutId.At("id", $"第 {record.Number} 条的编号“{raw}”不可用", $"the id '{raw}' of record {record.Number} cannot be used")));
                continue;
            }
            if (entries.ContainsKey(id))
            {
                entries[id] = null; // which of them is meant cannot be known
                problems.Add(new(record.Number, raw, settings.PlaceOf("id"), settings.Contact, SyncRules.RecordTwice.At("id", $"编号 {raw} 出现两次", $"the id {raw} stands twice")));
                continue;
            }
            var found = Entry(settings, record, id, unit, problems);
            entries[id] = found;
        }
        ImmutableArray<Finding> findings = identified ? [] : [SyncRules.RemovalsWithheld.At("source")];
        return new([.. entries.Values.OfType<CatalogEntry>()], [.. entries.Keys], identified, [.. problems], findings, memory);
    }

    private static CatalogEntry? Entry(SourceSettings settings, SourceRecord record, EntryId id, string unit, List<RecordProblem> problems)
    {
        var kind = CatalogWords.KindOf(Value(settings, record, "kind") is { Length: > 0 } word ? word : "document");
        var attribute = CatalogWords.AttributeOf(Value(settings, record, "disclosure"));
        var state = CatalogWords.StateOf(Value(settings, record, "validity"));
        var since = Value(settings, record, "validitySince");
        foreach (var (name, read) in new[] { ("kind", kind is not null), ("disclosure", attribute is not null), ("validity", state is not null), ("validitySince", since.Length == 0 || Day(since) is not null) })
        {
            if (!read)
                Problem(name, SyncRules.UnreadRecord.At(name, $"“{Value(settings, record, name)}”读不懂", $"'{Value(settings, record, name)}' is not understood"));
        }
        var damaged = settings.Mapped.Where(name => Value(settings, record, name).Contains('\uFFFD', StringComparison.Ordinal)).ToList(); // lost already where the list was made
        foreach (var name in damaged)
            Problem(name, SyncRules.Damaged.At(name, $"“{Value(settings, record, name)}”有乱码", $"characters of '{Value(settings, record, name)}' are lost"));
        if (damaged.Count > 0 || kind is null || attribute is null || state is null || (since.Length > 0 && Day(since) is null))
            return null;
        var fields = settings.Mapped.Except(SourceSettings.Parts).Select(f => KeyValuePair.Create(f, Field(f, Value(settings, record, f)))).Where(f => f.Value.Length > 0);
        var entry = new CatalogEntry(
            id, kind.Value, Value(settings, record, "title"), ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, fields), new Disclosure(attribute.Value), new Validity(state.Value, Day(since)), [], null, []);
        var findings = EntryCheck.Public(entry);
        foreach (var finding in findings)
            Problem(finding.Where, finding);
        return findings.Any(f => f.Blocks) ? null : entry;

        // A place that the record does not have at all is a matter of the settings here, its content one of the origin.
        void Problem(string name, Finding finding)
        {
            var place = settings.PlaceOf(name);
            var here = place.Length == 0 || place[0] == '=' || place.Split('|').All(p => record.Value(p) is null);
            problems.Add(new(record.Number, id.Value, place, here || settings.Contact.Length == 0 ? unit : settings.Contact, finding));
        }
    }

    private static string Value(SourceSettings settings, SourceRecord record, string name)
    {
        var place = settings.PlaceOf(name);
        return place.StartsWith('=') ? place[1..] : place.Split('|').Select(record.Value).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.Trim() ?? "";
    }

    private static string Field(string field, string text) =>
        EntryFields.Find(field)?.Type == FieldType.Day && Day(text) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text;

    private static DateOnly? Day(string text) =>
        DayShape().Match(text) is { Success: true } m && DateOnly.TryParseExact($"{m.Groups[1]}-{m.Groups[2].Value.PadLeft(2, '0')}-{m.Groups[3].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static Finding? Failure(SourceAnswer answer) => answer.Kind switch
    {
        AnswerKind.Unreachable => Said(SyncRules.Unreachable, answer.Detail),
        AnswerKind.Refused => Said(SyncRules.Refuses, answer.Detail),
        AnswerKind.Truncated => Said(SyncRules.Truncated, answer.Detail),
        AnswerKind.TooLarge => Said(SyncRules.OverLimit, answer.Detail),
        AnswerKind.Forbidden => Said(SyncRules.NotPublic, answer.Detail),
        _ => null,
    };

    private static Finding? Doubt(SourceSettings settings, SourceMemory last, int records, string? total, DateTimeOffset? made, DateTimeOffset now)
    {
        if (settings.Total.Length > 0 && total != records.ToString(CultureInfo.InvariantCulture))
            return Said(SyncRules.Truncated, $"{settings.Total} = {total ?? "-"}, {records}");
        if (records == 0 && last.Listed > 0)
            return Said(SyncRules.EmptySource, $"{last.Listed} → 0");
        if (records > settings.MostRecords)
            return Said(SyncRules.OverLimit, $"{records} > {settings.MostRecords}");
        if (made is { } moment && (moment > now + Ahead || moment < last.Generated))
            return Said(SyncRules.ClockShifted, string.Create(CultureInfo.InvariantCulture, $"{moment:yyyy-MM-dd HH:mm:ss zzz}"));
        return null;
    }

    private static Finding Said(Rule rule, string detail) => rule.At("source", $"{rule.Title}({detail})", $"{rule.TitleEn} ({detail})");

    private static Snapshot Nothing(SourceMemory last, params Finding[] why) => new([], [], false, [], [.. why], last);

    [GeneratedRegex(@"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")]
    private static partial Regex DayShape();
}
