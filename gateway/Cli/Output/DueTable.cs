using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>Who is still expected, with the days left.</summary>
internal static class DueTable
{
    private const int SoonDays = 7;

    public static void Write(Run run, ListDueResponse due)
    {
        var words = run.Words;
        if (due.Units.Count == 0)
        {
            run.Out.Line(words["全部已报。", "all have filed."]);
            return;
        }
        var wide = run.Out.Profile.Width >= Tables.WideEnough;
        var table = Tables.Make().Text(words["代码", "code"], wraps: false).Text(words["单位", "unit"]);
        if (wide)
            table.Text(words["位置", "path"]);
        table.Text(words["截止日期", "due"], wraps: false).Text(words["剩余", "left"], wraps: false).Text(words["状态", "state"], wraps: false).Text(words["催报和例外", "urged, exception"]);
        foreach (var unit in due.Units)
        {
            Wrapped[] who = wide
                ? [Tables.Cell(unit.Unit), Tables.Cell(unit.Name), Tables.Cell(string.Join(" / ", unit.Path.SkipLast(1)))]
                : [Tables.Cell(unit.Unit), Tables.Cell(unit.Name)];
            table.AddRow([.. who, Tables.Cell(unit.Due), Left(unit, words), Tables.Cell(Names.Of(unit.State, words)), Tables.Cell(Notes(unit, words))]);
        }
        run.Out.Write(table);
        var (more, late) = (due.NextPageToken.Length > 0, due.Units.Count(u => u.DaysLeft < 0));
        run.Out.Line(words[
            $"列出 {Printed.Count(due.Units.Count)} 个,其中逾期 {Printed.Count(late)} 个{(more ? ",还有更多" : "")}",
            $"{Printed.Count(due.Units.Count)} listed, {Printed.Count(late)} of them overdue{(more ? ", there are more" : "")}"]);
    }

    private static Wrapped Left(DueUnit unit, Words words) => unit.DaysLeft switch
    {
        < 0 => Tables.Cell(words[$"逾期 {-unit.DaysLeft} 天", $"{-unit.DaysLeft} d overdue"], new Style(Color.Red)),
        <= SoonDays => Tables.Cell(words[$"{unit.DaysLeft} 天", $"{unit.DaysLeft} d"], new Style(Color.Olive)),
        _ => Tables.Cell(words[$"{unit.DaysLeft} 天", $"{unit.DaysLeft} d"]),
    };

    private static string Notes(DueUnit unit, Words words)
    {
        var notes = new List<string>();
        if (unit.Urged > 0)
            notes.Add(words[$"催 {unit.Urged} 次,{Printed.Moment(unit.UrgedAt).Split(' ')[0]}", $"urged {unit.Urged} x, {Printed.Moment(unit.UrgedAt).Split(' ')[0]}"]);
        if (unit.ExceptionUntil.Length > 0)
            notes.Add(words[$"例外至 {unit.ExceptionUntil}", $"exception until {unit.ExceptionUntil}"]);
        return string.Join('\n', notes);
    }
}
