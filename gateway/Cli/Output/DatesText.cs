using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Dates of a period, and how one came about.</summary>
internal static class DatesText
{
    public static void Write(Run run, PeriodDates dates)
    {
        var words = run.Words;
        run.Out.Write(Tables.Facts(
            (words["报告期", "period"], dates.Title.Length > 0 ? $"{dates.Period} {dates.Title}" : dates.Period),
            (words["表式", "form"], dates.Form),
            (words["部门截止", "agencies due"], dates.AgenciesDue),
            (words["政府截止", "governments due"], dates.GovernmentsDue),
            (words["锁定日期", "locked after"], dates.Locks),
            (words["应报", "expected"], Printed.Count(dates.Expected))));
        if (dates.Layers.Count > 0)
        {
            run.Out.Line(words["各地提前的时限", "local earlier dates"]);
            var table = Tables.Make().Text(words["辖区", "below"], wraps: false).Text(words["对象", "for"]).Text(words["截止", "due"], wraps: false).Text(words["锁定", "locks"], wraps: false).Text(words["通知", "notice"]).Text(words["设定", "set by"]);
            foreach (var layer in dates.Layers)
            {
                table.AddRow(
                    Tables.Cell(layer.Unit), Tables.Cell(For(layer, words)), Tables.Cell(layer.Due), Tables.Cell(layer.Locks), Tables.Cell(layer.Notice),
                    Tables.Cell($"{layer.By}\n{Printed.Moment(layer.At).Split(' ')[0]}".Trim()));
            }
            run.Out.Write(table);
        }
        if (dates.Amendments.Count > 0)
        {
            run.Out.Line(words["应报名单变更", "changes of the list"]);
            var table = Tables.Make().Text(words["单位", "unit"], wraps: false).Text(words["变更", "change"], wraps: false).Text(words["理由", "reason"]).Text(words["经办", "by"]).Text(words["时间", "at"], wraps: false);
            foreach (var change in dates.Amendments)
            {
                table.AddRow(
                    Tables.Cell(change.Unit), Tables.Cell(change.Excused ? words["免报", "excused"] : words["增列", "added"]), Tables.Cell(change.Reason),
                    Tables.Cell(change.By), Tables.Cell(Printed.Moment(change.At).Split(' ')[0]));
            }
            run.Out.Write(table);
        }
    }

    public static void WriteExplained(Run run, DueExplained due)
    {
        var words = run.Words;
        run.Out.Write(Tables.Facts(
            (words["单位", "unit"], due.Unit), (words["报告期", "period"], due.Period), (words["截止日期", "due"], due.Due), (words["锁定日期", "locked after"], due.Locks), (words["依据", "basis"], due.Basis)));
        var table = Tables.Make().Text(words["日期", "day"], wraps: false).Text(words["依据", "basis"]).Text(words["由谁设定", "set by"]);
        foreach (var step in due.Steps)
            table.AddRow(Tables.Cell(step.Day), Tables.Cell(step.Basis), Tables.Cell(step.SetBy.Length > 0 ? step.SetBy : words["法规", "the law"]));
        run.Out.Write(table);
    }

    private static string For(DateLayer layer, Words words)
    {
        var kind = layer.Kind == UnitKind.Unspecified ? "" : Names.Of(layer.Kind, words);
        var tier = layer.Tier == Tier.Unspecified ? "" : Names.Of(layer.Tier, words);
        return kind.Length + tier.Length == 0 ? words["全部", "all"] : $"{tier} {kind}".Trim();
    }
}
