using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>Every message the engine logs.</summary>
internal sealed partial class EngineLog(ILogger<EngineLog> logger)
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "One-way call {Call} failed")]
    public partial void OneWayFailed(Exception failure, Call call);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Grain {Grain} could not be activated")]
    public partial void ActivationFailed(Exception failure, GrainId grain);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "Grain {Grain} was deactivated with an error")]
    public partial void DeactivationFailed(Exception failure, GrainId grain);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "Work queued on grain {Grain} failed")]
    public partial void TurnFailed(Exception failure, GrainId grain);

    [LoggerMessage(EventId = 5, Level = LogLevel.Warning, Message = "Grain {Grain} has {Count} calls and refuses more")]
    public partial void Overloaded(GrainId grain, int count);

    [LoggerMessage(EventId = 6, Level = LogLevel.Warning, Message = "A timer of grain {Grain} failed and goes on")]
    public partial void TimerFailed(Exception failure, GrainId grain);

    [LoggerMessage(EventId = 7, Level = LogLevel.Warning, Message = "Reminder {Reminder} of grain {Grain} could not be delivered; it stays due")]
    public partial void ReminderFailed(Exception failure, string reminder, GrainId grain);

    [LoggerMessage(EventId = 8, Level = LogLevel.Error, Message = "The reminder table could not be read; the next reading will try again")]
    public partial void ReminderTableFailed(Exception failure);

    [LoggerMessage(EventId = 9, Level = LogLevel.Warning, Message = "{Count} activations did not end in time and were given up")]
    public partial void Abandoned(int count);
}
