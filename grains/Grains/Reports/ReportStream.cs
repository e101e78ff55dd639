using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Grains.Journals;

namespace Federation.Grains.Reports;

/// <summary>How reports are kept.</summary>
internal sealed class ReportStream : IStreamOf<Report, ReportEvent>
{
    public static Report Start => Report.Blank;

    public static NewEvent Write(ReportEvent happened) => ReportEventJson.Write(happened);

    public static ReportEvent Read(RecordedEvent recorded) => ReportEventJson.Read(recorded);

    public static Report Apply(Report state, Act<ReportEvent> act) => state.Apply(act.Event, act.At, act.Actor, act.Hash);
}
