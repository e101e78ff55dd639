using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Notices;

namespace Federation.Documents.Notices;

/// <summary>A row of the 任务分解表: one item that binds someone or asks for something.</summary>
/// <param name="Path">Path of the item.</param>
/// <param name="Task">Its text.</param>
/// <param name="Lead">牵头单位</param>
/// <param name="Support">配合单位</param>
/// <param name="Responsible">责任单位</param>
/// <param name="Time">完成时限和频次</param>
/// <param name="Measure">量化要求</param>
/// <param name="Remark">What a person should look at.</param>
public sealed record TaskRow(string Path, string Task, string Lead, string Support, string Responsible, string Time, string Measure, string Remark);

/// <summary>任务分解表: a notice item by item, with bodies, dates and measures as they were read.</summary>
/// <param name="Title">Title of the notice.</param>
/// <param name="Source">Issuer, number and date in one line.</param>
/// <param name="Rows">Rows in order.</param>
public sealed record TaskTable(string Title, string Source, ImmutableArray<TaskRow> Rows)
{
    /// <summary>Headings of the columns.</summary>
    public static ImmutableArray<string> Headings { get; } = ["条目", "工作任务", "牵头单位", "配合单位", "责任单位", "时限、频次", "量化要求", "备注"];

    private const decimal Sure = 0.8m;

    /// <summary>The table of a notice. Headings without text of their own and without facts get no row.</summary>
    public static TaskTable Of(Notice notice)
    {
        var facts = notice.Facts.ToLookup(f => f.Item);
        var unread = notice.Unread.ToLookup(u => u.Item);
        var rows = notice.Items.Where(i => !i.Path.EndsWith('是') && (facts[i.Path].Any() || unread[i.Path].Any() || i.Text.Length > i.Heading.Length + 1))
            .GroupBy(i => i.Path).Select(g => Row(g.Key, string.Join('\n', g.Select(i => i.Text)), [.. facts[g.Key]], unread[g.Key].Count()));
        var source = string.Join(",", new[] { notice.Issuer, notice.Number, notice.Date?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) }.Where(s => s is not null));
        return new TaskTable(notice.Title ?? "(未找到标题)", source, [.. rows]);
    }

    private static TaskRow Row(string path, string text, ImmutableArray<NoticeFact> facts, int unread)
    {
        string Bodies(BodyRole role) => string.Join('、', facts.Where(f => f.Role == role).Select(f => f.Value).Distinct());
        var unsure = facts.Where(f => f.Confidence < Sure && f.Kind is not NoticeFactKind.Actor).Select(f => $"请核对“{f.Quote}”");
        var remark = string.Join(';', unsure.Append(unread > 0 ? string.Create(CultureInfo.InvariantCulture, $"{unread}处要求未能量化") : "").Where(s => s.Length > 0));
        return new TaskRow(
            path, text, Bodies(BodyRole.Lead), Bodies(BodyRole.Support), Bodies(BodyRole.Responsible),
            Join(facts.Where(f => f.Kind is NoticeFactKind.Deadline or NoticeFactKind.Cadence)), Join(facts.Where(f => f.Kind is NoticeFactKind.Quota or NoticeFactKind.Ratio or NoticeFactKind.Limit)), remark);
    }

    private static string Join(IEnumerable<NoticeFact> facts) => string.Join(';', facts.Select(FactWords.Of).Distinct());
}
