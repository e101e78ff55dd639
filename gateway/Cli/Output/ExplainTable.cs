using Federation.Cli.Calls;
using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>The parts of a number, with what vouches for each, their sum done again here, and who is not in it.</summary>
internal static class ExplainTable
{
    /// <summary>So many bodies that are not in are named.</summary>
    public const int MissingShown = 10;

    public static void Write(Run run, ExplainCellResponse explained)
    {
        var words = run.Words;
        string Value(long value) => ValueText(value, explained.Amount);
        var coverage = explained.Coverage;
        run.Out.Line($"{explained.Label} ({explained.Cell})");
        run.Out.Line(words[
            $"{coverage.Name}({coverage.Unit}):{Value(explained.Value)}{(explained.Amount ? " 万元" : "")},应报 {Printed.Count(coverage.Expected)},已报 {Printed.Count(coverage.Filed)}",
            $"{coverage.Name} ({coverage.Unit}): {Value(explained.Value)}{(explained.Amount ? " (10,000 yuan)" : "")}, {Printed.Count(coverage.Filed)} of {Printed.Count(coverage.Expected)} in"]);
        WriteParts(run, explained.Parts, Value);
        var sum = explained.Parts.Aggregate(0L, (total, part) => checked(total + part.Value));
        run.Out.Line(sum == explained.Value
            ? words[$"{explained.Parts.Count} 个部分之和 {Value(sum)},与汇总数相符", $"{explained.Parts.Count} part(s) add to {Value(sum)}, as the total says"]
            : words[$"{explained.Parts.Count} 个部分之和 {Value(sum)},与汇总数 {Value(explained.Value)} 不符(查询期间有新的报送,请再查一次)", $"{explained.Parts.Count} part(s) add to {Value(sum)}, the total says {Value(explained.Value)} (filings arrived meanwhile; ask again)"]);
    }

    /// <summary>Names who is not in yet.</summary>
    public static void WriteMissing(Run run, Coverage coverage, ListMissingResponse missing)
    {
        var names = string.Join(run.Words["、", ", "], missing.Units.Select(u => $"{u.Name} {u.Unit}"));
        var more = coverage.Missing > missing.Units.Count ? run.Words[" 等", " and others"] : "";
        run.Out.Line(run.Words[
            $"未报 {Printed.Count(coverage.Missing)} 个:{names}{more}(全部名单:fed missing {coverage.Unit} …)",
            $"{Printed.Count(coverage.Missing)} missing: {names}{more} (all of them: fed missing {coverage.Unit} ...)"], new Style(Color.Olive));
    }

    /// <summary>The parts as they stood at a past moment.</summary>
    public static void WritePast(Run run, TotalAsOf then, string cell, FormCell printed)
    {
        var words = run.Words;
        string Value(long value) => ValueText(value, printed.Amount);
        var sum = then.Parts.Aggregate(0L, (total, part) => checked(total + part.Value));
        run.Out.Line($"{FormBook.LabelOf(printed)} ({cell})");
        run.Out.Line(words[
            $"{then.Name}({then.Unit})截至 {Printed.Moment(then.AsOf)}:{Value(sum)},应报 {Printed.Count(then.Expected)},当时已报 {Printed.Count(then.Filed)}",
            $"{then.Name} ({then.Unit}) as of {Printed.Moment(then.AsOf)}: {Value(sum)}, {Printed.Count(then.Filed)} of {Printed.Count(then.Expected)} in then"]);
        WriteParts(run, then.Parts, Value);
    }

    private static void WriteParts(Run run, IReadOnlyCollection<CellPart> parts, Func<long, string> value)
    {
        var words = run.Words;
        var wide = run.Out.Profile.Width >= Tables.WideEnough;
        var table = Tables.Make()
            .Text(words["代码", "code"], wraps: false)
            .Text(words["单位", "unit"])
            .Text(words["来源", "part"], wraps: false)
            .Number(words["数值", "value"]);
        if (wide)
            table.Text(words["签发人", "signer"]).Text(words["签发时间", "at"], wraps: false).Text(words["内容哈希", "hash"], wraps: false);
        else
            table.Text(words["签发", "sealed"]);
        foreach (var part in parts)
        {
            // the version of a part counts changes of the part, not filings; the hash says which filing it is
            Wrapped[] first =
            [
                Tables.Cell(part.Unit), Tables.Cell(part.Name), Tables.Cell(part.Own ? words["本机关", "own filing"] : words["辖区汇总", "total"]), Tables.Cell(value(part.Value)),
            ];
            Wrapped[] proof = wide
                ? [Tables.Cell(part.Signer), Tables.Cell(Printed.Moment(part.At)), Tables.Cell(Printed.ShortHash(part.ContentHash))]
                : [Tables.Cell(part.Own ? $"{part.Signer}\n{Printed.Moment(part.At).Split(' ')[0]}" : "")];
            table.AddRow([.. first, .. proof]);
        }
        run.Out.Write(table);
    }

    private static string ValueText(long value, bool amount) => amount ? Printed.AmountOfFen(value) : Printed.Count(value);
}
