using System.Collections.Immutable;
using Federation.Documents.Import;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs.Import;

/// <summary>Reads entries from rows under a row of headings, whether they come from a workbook or from CSV.</summary>
internal static class EntryRows
{
    private const int HeadingWithin = 12;

    /// <summary>Reads a table.</summary>
    /// <param name="rows">Rows in order: number, and cells by column from 1.</param>
    /// <param name="sheet">Name of the sheet; empty for none.</param>
    /// <param name="kind">Kind of rows that do not say; null: none.</param>
    /// <param name="findings">Takes what belongs to no row.</param>
    /// <returns>Null when there is no row of headings.</returns>
    public static List<ImportedEntry>? Read(IReadOnlyList<(int Row, IReadOnlyDictionary<int, string> Cells)> rows, string sheet, EntryKind? kind, FindingList findings)
    {
        var at = -1;
        for (var i = 0; i < Math.Min(HeadingWithin, rows.Count) && at < 0; i++)
        {
            var columns = rows[i].Cells.Values.Select(EntryCells.ColumnOf).OfType<string>().ToHashSet();
            at = columns.Contains("title") && columns.Count > 1 ? i : -1;
        }
        if (at < 0)
            return null;
        var heads = new Dictionary<int, string>();
        var named = rows[at].Cells.Where(c => c.Value.Length > 0).Select(c => c.Key).ToHashSet();
        foreach (var (column, heading) in rows[at].Cells.OrderBy(c => c.Key))
        {
            if (EntryCells.ColumnOf(heading) is { } known && !heads.ContainsValue(known))
                heads[column] = known;
            else if (heading.Length > 0)
                findings.Add(EntryImportRules.ColumnUnknown, sheet, new CellAddress(rows[at].Row, column).ToString(), $"栏目“{heading}”不认识或重复,没有读入", $"the column '{heading}' is not known, or stands twice, and was not taken");
        }
        return [.. rows.Skip(at + 1).Where(r => heads.Keys.Any(c => r.Cells.GetValueOrDefault(c, "").Trim().Length > 0)).Select(r => One(r.Row, r.Cells, heads, named, sheet, kind, findings.File))];
    }

    private static ImportedEntry One(int row, IReadOnlyDictionary<int, string> cells, Dictionary<int, string> heads, HashSet<int> named, string sheet, EntryKind? usual, string file)
    {
        var found = new FindingList(file);
        var places = heads.ToDictionary(h => h.Value, h => new CellAddress(row, h.Key).ToString());
        var values = heads.ToDictionary(h => h.Value, h => cells.GetValueOrDefault(h.Key, "").Trim());
        foreach (var (column, text) in cells.Where(c => c.Value.Trim().Length > 0 && !named.Contains(c.Key)))
        {
            var stray = sheet.Length > 0 ? EntryImportRules.ColumnUnknown : EntryImportRules.CellWithoutColumn; // a remark beside a sheet; in CSV the row is shifted
            found.Add(stray, sheet, new CellAddress(row, column).ToString(), $"“{text.Trim()}”上方没有栏目名:{stray.Title}", $"'{text.Trim()}' stands under no heading: {stray.TitleEn}");
        }
        foreach (var broken in values.Where(v => v.Value.Contains('\uFFFD', StringComparison.Ordinal)))
            Found(EntryImportRules.Broken, broken.Key);
        var kind = Text("kind").Length > 0 ? CatalogWords.KindOf(Text("kind")) : usual;
        if (kind is null)
            Found(EntryImportRules.KindMissing, "kind", Text("kind").Length == 0 ? "没有写明类型" : $"没有类型“{Text("kind")}”", Text("kind").Length == 0 ? "the kind is not given" : $"there is no kind '{Text("kind")}'");
        var attribute = CatalogWords.AttributeOf(Text("disclosure"));
        if (attribute is null)
            Found(EntryImportRules.BadCell, "disclosure", $"公开属性“{Text("disclosure")}”不认识", $"there is no disclosure attribute '{Text("disclosure")}'");
        var validity = CatalogWords.StateOf(Text("validity"));
        if (validity is null)
            Found(EntryImportRules.BadCell, "validity", $"时效“{Text("validity")}”不认识", $"there is no validity '{Text("validity")}'");
        DateOnly? since = null;
        if (Text("validitySince").Length > 0 && !DateOnly.TryParse(EntryCells.Day(Text("validitySince")), System.Globalization.CultureInfo.InvariantCulture, out var day))
            Found(CatalogRules.BadDay, "validitySince");
        else if (Text("validitySince").Length > 0)
            since = DateOnly.Parse(EntryCells.Day(Text("validitySince")), System.Globalization.CultureInfo.InvariantCulture);
        var links = EntryCells.Links(Text("links"));
        if (links is null)
            Found(EntryImportRules.BadCell, "links", "关联应如“解读 GW-1”或“解读 330110 GW-1”,多项用分号分开", "links are written like '解读 GW-1' or '解读 330110 GW-1', several divided by semicolons");
        var files = EntryCells.Attachments(Text("attachments"));
        if (files is null)
            Found(EntryImportRules.BadCell, "attachments", "附件应如“名称|类型|字节数|SHA-256”,多项用分号分开", "attachments are written like name|type|bytes|SHA-256, several divided by semicolons");
        Digest? body = null;
        if (Text("body").Length > 0 && !Digest.TryParse(Text("body"), out body))
            Found(EntryImportRules.BadCell, "body", "正文摘要须为 64 位十六进制 SHA-256", "the digest of the text is a SHA-256 of 64 hexadecimal digits");
        EntryId? id = null;
        if (Text("id").Length > 0 && !EntryId.TryParse(Text("id"), out id))
            Found(CatalogRules.BadId, "id", $"条目编号“{Text("id")}”写法不对", $"'{Text("id")}' is no entry id");
        if (found.ToImmutable().Any(f => f.Finding.Blocks))
            return new ImportedEntry(file, sheet, row, null, Text("title"), false, found.ToImmutable()) { Places = places };
        var fields = EntryFields.All
            .Select(f => KeyValuePair.Create(f.Id, f.Type == FieldType.Day ? EntryCells.Day(Text(f.Id)) : Text(f.Id)))
            .Where(f => f.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var entry = new CatalogEntry(
            id ?? EntryNames.Unnamed, kind!.Value, Text("title"), fields, new Disclosure(attribute!.Value, Text("reason"), Text("reasonBasis")), new Validity(validity!.Value, since), links!.Value, body,
            files!.Value);
        return new ImportedEntry(file, sheet, row, entry, entry.Title, id is null, found.ToImmutable()) { Places = places, Columns = heads.Values.ToHashSet() };

        string Text(string column) => values.GetValueOrDefault(column, "");

        void Found(Domain.Findings.Rule rule, string column, string? zh = null, string? en = null) =>
            found.Add(rule, sheet, places.GetValueOrDefault(column, FormattableString.Invariant($"{row}")), zh ?? rule.Title, en ?? rule.TitleEn, column);
    }
}
