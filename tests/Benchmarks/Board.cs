using System.Globalization;
using Spectre.Console;

namespace Federation.Benchmarks;

/// <summary>One measured figure beside the floor measured in the same run.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Measured">The figure, with its unit.</param>
/// <param name="Floor">What it is compared with; empty when the budget is absolute.</param>
/// <param name="Ratio">Figure and floor together; empty when there is no floor.</param>
/// <param name="Budget">What the design asks for; empty when it asks for nothing here.</param>
/// <param name="Met">Null when there is no budget, or nothing could be measured.</param>
internal sealed record Row(string What, string Measured, string Floor = "", string Ratio = "", string Budget = "", bool? Met = null);

/// <summary>Collects rows as they are measured, and prints the table at the end.</summary>
internal sealed class Board
{
    private readonly List<Row> rows = [];
    private readonly List<string> faults = [];

    /// <summary>True when every check of correctness held.</summary>
    public bool Sound => faults.Count == 0;

    /// <summary>Adds a row and shows it at once.</summary>
    public void Add(Row row)
    {
        rows.Add(row);
        AnsiConsole.MarkupLineInterpolated($"[grey]{row.What}:[/] {row.Measured}  [grey]{row.Floor}  {row.Ratio}[/]");
    }

    /// <summary>A rate against a floor that it may fall short of.</summary>
    public void AddRate(string what, double rate, string floorName, double floor, double? least = null) => Add(new Row(
        what, PerSecond(rate), $"{floorName} {PerSecond(floor)}", (rate / floor).ToString("0.00", CultureInfo.InvariantCulture), least is null ? "" : $">= {least}", least is null ? null : rate / floor >= least));

    /// <summary>Waiting times against a budget for their 99th percentile.</summary>
    public void AddTimes(string what, Times times, double mostMs, Times? floor = null) => Add(new Row(
        what, times.ToString(), floor is null ? "" : $"empty call {floor}", floor is null ? "" : $"{times.P50 / floor.P50:0.0} x", $"p99 <= {mostMs:0} ms", times.P99 <= mostMs));

    /// <summary>Something that must hold whatever the speed.</summary>
    public void Check(string what, IReadOnlyCollection<string> found)
    {
        faults.AddRange(found);
        Add(new Row(what, found.Count == 0 ? "holds" : $"{found.Count} faults", Budget: "none", Met: found.Count == 0));
        foreach (var fault in found.Take(10))
            AnsiConsole.MarkupLineInterpolated($"[red]{fault}[/]");
    }

    /// <summary>Prints everything.</summary>
    public void Print()
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("what", "measured", "floor in the same run", "ratio", "budget", "");
        foreach (var row in rows)
            table.AddRow(Markup.Escape(row.What), Markup.Escape(row.Measured), Markup.Escape(row.Floor), Markup.Escape(row.Ratio), Markup.Escape(row.Budget), Verdict(row.Met));
        AnsiConsole.Write(table);
    }

    public static string PerSecond(double rate) => rate >= 1e6 ? $"{rate / 1e6:0.00} M/s" : $"{rate:N0}/s";

    private static string Verdict(bool? met) => met switch { null => "", true => "[green]met[/]", false => "[red]not met[/]" };
}
