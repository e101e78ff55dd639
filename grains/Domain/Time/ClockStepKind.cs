namespace Federation.Domain.Time;

/// <summary>What can be recorded of a legal clock.</summary>
public enum ClockStepKind
{
    /// <summary>收到申请</summary>
    Receive,

    /// <summary>告知补正</summary>
    AskCorrection,

    /// <summary>收到补正</summary>
    ReceiveCorrection,

    /// <summary>视为放弃</summary>
    GiveUp,

    /// <summary>征求意见</summary>
    AskOpinion,

    /// <summary>收到意见</summary>
    ReceiveOpinion,

    /// <summary>延长答复期限</summary>
    Extend,

    /// <summary>答复</summary>
    Reply,
}
