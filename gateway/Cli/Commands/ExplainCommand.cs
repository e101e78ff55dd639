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
        var asOf = TotalCommands.AsOf(words);
        var command = new FedCommand(
            "explain", words["一个汇总数由哪些部分组成", "what a number of a total is made of"],
            "fed report explain 500000 annual-2025 t3.new.total", "fed report explain 500000 annual-2025 t3.new.total --filings",
            "fed report explain 500151 annual-2025 t3.new.total --as-of 2026-02-28") { unit, period, cell, filings, asOf };
        command.Does(frame, async (run, parsed, ct) =>
        {
            if (parsed.GetValue(asOf) is { } moment)
                return await ExplainPast(run, new GetTotalAsOfRequest { Unit = parsed.GetValue(unit), Period = parsed.GetValue(period), Cell = parsed.GetValue(cell), AsOf = moment }, ct);
            var request = new ExplainCellRequest
            {
                Unit = parsed.GetValue(unit),
                Period = parsed.GetValue(period),
                Cell = parsed.GetValue(cell),
                Filings = parsed.GetValue(filings),
                PageSize = PageSize,
            };
            var explained = await AllPages(run, request, ct);
            if (run.Json)
            {
                run.Show(explained, () => { });
                return ExitCodes.Ok;
            }
            ExplainTable.Write(run, explained);
            if (explained.Coverage.Missing > 0)
                ExplainTable.WriteMissing(run, explained.Coverage, await FirstMissing(run, request, ct));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<int> ExplainPast(Run run, GetTotalAsOfRequest request, CancellationToken ct)
    {
        var then = await run.Server.Call(run.Server.Supervision.GetTotalAsOfAsync, request, ct);
        if (run.Json)
            run.Show(then, () => { });
        else
            ExplainTable.WritePast(run, then, request.Cell, (await run.Forms.Get(then.Figures.Form, ct)).Tables.SelectMany(t => t.Cells).First(c => c.Id == request.Cell));
        return ExitCodes.Ok;
    }

    private static Task<ListMissingResponse> FirstMissing(Run run, ExplainCellRequest request, CancellationToken ct) => run.Server.Call(
        run.Server.Reports.ListMissingAsync, new ListMissingRequest { Unit = request.Unit, Period = request.Period, PageSize = ExplainTable.MissingShown }, ct);

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
