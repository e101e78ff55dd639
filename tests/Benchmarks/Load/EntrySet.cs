using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;

namespace Federation.Benchmarks.Load;

/// <summary>Entries as catalogs have them: titles and summaries of real length, made of words of which some are common and some rare.</summary>
internal static class EntrySet
{
    private static readonly string[] Actions = ["关于印发", "关于调整", "关于做好", "关于公布", "关于废止", "关于进一步规范", "关于开展"];
    private static readonly string[] Subjects = ["最低生活保障标准", "临时救助对象", "特困人员供养", "农村危房改造", "义务教育招生", "食品安全抽检", "安全生产检查", "国有土地征收", "公共文化活动", "环境影响评价", "残疾人补贴", "就业创业服务", "住房公积金", "道路交通管制", "财政预算决算"];
    private static readonly string[] Ends = ["的通知", "情况的公示", "实施办法", "工作方案", "结果的公告", "有关事项的通知"];

    /// <summary>A word that about one in ten thousand entries has.</summary>
    public const string Rare = "古树名木";

    /// <summary>A word of two characters in one of fifteen.</summary>
    public const string Pair = "救助";

    /// <summary>A word that nearly half of the entries have in their title.</summary>
    public const string Common = "通知";

    /// <summary>The entry of a number; the same number gives the same entry.</summary>
    public static CatalogEntry Entry(int number, string note = "")
    {
        var mixed = unchecked((uint)number * 2654435761);
        var day = new DateOnly(2020, 1, 1).AddDays((int)(mixed % 2200));
        var subject = number % 10_000 == 17 ? Rare + "保护名录" : Subjects[mixed / 7 % Subjects.Length];
        var fields = new Dictionary<string, string>
        {
            [EntryFields.IndexNumber] = string.Create(CultureInfo.InvariantCulture, $"330000/{day:yyyy}-{number:00000000}"), [EntryFields.FormedOn] = Day(day), [EntryFields.PublishedOn] = Day(day.AddDays(5)),
            [EntryFields.Domain] = Subjects[mixed / 7 % Subjects.Length][..2] + "领域",
            ["summary"] = $"为规范{subject}工作,按照有关规定,经研究决定,现将第 {number} 号事项有关内容予以公开,请各有关单位认真贯彻执行。公开期限为长期,监督电话见附件。{note}",
        };
        return new CatalogEntry(
            EntryId.Parse(string.Create(CultureInfo.InvariantCulture, $"e{number}")), EntryKind.Document, $"{Actions[mixed / 3 % Actions.Length]}{subject}{Ends[mixed / 11 % Ends.Length]}",
            fields.ToImmutableSortedDictionary(StringComparer.Ordinal), new Disclosure(DisclosureAttribute.Proactive), mixed % 9 == 0 ? new Validity(ValidityState.Repealed, day.AddYears(3)) : Validity.InForce, [], null, []);
    }

    /// <summary>A batch of entries from a number on.</summary>
    public static PushEntries Batch(UnitId unit, int first, int count) => new(
        "", new Subject("bench", unit, [Role.Integrator]), unit.Value, "", [.. Enumerable.Range(first, count).Select(n => Entry(n)).Select(e => new EntryChange(e.Id, e, null))], []);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
