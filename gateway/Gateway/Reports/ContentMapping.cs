using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Reports;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Gateway.Errors;
using Google.Protobuf.WellKnownTypes;

namespace Federation.Gateway.Reports;

/// <summary>Contents of filings as they travel: figures, prose, dispositions.</summary>
public static class ContentMapping
{
    /// <summary>Reads a content.</summary>
    /// <exception cref="Grpc.Core.RpcException">Entries that no place can take, all of them at once.</exception>
    public static ReportContent Read(V1.Figures? figures, IDictionary<string, string> texts, IEnumerable<V1.Disposition> dispositions, ReportForm form, PeriodId period)
    {
        var (content, findings) = TryRead(figures, texts, dispositions, form, period);
        return findings.Any(f => f.Blocks) ? throw Refusals.ToRpcException(findings) : content;
    }

    /// <summary>Reads a content together with what is wrong about its shape, without refusing.</summary>
    public static (ReportContent Content, ImmutableArray<Finding> Findings) TryRead(
        V1.Figures? figures, IDictionary<string, string> texts, IEnumerable<V1.Disposition> dispositions, ReportForm form, PeriodId period)
    {
        var (read, shape) = FiguresMapping.TryRead(figures, form, period);
        List<Finding> findings = [.. shape];
        var prose = form.Prose.Select(s => s.Id).ToHashSet();
        findings.AddRange(texts.Keys.Where(id => !prose.Contains(id)).Select(id => ReportRules.UnknownCell.At(id, $"没有文字部分 {id}", $"there is no prose section {id}")));
        var said = new List<Disposition>();
        foreach (var d in dispositions)
        {
            if (d.Until.Length == 0)
                said.Add(new Disposition(d.Rule, d.Where, d.Reason, d.Evidence, null, d.By));
            else if (DateOnly.TryParseExact(d.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
                said.Add(new Disposition(d.Rule, d.Where, d.Reason, d.Evidence, until, d.By));
            else
                findings.Add(GatewayRules.BadDay.At(d.Where, $"日期“{d.Until}”写法不对,应为 YYYY-MM-DD", $"'{d.Until}' is no date; write YYYY-MM-DD"));
        }
        return (new ReportContent(read, texts.Where(t => prose.Contains(t.Key)), said), [.. findings]);
    }

    /// <summary>Reads changes of cells.</summary>
    /// <exception cref="Grpc.Core.RpcException">What could not be read, all of it at once.</exception>
    public static ImmutableArray<CellEditMessage> ReadEdits(IEnumerable<V1.CellEdit> edits, ReportForm form)
    {
        var findings = new List<Finding>();
        var read = ImmutableArray.CreateBuilder<CellEditMessage>();
        foreach (var edit in edits)
        {
            if (form.Find(edit.Cell) is not { } cell)
            {
                findings.Add(ReportRules.UnknownCell.At(edit.Cell));
                continue;
            }
            var (was, _) = CellText.Read(cell, edit.Was);
            var (now, finding) = CellText.Read(cell, edit.Now);
            if (finding is not null)
                findings.Add(finding);
            read.Add(new CellEditMessage(cell.Id, was, now));
        }
        return findings.Count > 0 ? throw Refusals.ToRpcException(findings) : read.ToImmutable();
    }

    /// <summary>A filing, or what waits to become one.</summary>
    public static V1.Filing ToProto(FilingView view)
    {
        var filing = new V1.Filing
        {
            Version = view.Version,
            Figures = FiguresMapping.ToProto(view.Content.Figures),
            ContentHash = ReportMapping.Hex(view.ContentHash.AsSpan()),
            Author = view.Author,
            SealedBy = view.By,
            At = view.At.ToTimestamp(),
            Late = view.Late,
            Correction = view.Correction,
            Corrects = view.Corrects,
        };
        filing.Texts.Add(view.Content.Texts);
        filing.Dispositions.AddRange(view.Content.Dispositions.Select(ToProto));
        return filing;
    }

    /// <summary>A disposition.</summary>
    public static V1.Disposition ToProto(Disposition said) => new()
    {
        Rule = said.Rule,
        Where = said.Where,
        Reason = said.Reason,
        Evidence = said.Evidence,
        Until = said.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        By = said.By,
    };
}
