using System.CommandLine;
using Federation.Cli.Output;
using Federation.V1;

namespace Federation.Cli.Commands;

/// <summary>fed report explain: where a number comes from, down to the filings, with who signed what.</summary>
internal static class ExplainCommand
{
    private const int PageSize = 5000;

    public static Command Build(RunFrame frame)
    {
        var words = frame.Words;
        var unit = SharedArguments.Unit(words);
        var period = SharedArguments.Period(words);
        var cell = new Argument<string>("CELL") { Description = words["单元格,例如 t3.new.natural", "cell, for example t3.new.natural"] };
        var filings = new Option<bool>("--filings") { Description = words["直到每份报告(只列非零)", "down to every filing (those other than zero)"] };
        var command = new FedCommand(
            "explain", words["一个汇总数由哪些部分组成", "what a number of a total is made of"],
            "fed report explain 500000 annual-2025 t3.new.total", "fed report explain 500000 annual-2025 t3.new.total --filings") { unit, period, cell, filings };
        command.Does(frame, async (run, parsed, ct) =>
        {
            var request = new ExplainCellRequest
            {
                Unit = parsed.GetValue(unit),
                Period = parsed.GetValue(period),
                Cell = parsed.GetValue(cell),
                Filings = parsed.GetValue(filings),
                PageSize = PageSize,
            };
            var explained = await AllPages(run, request, ct);
            run.Show(explained, () => ExplainTable.Write(run, explained));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<ExplainCellResponse> AllPages(Run run, ExplainCellRequest request, CancellationToken ct)
    {
        var all = await run.Server.Call(run.Server.Reports.ExplainCellAsync, request, ct);
        while (all.NextPageToken.Length > 0)
        {
            request.PageToken = all.NextPageToken;
            var page = await run.Server.Call(run.Server.Reports.ExplainCellAsync, request, ct);
            all.Parts.AddRange(page.Parts);
            all.NextPageToken = page.NextPageToken;
        }
        return all;
    }
}
