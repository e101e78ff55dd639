using Federation.Domain.Ledger;
using Federation.Domain.WorkPoints;
using Federation.Grains.Journals;

namespace Federation.Grains.WorkPoints;

/// <summary>How work plans are kept.</summary>
internal sealed class WorkPlanStream : IStreamOf<WorkPlan, WorkPlanEvent>
{
    public static WorkPlan Start => WorkPlan.Blank;

    public static NewEvent Write(WorkPlanEvent happened) => WorkPlanEventJson.Write(happened);

    public static WorkPlanEvent Read(RecordedEvent recorded) => WorkPlanEventJson.Read(recorded);

    public static WorkPlan Apply(WorkPlan state, Act<WorkPlanEvent> act) => state.Apply(act.Event, act.At);
}
