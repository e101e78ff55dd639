using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Gateway.Errors;

namespace Federation.Gateway.Reports;

/// <summary>Figures as they travel: by cell id, readable, with what is not listed declared.</summary>
public static class FiguresMapping
{
    /// <summary>Reads figures.</summary>
    /// <param name="sent">As sent; null is refused (GW-105).</param>
    /// <param name="form">Form of the period; another one named in the figures is refused (AR-103).</param>
    /// <param name="period">Period: some cells are not asked in some.</param>
    /// <exception cref="Grpc.Core.RpcException">Entries that no cell can take, all of them at once.</exception>
    public static Figures Read(V1.Figures? sent, ReportForm form, PeriodId period)
    {
        var (figures, findings) = TryRead(sent, form, period);
        return findings.Any(f => f.Blocks) ? throw Refusals.ToRpcException(findings) : figures;
    }

    /// <summary>Reads figures together with what is wrong about their shape, without refusing.</summary>
    public static (Figures Figures, IReadOnlyCollection<Finding> Findings) TryRead(V1.Figures? sent, ReportForm form, PeriodId period)
    {
        if (sent is null)
            throw Refusals.ToRpcException([GatewayRules.NoFigures.At("figures")]);
        if (sent.Form.Length > 0 && sent.Form != form.Id)
            throw Refusals.ToRpcException([ReportRules.WrongForm.At("figures.form", $"该报告期用 {form.Id},收到的是 {sent.Form}", $"the period takes {form.Id}, not {sent.Form}")]);
        return FigureReader.Read(form, new FigureEntries(sent.Counts, sent.Amounts, sent.NotApplicable, sent.Unlisted == V1.Figures.Types.Unlisted.Nil), period);
    }

    /// <summary>Figures of a report: every number, with nil left unlisted when nothing is missing.</summary>
    public static V1.Figures ToProto(Figures figures)
    {
        var missing = figures.Cells.ContainsAny([default(CellValue)]);
        var proto = new V1.Figures { Form = figures.Form.Id, Unlisted = missing ? V1.Figures.Types.Unlisted.Missing : V1.Figures.Types.Unlisted.Nil };
        foreach (var cell in figures.Form.Cells)
        {
            var value = figures[cell.Index];
            if (value.State == CellState.NotApplicable)
                proto.NotApplicable.Add(cell.Id);
            else if (value.State == CellState.Number || (value.State == CellState.Nil && missing))
                Put(proto, cell, value.Value);
        }
        return proto;
    }

    /// <summary>Figures of a total: cells other than zero; the others are nil.</summary>
    public static V1.Figures ToProto(Tally tally, ReportForm form)
    {
        var proto = new V1.Figures { Form = form.Id, Unlisted = V1.Figures.Types.Unlisted.Nil };
        foreach (var (cell, value) in tally.Entries)
            Put(proto, form.Cells[cell], value);
        return proto;
    }

    private static void Put(V1.Figures proto, FormCell cell, long value)
    {
        if (cell.Kind == CellKind.Amount)
            proto.Amounts[cell.Id] = FigureReader.WriteAmount(value);
        else
            proto.Counts[cell.Id] = value;
    }
}
