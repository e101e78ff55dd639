using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>The parts of a number, with what vouches for each, and their sum done again here.</summary>
internal static class ExplainTable
{
    public static void Write(Run run, ExplainCellResponse explained)
    {
        var words = run.Words;
        string Value(long value) => explained.Amount ? Printed.AmountOfFen(value) : Printed.Count(value);
        run.Out.Line($"{explained.Label} ({explained.Cell})");
        run.Out.Line(words[
            $"{explained.Coverage.Name}({explained.Coverage.Unit}):{Value(explained.Value)}{(explained.Amount ? " 万元" : "")}",
            $"{explained.Coverage.Name} ({explained.Coverage.Unit}): {Value(explained.Value)}{(explained.Amount ? " (10,000 yuan)" : "")}"]);
        var table = Tables.Make()
            .Text(words["代码", "code"], wraps: false)
            .Text(words["单位", "unit"])
            .Text(words["来源", "part"], wraps: false)
            .Number(words["数值", "value"])
            .Number(words["版本", "version"])
            .Text(words["报送人", "signer"])
            .Text(words["报送时间", "at"], wraps: false)
            .Text(words["内容哈希", "hash"], wraps: false);
        foreach (var part in explained.Parts)
        {
            table.AddRow(
                Tables.Cell(part.Unit),
                Tables.Cell(part.Name),
                Tables.Cell(part.Own ? words["本机关", "own filing"] : words["辖区汇总", "total"]),
                Tables.Cell(Value(part.Value)),
                Tables.Cell(part.Own ? Printed.Count(part.Version) : ""), // the version of a total is a counter of changes, not of filings
                Tables.Cell(part.Signer),
                Tables.Cell(Printed.Moment(part.At)),
                Tables.Cell(Printed.ShortHash(part.ContentHash)));
        }
        run.Out.Write(table);
        var sum = explained.Parts.Aggregate(0L, (total, part) => checked(total + part.Value));
        run.Out.Line(sum == explained.Value
            ? words[$"{explained.Parts.Count} 个部分之和 {Value(sum)},与汇总数相符", $"{explained.Parts.Count} part(s) add to {Value(sum)}, as the total says"]
            : words[$"{explained.Parts.Count} 个部分之和 {Value(sum)},与汇总数 {Value(explained.Value)} 不符(查询期间有新的报送,请再查一次)", $"{explained.Parts.Count} part(s) add to {Value(sum)}, the total says {Value(explained.Value)} (filings arrived meanwhile; ask again)"]);
    }
}
