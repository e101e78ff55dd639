using System.Globalization;
using Federation.Contracts.Reports;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Gateway.Divisions;
using Federation.Gateway.Errors;
using Google.Protobuf.WellKnownTypes;

namespace Federation.Gateway.Reports;

/// <summary>Views of reports, totals and coverage as they travel.</summary>
public static class ReportMapping
{
    /// <summary>A receipt, with the warnings of the act.</summary>
    public static V1.Receipt ToProto(ReceiptView view, IEnumerable<Finding> warnings)
    {
        var receipt = new V1.Receipt
        {
            Unit = view.Unit.Value,
            Period = view.Period.ToString(),
            Version = view.Version,
            Revision = view.Revision,
            State = ToProto(view.State),
            ContentHash = Hex(view.ContentHash),
            ChainHash = Hex(view.ChainHash),
            Position = view.Position,
            At = view.At.ToTimestamp(),
            Late = view.Late,
        };
        receipt.Findings.AddRange(warnings.Select(Refusals.ToProto));
        return receipt;
    }

    /// <summary>A report.</summary>
    public static V1.Report ToProto(ReportView view)
    {
        var report = new V1.Report
        {
            Unit = view.Unit.Value,
            Name = view.Name,
            Period = view.Period.ToString(),
            State = ToProto(view.State),
            Version = view.Version,
            Revision = view.Revision,
            Filed = view.Filed is null ? null : FiguresMapping.ToProto(view.Filed),
            Draft = view.Draft is null ? null : FiguresMapping.ToProto(view.Draft),
            ContentHash = Hex(view.ContentHash),
            ChainHash = Hex(view.ChainHash),
            FiledAt = view.FiledAt?.ToTimestamp(),
            FiledBy = view.FiledBy,
            Late = view.Late,
            Due = view.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        report.ReturnReasons.AddRange(view.ReturnReasons.Select(r => new V1.ReturnReason { Cell = r.Cell, Text = r.Text }));
        report.Findings.AddRange(view.Findings.Select(Refusals.ToProto));
        report.History.AddRange(view.History.Select(a => new V1.ReportAct
        {
            Act = a.Act,
            Version = a.Version,
            At = a.At.ToTimestamp(),
            By = a.By,
            ChainHash = Hex(a.ChainHash),
        }));
        return report;
    }

    /// <summary>A total.</summary>
    public static V1.Total ToProto(TotalView view, PeriodId period, ReportForm form) => new()
    {
        Unit = view.Unit.Value,
        Name = view.Name,
        Period = period.ToString(),
        Figures = FiguresMapping.ToProto(view.Tally, form),
        Coverage = ToProto(view.Coverage, form),
        Version = view.Version,
        Newest = view.Newest?.ToTimestamp(),
    };

    /// <summary>A coverage table.</summary>
    public static V1.CoverageResponse ToProto(CoverageView view, ReportForm form)
    {
        var response = new V1.CoverageResponse { Whole = ToProto(view.Whole, form), Version = view.Version };
        response.Children.AddRange(view.Children.Select(c => ToProto(c, form)));
        return response;
    }

    /// <summary>One line of a coverage table.</summary>
    public static V1.Coverage ToProto(CoverageLine line, ReportForm form)
    {
        var coverage = new V1.Coverage
        {
            Unit = line.Unit.Value,
            Name = line.Name,
            Tier = UnitMapping.ToProto(line.Tier),
            Expected = line.Expected,
            Filed = line.Counts.Filed,
            Late = line.Counts.Late,
            Accepted = line.Counts.Accepted,
            Returned = line.Counts.Returned,
            Missing = line.Expected - line.Counts.Filed,
        };
        coverage.Headlines.AddRange(form.Headlines.Zip(line.Headlines, (h, value) => new V1.Headline { Id = h.Id, Label = h.Label, Value = value }));
        return coverage;
    }

    /// <summary>A state.</summary>
    public static V1.ReportState ToProto(ReportState state) => (V1.ReportState)((int)state + 1);

    /// <summary>A hash as lower-case hexadecimal.</summary>
    public static string Hex(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash);

    private static string Hex(System.Collections.Immutable.ImmutableArray<byte> hash) => Hex(hash.AsSpan());
}
