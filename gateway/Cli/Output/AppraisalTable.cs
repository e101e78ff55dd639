using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Formulas and rankings as tables.</summary>
internal static class AppraisalTable
{
    public static void Write(Run run, AppraisalFormula formula)
    {
        var words = run.Words;
        run.Out.Line($"{formula.Name}({formula.Basis})");
        run.Out.Line(formula.Version == 0
            ? words["上级未另定办法,按本系统办法", "no superior has set one: it is the one of the system"]
            : words[$"{formula.Issuer} 第 {formula.Version} 版,{formula.SetAt.ToDateTimeOffset():yyyy-MM-dd} 公布 {formula.Reason}".TrimEnd(), $"set by {formula.Issuer}, version {formula.Version}, known since {formula.SetAt.ToDateTimeOffset():yyyy-MM-dd} {formula.Reason}".TrimEnd()]);
        run.Out.Line(words[$"占整体考核的权重 {formula.Weight}", $"weight in the whole appraisal {formula.Weight}"]);
        var table = Tables.Make().Text(words["考核项", "item"]).Text(words["统计", "counts"], wraps: false).Number(words["满分", "points"]).Number(words["每次扣分", "off each"]);
        foreach (var item in formula.Items)
            table.AddRow(Tables.Cell(item.Name), Tables.Cell(item.Count), Tables.Cell(item.Points), Tables.Cell(item.OffEach));
        run.Out.Write(table);
    }

    public static void Write(Run run, ListAppraisalsResponse ranked)
    {
        var words = run.Words;
        if (ranked.Units.Count == 0)
        {
            run.Out.Line(words["没有直接下级。", "there are no units directly below."]);
            return;
        }
        var table = Tables.Make().Number(words["名次", "rank"]).Text(words["单位", "unit"]);
        var items = ranked.Units[0].Appraisal.Scores.Select(s => s.Name).ToList();
        foreach (var item in items)
            table.Number(item);
        table.Number(words["总分", "points"]).Number(words["逾期", "late"]);
        foreach (var one in ranked.Units)
        {
            table.AddRow([
                Tables.Cell(Printed.Count(one.Rank)), Tables.Cell($"{one.Appraisal.Unit} {one.Name}"),
                .. items.Select(i => Tables.Cell(one.Appraisal.Scores.FirstOrDefault(s => s.Name == i)?.Points ?? "")), Tables.Cell(one.Appraisal.Points), Tables.Cell(Printed.Count(one.Appraisal.Late.Count))]);
        }
        run.Out.Write(table);
    }

    public static void Write(Run run, TagBook book)
    {
        var words = run.Words;
        if (book.Tags.Count == 0)
        {
            run.Out.Line(words["没有标签。", "there are no tags."]);
            return;
        }
        var table = Tables.Make().Text(words["标签", "tag"], wraps: false).Text(words["单位", "unit"]).Text(words["自", "from"], wraps: false).Text(words["至(不含)", "until"], wraps: false).Text(words["理由", "reason"]);
        foreach (var tag in book.Tags)
            table.AddRow(Tables.Cell(tag.Tag), Tables.Cell($"{tag.Unit} {tag.Name}"), Tables.Cell(tag.FromDay), Tables.Cell(tag.Until), Tables.Cell(tag.Reason));
        run.Out.Write(table);
    }
}
