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
            Scope = (V1.ReportScope)view.Scope,
        };
        receipt.Findings.AddRange(warnings.Select(Refusals.ToProto));
        return receipt;
    }

    /// <summary>A report.</summary>
    public static V1.Report ToProto(ReportView view, ReportForm form)
    {
        var filed = view.Filed;
        var report = new V1.Report
        {
            Unit = view.Unit.Value,
            Name = view.Name,
            Period = view.Period.ToString(),
            Scope = (V1.ReportScope)view.Scope,
            State = ToProto(view.State),
            Version = view.Version,
            Revision = view.Revision,
            Filed = filed is null ? null : FiguresMapping.ToProto(filed.Content.Figures),
            Filing = filed is null ? null : ContentMapping.ToProto(filed),
            Pending = view.Pending is null ? null : ContentMapping.ToProto(view.Pending),
            Draft = view.Draft is null ? null : FiguresMapping.ToProto(view.Draft.Figures),
            ContentHash = filed is null ? "" : Hex(filed.ContentHash),
            ChainHash = Hex(view.ChainHash),
            FiledAt = filed?.At.ToTimestamp(),
            FiledBy = filed?.By ?? "",
            Late = filed?.Late ?? false,
            Due = Day(view.Due),
            Locks = Day(view.Locks),
            ExceptionUntil = Day(view.Chasing.Until),
            ExceptionReason = view.Chasing.Reason,
            ExceptionApprover = view.Chasing.Approver,
            Urged = view.Chasing.Urged,
            UrgedAt = view.Chasing.UrgedAt?.ToTimestamp(),
            UrgedText = view.Chasing.Text,
        };
        AddDraft(report, view.Draft);
        if (view.Rejected is { } r)
        {
            report.Rejection = new V1.Rejection { Version = r.Version, By = r.By, At = r.At.ToTimestamp(), Internal = r.Internal };
            report.Rejection.Reasons.AddRange(r.Reasons.Select(x => new V1.ReturnReason { Cell = x.Cell, Text = x.Text }));
            report.ReturnReasons.AddRange(report.Rejection.Reasons);
        }
        report.Publications.AddRange(view.Publications.Select(p => new V1.Publication { Version = p.Version, Where = p.Where, On = Day(p.On) }));
        report.Reopened.AddRange(view.Reopened.Select(d => Difference(form[d.Cell], d)));
        report.Findings.AddRange(view.Findings.Select(Refusals.ToProto));
        report.History.AddRange(view.History.Select(a => new V1.ReportAct
        {
            Act = a.Act,
            Version = a.Version,
            At = a.At.ToTimestamp(),
            By = a.By,
            ChainHash = Hex(a.ChainHash),
            Text = a.Text,
        }));
        return report;
    }

    /// <summary>A cell before and after.</summary>
    public static V1.CellDifference Difference(FormCell cell, CellDifferenceView d) => new()
    {
        Cell = cell.Id,
        Label = cell.Label,
        Before = CellText.Write(cell, CellValue.Of(d.Before)),
        After = CellText.Write(cell, CellValue.Of(d.After)),
    };

    private static void AddDraft(V1.Report report, ReportContent? draft)
    {
        if (draft is null)
            return;
        report.DraftTexts.Add(draft.Texts);
        report.DraftDispositions.AddRange(draft.Dispositions.Select(ContentMapping.ToProto));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

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
            Published = line.Counts.Published,
            Corrected = line.Counts.Corrected,
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
