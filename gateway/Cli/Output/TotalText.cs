using Federation.Cli.Commands;
using Federation.V1;

namespace Federation.Cli.Output;

/// <summary>The total of a territory on the terminal: how complete and how fresh it is, then the official tables.</summary>
internal static class TotalText
{
    public static void Write(Run run, Total total, Form form)
    {
        var words = run.Words;
        var coverage = total.Coverage;
        run.Out.Write(Tables.Facts(
            (words["单位", "unit"], words[$"{total.Name}({total.Unit})全辖区汇总", $"{total.Name} ({total.Unit}), whole territory"]),
            (words["报告期", "period"], total.Period),
            (words["已报", "filed"], $"{Printed.Count(coverage.Filed)} / {Printed.Count(coverage.Expected)} ({Printed.Share(coverage.Filed, coverage.Expected)})"),
            (words["最新报送", "newest filing"], Printed.Moment(total.Newest)),
            (words["要目", "headlines"], CoverageTable.Headlines(coverage, words))));
        FormTables.Write(run.Out, form, new FigureText(total.Figures, nil: "0", words));
    }

    /// <summary>A total as it was.</summary>
    public static void WritePast(Run run, TotalAsOf total, Form form)
    {
        var words = run.Words;
        run.Out.Write(Tables.Facts(
            (words["单位", "unit"], words[$"{total.Name}({total.Unit})全辖区汇总", $"{total.Name} ({total.Unit}), whole territory"]),
            (words["报告期", "period"], total.Period),
            (words["截至", "as of"], Printed.Moment(total.AsOf)),
            (words["已报", "filed"], $"{Printed.Count(total.Filed)} / {Printed.Count(total.Expected)} ({Printed.Share(total.Filed, total.Expected)})"),
            (words["其中迟报", "late"], Printed.Count(total.Late)),
            (words["账本位置", "ledger position"], Printed.Count(total.Position))));
        FormTables.Write(run.Out, form, new FigureText(total.Figures, nil: "0", words));
    }
}
