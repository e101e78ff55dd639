using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Obligations;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>A standard below may demand more than the one above, never less. What demands less is a finding; nothing is overwritten.</summary>
public static class Narrowing
{
    private static readonly ImmutableArray<string> Kept = [EntryFields.Content, EntryFields.Basis, EntryFields.Limit];

    /// <summary>Everything in which items fall short of the standard above: CT-303 to CT-306, each at item and field.</summary>
    /// <param name="above">Items of the standard above.</param>
    /// <param name="ours">Ours.</param>
    public static ImmutableArray<Finding> Of(ImmutableSortedDictionary<string, StandardItem> above, ImmutableSortedDictionary<string, StandardItem> ours) =>
        [.. above.Values.SelectMany(item => Of(item, ours.GetValueOrDefault(item.Id)))];

    private static IEnumerable<Finding> Of(StandardItem above, StandardItem? ours)
    {
        if (ours is null)
        {
            if (above.Required)
                yield return StandardRules.RequiredLeftOut.At(above.Id, $"上级标准要求公开“{above.Title}”", $"the standard above requires '{above.Title}'");
            yield break;
        }
        if (above.Required && !ours.Required)
            yield return StandardRules.RequiredLeftOut.At($"{above.Id}.{StandardItem.RequiredField}", $"上级标准要求公开“{above.Title}”,本级不得改为可选", $"the standard above requires '{above.Title}': it cannot be made optional");
        foreach (var field in Kept.Where(f => above[f].Length > 0 && ours[f].Length == 0))
            yield return StandardRules.FieldEmptied.At($"{above.Id}.{field}", $"“{above.Title}”缺少{EntryFields.Find(field)!.Zh}", $"'{above.Title}' has no {EntryFields.Find(field)!.En}");
        if (Longest(TimeLimit.Read(ours[EntryFields.Limit])) > Longest(TimeLimit.Read(above[EntryFields.Limit])))
        {
            yield return StandardRules.LimitLonger.At(
                $"{above.Id}.{EntryFields.Limit}", $"“{above.Title}”上级为“{above[EntryFields.Limit]}”,本地为“{ours[EntryFields.Limit]}”",
                $"'{above.Title}': '{above[EntryFields.Limit]}' above, '{ours[EntryFields.Limit]}' here");
        }
        var left = (above.Levels.IsEmpty ? Enum.GetValues<Tier>() : [.. above.Levels]).Where(tier => !ours.BindsAt(tier)).ToList();
        if (left.Count > 0)
            yield return StandardRules.LevelLeftOut.At($"{above.Id}.{StandardItem.LevelsField}");
    }

    /// <summary>Days that a limit may last at the longest, roughly, to set two against each other; null: it cannot be compared.</summary>
    private static decimal? Longest(TimeLimit? limit) => limit switch
    {
        TimeLimit.Within(var n, LimitUnit.Hours) => n / 24m,
        TimeLimit.Within(var n, LimitUnit.WorkingDays) => n * 7 / 5m,
        TimeLimit.Within(var n, LimitUnit.CalendarDays) => n,
        TimeLimit.Within(var n, LimitUnit.Months) => n * 30.5m,
        TimeLimit.Within(var n, LimitUnit.Years) => n * 365m,
        TimeLimit.Every(Cadence.Continuous) => 0,
        TimeLimit.Every(Cadence.Daily) => 1,
        TimeLimit.Every(Cadence.Weekly) => 7,
        TimeLimit.Every(Cadence.Monthly) => 31,
        TimeLimit.Every(Cadence.Quarterly) => 92,
        TimeLimit.Every(Cadence.HalfYearly) => 184,
        TimeLimit.Every(Cadence.Yearly) => 366,
        _ => null,
    };
}
