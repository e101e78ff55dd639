using System.Globalization;
using Federation.Domain.Reports;
using Spectre.Console;

namespace Federation.Host.Demo;

/// <summary>How the scenes are told: a heading, sentences, a table for each trace.</summary>
internal static class Story
{
    private static readonly Dictionary<string, string> Acts = new()
    {
        ["draft-saved"] = "存草稿",
        ["submitted"] = "报送",
        ["sent-back"] = "退改",
        ["sealed"] = "签发",
        ["accepted"] = "审定",
        ["returned"] = "退回",
        ["published"] = "发布",
        ["exception-granted"] = "准予例外",
        ["urged"] = "催报",
        ["register-counted"] = "台账计数",
    };

    public static void Heading(string chinese, string english)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule($"[bold]{chinese.EscapeMarkup()}[/] [grey]{english.EscapeMarkup()}[/]") { Justification = Justify.Left, Style = new Style(Color.Grey) });
    }

    /// <summary>A sentence; markup of the format is kept, what is put in is not read as markup.</summary>
    public static void Say(FormattableString sentence) => AnsiConsole.MarkupLineInterpolated(sentence);

    public static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column.TrimStart('>').EscapeMarkup()) { Alignment = column.StartsWith('>') ? Justify.Right : Justify.Left });
        return table;
    }

    public static void Row(this Table table, params string[] cells) => table.AddRow([.. cells.Select(c => c.EscapeMarkup())]);

    /// <summary>What happened to a report, act by act.</summary>
    public static void Life(V1.Report report)
    {
        var table = Table("时间 at", "事项 act", ">版本 version", "经办 by", "说明 text", "链上 chain");
        foreach (var act in report.History)
            table.Row(At(act.At), Acts.GetValueOrDefault(act.Act, act.Act), act.Version > 0 ? $"{act.Version}" : "", act.By, act.Act == "returned" ? "理由见上表" : act.Text, act.ChainHash[..12]);
        AnsiConsole.Write(table);
    }

    /// <summary>A moment in Beijing.</summary>
    public static string At(Google.Protobuf.WellKnownTypes.Timestamp at) => at.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Row and column of a cell as printed.</summary>
    public static string LabelOf(string cell) => Form2021.Form[cell].Label;

    /// <summary>A count of figures as served; cells not listed are zero.</summary>
    public static long Count(V1.Figures figures, string cell) => figures.Counts.TryGetValue(cell, out var count) ? count : 0;
}
