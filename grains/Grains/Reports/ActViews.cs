using Federation.Contracts.Reports;
using Federation.Domain.Reports;
using Federation.Grains.Journals;

namespace Federation.Grains.Reports;

/// <summary>How acts are told in a history.</summary>
internal static class ActViews
{
    public static ReportActView Of(Act<ReportEvent> act)
    {
        var (name, version, text) = Say(act.Event);
        return new(name, version, act.At, act.Actor, act.Hash, text);
    }

    private static (string Name, long Version, string Text) Say(ReportEvent happened) => happened switch
    {
        ReportSubmitted e => ("submitted", e.Version, e.Correction),
        ReportSentBack e => ("sent-back", e.Version, Say(e.Reasons)),
        ReportSealed e => ("sealed", e.Version, ""),
        ReportFiled e => ("sealed", e.Version, ""),
        ReportAccepted e => ("accepted", e.Version, ""),
        ReportReturned e => ("returned", e.Version, Say(e.Reasons)),
        ReportPublished e => ("published", e.Version, e.Where),
        ExceptionGranted e => ("exception-granted", 0, $"{e.Until:yyyy-MM-dd}:{e.Reason}"),
        ReportUrged e => ("urged", 0, e.Text),
        RegisterCounted e => ("register-counted", 0, e.System),
        _ => ("draft-saved", 0, ""),
    };

    private static string Say(IEnumerable<ReturnReason> reasons) => string.Join(";", reasons.Select(r => r.Cell.Length > 0 ? $"{r.Cell}:{r.Text}" : r.Text));
}
