using System.Globalization;
using System.Text.RegularExpressions;

namespace Federation.Domain.Tests.Notices;

/// <summary>Every gold file keeps to docs/guides/notice-gold.md: quotes stand in their notice, values are in the grammar, facts lie in their items.</summary>
public sealed partial class GoldFileTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.Data("notices", "gold"), "*.gold.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void GoldFile_KeepsToItsRules(string file)
    {
        var gold = Read(file);

        Assert.Equal(file, Path.ChangeExtension(gold.Name, ".gold.json"));
        Assert.Empty(Problems(gold));
    }

    [Fact] // a reader that reads as the persons did, the quotes of a name in one bracket never taken for those of the next
    public void GoldFiles_ReadAsLabelled_ScoreFully()
    {
        var all = GoldNotice.ReadAll(Repository.Data("notices", "gold"), Repository.Data("notices"));

        var score = GoldScore.Of(all, notice => [.. notice.Scored().Reverse()]);

        Assert.Empty(score.Differences);
        Assert.All(score.Kinds, kind => Assert.Equal((kind.Gold, kind.Gold), (kind.Read, kind.Met)));
        Assert.All(GoldScore.Bound, kind => Assert.True(score.Kinds.Single(k => k.Kind == kind).Gold > 0, $"no gold file labels a {kind}"));
        Assert.Equal(all.Sum(n => n.Facts.Count(f => GoldScore.Bound.Contains(f.Kind))), score.Total.Met);
    }

    [Theory] // each broken line must be seen
    [InlineData("body", "六/(三)", "lead", "市政府办公厅", "市政府辦公厅", 1, "no place")]
    [InlineData("body", "六/(三)", "lead", "市政府办公厅", "市政府辦公廳", 99, "no place")]
    [InlineData("body", "六/(三)", "leads", "市人力社保局", "市人力社保局", 3, "role")]
    [InlineData("body", "六/(三)", "lead", "市人社局", "市人力社保局", 3, "name")]
    [InlineData("body", "一/(二)/1", "lead", "市人力社保局", "市人力社保局", 3, "outside its item")]
    [InlineData("ratio", "六/(三)", "lead", ">=50%", "不低于50%", 1, "role")]
    [InlineData("ratio", "六/(三)", "", "50%", "不低于50%", 1, "grammar")]
    [InlineData("ratio", "六/(三)/1", "", ">=50%", "不低于50%", 1, "no such item")]
    [InlineData("ratio", "6.3", "", ">=50%", "不低于50%", 1, "path")]
    [InlineData("deadline", "head", "", "2016-02-30", "2016", 1, "grammar")]
    [InlineData("deadline", "head", "", "年底", "2016", 1, "grammar")]
    [InlineData("date", "head", "", "2016-05-28", "2016", 1, "kind")]
    public void Problems_BrokenLine_IsSeen(string kind, string item, string role, string value, string quote, int occurrence, string expected)
    {
        var gold = Read("002_b80a2d49b15b2a8e.gold.json");

        var problems = Problems(gold with { Facts = [new GoldFact(kind, item, role, value, quote, occurrence)] });

        Assert.Contains(problems, p => p.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Problems_SameFactTwice_IsSeen()
    {
        var gold = Read("002_b80a2d49b15b2a8e.gold.json");

        Assert.Single(Problems(gold with { Facts = [.. gold.Facts, gold.Facts[0]] }), p => p.Contains("twice", StringComparison.Ordinal));
    }

    private static GoldNotice Read(string file) => GoldNotice.Read(Repository.Data("notices", "gold", file), Repository.Data("notices"));

    private static List<string> Problems(GoldNotice gold)
    {
        var problems = new List<string>();
        var items = new List<(string Path, int Start)>();
        foreach (var item in gold.Items)
        {
            var start = gold.Place(item.Quote, item.Occurrence);
            if (!ItemPath().IsMatch(item.Path))
                problems.Add($"path {item.Path}");
            if (start is null || (items.Count > 0 && start <= items[^1].Start))
                problems.Add($"item {item.Path} has no place behind the one before it: {item.Quote}");
            if (item.Path.LastIndexOf('/') is var cut and > 0 && !item.Path.StartsWith('表') && items.TrueForAll(i => i.Path != item.Path[..cut]))
                problems.Add($"item {item.Path} stands under none");
            items.Add((item.Path, start ?? -1));
        }
        var seen = new HashSet<(string, string, string, int?)>();
        foreach (var fact in gold.Facts)
        {
            var line = $"{fact.Kind} {fact.Item} {fact.Value} \"{fact.Quote}\" {fact.Occurrence}";
            var start = gold.Place(fact.Quote, fact.Occurrence);
            if (start is null)
                problems.Add($"no place of the quote: {line}");
            if (fact.Kind == "body" ? fact.Role is not ("lead" or "support" or "responsible") : fact.Role.Length > 0)
                problems.Add($"role {fact.Role}: {line}");
            if (!GoldScore.Bound.Contains(fact.Kind))
                problems.Add($"kind: {line}");
            else if (!InGrammar(fact))
                problems.Add($"value outside the grammar: {line}");
            if (fact.Kind == "body" && !SameName(GoldScore.Plain(fact.Value), GoldScore.Plain(Reading().Replace(fact.Quote, ""))))
                problems.Add($"name and quote differ: {line}");
            if (!ItemPath().IsMatch(fact.Item))
                problems.Add($"path: {line}");
            if (start is { } at && items.Count > 0)
                problems.AddRange(ItemProblems(items, fact.Item, at).Select(p => $"{p}: {line}"));
            if (!seen.Add((fact.Kind, fact.Role, fact.Value, start)))
                problems.Add($"twice: {line}");
        }
        return problems;
    }

    private static IEnumerable<string> ItemProblems(List<(string Path, int Start)> items, string path, int at)
    {
        var index = items.FindLastIndex(i => i.Start <= at);
        var own = index < 0 ? "head" : items[index].Path;
        if (path != "head" && items.TrueForAll(i => i.Path != path))
            yield return "no such item";
        else if (own != path)
            yield return $"outside its item, in {own}";
    }

    // Writing may differ (traditional, simplified), length may not, but for a tail that two names share: 东城区、西城区行委.
    private static bool SameName(string value, string quote) =>
        value.Length == quote.Length || value.StartsWith(quote, StringComparison.Ordinal);

    private static bool InGrammar(GoldFact fact) => fact.Kind switch
    {
        "deadline" => DateOnly.TryParseExact(fact.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            || (fact.Value.StartsWith("yearly ", StringComparison.Ordinal)
                && DateOnly.TryParseExact("2020-" + fact.Value[7..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)),
        "cadence" => fact.Value is "continuous" or "daily" or "working_daily" or "five_daily" or "weekly" or "monthly" or "quarterly" or "half_yearly"
            or "yearly" or "unstated",
        "quota" => Quota().IsMatch(fact.Value),
        "ratio" => Ratio().IsMatch(fact.Value),
        "limit" => Limit().IsMatch(fact.Value),
        _ => fact.Value.Length > 0,
    };

    [GeneratedRegex(@"^(head|tail|表/[1-9]\d*|●[1-9]\d*|[一二三四五六七八九十]+(/([((][一二三四五六七八九十]+[))]|[1-9]\d*|[((]\d+[))]|——[1-9]\d*))*)$")]
    private static partial Regex ItemPath();

    [GeneratedRegex(@"^>=[1-9]\d*/(day|week|month|quarter|half_year|year)$")]
    private static partial Regex Quota();

    [GeneratedRegex(@"^(>=|<=)\d{1,3}(\.\d+)?%$")]
    private static partial Regex Ratio();

    [GeneratedRegex(@"^[1-9]\d* (working_days|days|hours|months|years)$")]
    private static partial Regex Limit();

    /// <summary>A reading in brackets that a page put behind a character: 區(qū).</summary>
    [GeneratedRegex(@"\([a-zàáèéìíòóùúüāēěīńōūǎǐǒǔǖǘǚǜ]+\)")]
    private static partial Regex Reading();
}
