using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;

namespace Federation.Documents.Catalogs.Import;

/// <summary>How headings and cells of tables are understood.</summary>
internal static partial class EntryCells
{
    private static readonly Dictionary<string, string> Headings = Known();

    /// <summary>The column that a heading means; null when it is not known.</summary>
    public static string? ColumnOf(string heading) => Headings.GetValueOrDefault(Normal(heading));

    /// <summary>A day in any of the ways people write it, as YYYY-MM-DD; what is no day stays as it was written, for the rules to judge.</summary>
    public static string Day(string text) =>
        Written().Match(Widths.Narrow(text).Trim()) is { Success: true } day
        && DateOnly.TryParseExact(
            $"{day.Groups["y"].Value}-{day.Groups["m"].Value.PadLeft(2, '0')}-{day.Groups["d"].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;

    /// <summary>Links as <see cref="EntryTable"/> writes them; null when a part is none.</summary>
    public static ImmutableArray<EntryLink>? Links(string cell)
    {
        var links = ImmutableArray.CreateBuilder<EntryLink>();
        foreach (var part in cell.Split([';', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            UnitId? catalog = null;
            if (words.Length is not (2 or 3) || CatalogWords.RelationOf(words[0]) is not { } relation || (words.Length == 3 && !UnitId.TryParse(words[1], out catalog))
                || !EntryId.TryParse(words[^1], out var entry))
            {
                return null;
            }
            links.Add(new EntryLink(relation, catalog, entry));
        }
        return links.ToImmutable();
    }

    /// <summary>Attachments as <see cref="EntryTable"/> writes them; null when a part is none.</summary>
    public static ImmutableArray<Attachment>? Attachments(string cell)
    {
        var files = ImmutableArray.CreateBuilder<Attachment>();
        foreach (var part in cell.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = part.Split('|');
            if (parts.Length != 4 || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || !Digest.TryParse(parts[3], out var hash))
                return null;
            files.Add(new Attachment(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1]), size, hash));
        }
        return files.ToImmutable();
    }

    private static Dictionary<string, string> Known()
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in EntryTable.Columns)
        {
            foreach (var name in column.AlsoCalled.Prepend(column.Zh).Prepend(column.Id))
                known.TryAdd(Normal(name), column.Id);
        }
        return known;
    }

    // Widths, blanks, stars of needed columns, and remarks in brackets do not matter.
    private static string Normal(string heading)
    {
        var text = Widths.Narrow(heading);
        text = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('*' or ':' or '"')));
        return Remark().Replace(text, "");
    }

    [GeneratedRegex(@"^(?<y>\d{4})(?:[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})日?|(?<m>\d{2})(?<d>\d{2}))(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?\z")]
    private static partial Regex Written();

    [GeneratedRegex(@"\([^)]*\)\z")]
    private static partial Regex Remark();
}
