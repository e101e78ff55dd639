using Federation.V1;
using Grpc.Core;

namespace Federation.Cli.Calls;

/// <summary>Forms and the labels of their cells, each asked for once in a run.</summary>
internal sealed class FormBook(Server server)
{
    private readonly Dictionary<string, Form> forms = [];
    private IReadOnlyList<Period>? periods;
    private bool lookedForLabels;

    /// <summary>A form.</summary>
    /// <exception cref="RpcException">There is none of that id.</exception>
    public async Task<Form> Get(string id, CancellationToken ct)
    {
        if (!forms.TryGetValue(id, out var form))
            forms[id] = form = await server.Call(server.Reports.GetFormAsync, new GetFormRequest { Form = id }, ct);
        return form;
    }

    /// <summary>The form of an open period, or of the latest when none is named; null when it is not open.</summary>
    public async Task<Form?> OfPeriod(string period, CancellationToken ct)
    {
        periods ??= (await server.Call(server.Reports.ListPeriodsAsync, new ListPeriodsRequest(), ct)).Periods;
        var open = period.Length == 0 ? periods is [.., var latest] ? latest : null : periods.FirstOrDefault(p => p.Period_ == period);
        return open is null ? null : await Get(open.Form, ct);
    }

    /// <summary>Row and column of a cell as printed; empty when no form seen in this run, nor the form of the period, has it.</summary>
    /// <remarks>For decoration only: what cannot be asked now is left out.</remarks>
    public async Task<string> Label(string cell, string period, CancellationToken ct)
    {
        if (cell.Count(c => c == '.') != 2)
            return "";
        try
        {
            if (forms.Count == 0 && !lookedForLabels)
            {
                lookedForLabels = true;
                await OfPeriod(period, ct);
            }
        }
        catch (RpcException)
        {
            return "";
        }
        var found = forms.Values.SelectMany(f => f.Tables).SelectMany(t => t.Cells).FirstOrDefault(c => c.Id == cell);
        return found is null ? "" : LabelOf(found);
    }

    public static string LabelOf(FormCell cell) => $"{cell.Row} · {cell.Column}";
}
