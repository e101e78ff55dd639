using Federation.Domain.Ledger;
using Federation.Domain.Obligations;
using Federation.Grains.Journals;

namespace Federation.Grains.Obligations;

/// <summary>How books of duties are kept.</summary>
internal sealed class DutyStream : IStreamOf<DutyBook, DutyEvent>
{
    public static DutyBook Start => DutyBook.Blank;

    public static NewEvent Write(DutyEvent happened) => DutyEventJson.Write(happened);

    public static DutyEvent Read(RecordedEvent recorded) => DutyEventJson.Read(recorded);

    public static DutyBook Apply(DutyBook state, Act<DutyEvent> act) => state.Apply(act.Event, act.At, act.Actor);
}
