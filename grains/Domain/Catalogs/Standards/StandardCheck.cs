using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>What an item of a standard must have.</summary>
public static class StandardCheck
{
    private const int LongestTitle = 500;

    /// <summary>All findings of an item, each at item and field.</summary>
    public static IEnumerable<Finding> Of(StandardItem item)
    {
        if (!EntryId.TryParse(item.Id, out _))
            yield return CatalogRules.BadId.At(item.Id, $"事项编号“{item.Id}”写法不对", $"'{item.Id}' is no id of an item");
        if (string.IsNullOrWhiteSpace(item.Title) || item.Title.Length > LongestTitle)
            yield return CatalogRules.NoTitle.At($"{item.Id}.{StandardItem.TitleField}");
        foreach (var (field, value) in item.Fields)
        {
            if (EntryFields.Find(field) is not { } known)
                yield return CatalogRules.UnknownField.At($"{item.Id}.{field}", $"没有字段 {field}", $"there is no field {field}");
            else if (value.Length > known.Longest)
                yield return CatalogRules.TooLong.At($"{item.Id}.{field}", $"{known.Zh}有 {value.Length} 字,限 {known.Longest} 字", $"{known.En} has {value.Length} characters of {known.Longest}");
            else if (known.Type == FieldType.Limit && TimeLimit.Read(value) is null)
                yield return CatalogRules.LimitNotRead.At($"{item.Id}.{field}", $"公开时限“{value}”未能识别", $"the limit '{value}' is not understood");
        }
    }
}
