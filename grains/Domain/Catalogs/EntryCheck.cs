using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs;

/// <summary>What an entry must have before it can stand in a catalog. Every break is found, each at its field.</summary>
public static class EntryCheck
{
    private const int LongestTitle = 500;

    /// <summary>All findings of an entry.</summary>
    public static ImmutableArray<Finding> Of(CatalogEntry entry) =>
        [.. Title(entry), .. Attribute(entry), .. entry.Fields.SelectMany(Field), .. Needed(entry), .. Dates(entry), .. Links(entry), .. Attachments(entry)];

    /// <summary>All findings of an entry that is to stand in the public catalog: a catalog holds nothing that not everybody may read.</summary>
    public static ImmutableArray<Finding> Public(CatalogEntry entry)
    {
        var findings = Of(entry);
        if (entry.Disclosure.Attribute == DisclosureAttribute.Withheld)
            findings = findings.Add(CatalogRules.WithheldInOpen.At("disclosure"));
        if (entry.Disclosure.Attribute == DisclosureAttribute.OnRequest && (entry.Body is not null || !entry.Attachments.IsEmpty))
            findings = findings.Add(CatalogRules.OnRequestWithContent.At("body"));
        return findings;
    }

    private static IEnumerable<Finding> Title(CatalogEntry entry)
    {
        if (string.IsNullOrWhiteSpace(entry.Title) || entry.Title.Length > LongestTitle)
            yield return CatalogRules.NoTitle.At("title");
    }

    private static IEnumerable<Finding> Attribute(CatalogEntry entry)
    {
        var (attribute, reason, basis) = entry.Disclosure;
        if (attribute == DisclosureAttribute.Unset)
            yield return CatalogRules.NoAttribute.At("disclosure");
        if (attribute == DisclosureAttribute.Withheld && string.IsNullOrWhiteSpace(reason))
            yield return CatalogRules.WithheldWithoutReason.At("reason");
        if (attribute == DisclosureAttribute.Withheld && string.IsNullOrWhiteSpace(basis))
            yield return CatalogRules.WithheldWithoutReason.At("reasonBasis");
    }

    private static IEnumerable<Finding> Field(KeyValuePair<string, string> field)
    {
        if (EntryFields.Find(field.Key) is not { } known)
        {
            yield return CatalogRules.UnknownField.At(field.Key, $"没有字段 {field.Key}", $"there is no field {field.Key}");
            yield break;
        }
        if (field.Value.Length > known.Longest)
            yield return CatalogRules.TooLong.At(field.Key, $"{known.Zh}有 {field.Value.Length} 字,限 {known.Longest} 字", $"{known.En} has {field.Value.Length} characters of {known.Longest}");
        if (known.Type == FieldType.Day && !DateOnly.TryParseExact(field.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            yield return CatalogRules.BadDay.At(field.Key, $"{known.Zh}“{field.Value}”不是日期", $"{known.En} '{field.Value}' is no day");
        if (known.Type == FieldType.Limit && TimeLimit.Read(field.Value) is null)
            yield return CatalogRules.LimitNotRead.At(field.Key, $"公开时限“{field.Value}”未能识别", $"the limit '{field.Value}' is not understood");
    }

    private static IEnumerable<Finding> Needed(CatalogEntry entry)
    {
        if (entry.Kind == EntryKind.Matter)
        {
            foreach (var missing in EntryFields.NeededOfMatters.Where(f => entry[f].Length == 0))
                yield return CatalogRules.MatterIncomplete.At(missing, $"缺少{EntryFields.Find(missing)!.Zh}", $"no {EntryFields.Find(missing)!.En}");
        }
        if (entry.Kind == EntryKind.ListItem && entry[EntryFields.List].Contains("随机抽查", StringComparison.Ordinal))
        {
            foreach (var missing in new[] { EntryFields.Basis, EntryFields.Agency, EntryFields.Content, EntryFields.InspectionMethod }.Where(f => entry[f].Length == 0))
                yield return CatalogRules.InspectionIncomplete.At(missing);
        }
        if (entry.Kind == EntryKind.Interpretation && !entry.Links.Any(l => l.Relation == LinkRelation.Interprets))
            yield return CatalogRules.InterpretsNothing.At("links");
    }

    private static IEnumerable<Finding> Dates(CatalogEntry entry)
    {
        if (entry is { FormedOn: { } formed, PublishedOn: { } published } && formed > published)
            yield return CatalogRules.FormedAfterPublished.At(EntryFields.FormedOn);
        if (entry.Kind == EntryKind.Document && entry[EntryFields.FormedOn].Length == 0)
            yield return CatalogRules.NoFormedOn.At(EntryFields.FormedOn);
        if (entry.Validity is { State: not ValidityState.InForce, Since: null })
            yield return CatalogRules.NotInForceWithoutDay.At("validitySince");
    }

    private static IEnumerable<Finding> Links(CatalogEntry entry)
    {
        foreach (var link in entry.Links.Where(l => l.Catalog is null && l.Entry == entry.Id).Concat(entry.Links.GroupBy(l => l).Where(g => g.Count() > 1).Select(g => g.Key)))
            yield return CatalogRules.LinkTwice.At("links", $"关联“{link.Relation.Zh()} {link.Entry}”重复或指向自身", $"the link '{link.Relation.Word()} {link.Entry}' stands twice or points at the entry itself");
    }

    private static IEnumerable<Finding> Attachments(CatalogEntry entry)
    {
        for (var i = 0; i < entry.Attachments.Length; i++)
        {
            var file = entry.Attachments[i];
            if (string.IsNullOrWhiteSpace(file.Name) || string.IsNullOrWhiteSpace(file.MediaType) || file.Size < 0)
                yield return CatalogRules.BadAttachment.At(string.Create(CultureInfo.InvariantCulture, $"attachments[{i}]"));
        }
    }
}
