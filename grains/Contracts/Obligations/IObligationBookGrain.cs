using Federation.Domain.Authority;
using Orleans.Concurrency;

namespace Federation.Contracts.Obligations;

/// <summary>
/// 责任清单: every duty of one unit and year, with what was done about each. Key: duties/unit/year, for example duties/500151/2026; the year is
/// that of the plan. Acts answer the book as it stands after them.
/// </summary>
[Alias("federation.obligation-book-grain")]
public interface IObligationBookGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes the duties of one version of a plan: a newer version supersedes, shows what differs, and carries work done over; the same or an
    /// older one changes nothing. Answers how the plan stands here.
    /// </summary>
    [Alias("receive")]
    Task<Reply<DutyReceipts>> Receive(ReceiveDuties message);

    /// <summary>How a plan stands here; null when it was never received.</summary>
    [Alias("receipts"), ReadOnly]
    Task<DutyReceipts?> Receipts(string plan);

    /// <summary>查看: a person of the unit opens a plan.</summary>
    [Alias("open")]
    Task<Reply<DutyBookView>> Open(OpenDuties message);

    /// <summary>签收: the unit takes duties on.</summary>
    [Alias("accept")]
    Task<Reply<DutyBookView>> Accept(AcceptDuties message);

    /// <summary>异议: the unit objects.</summary>
    [Alias("object")]
    Task<Reply<DutyBookView>> RaiseObjection(ObjectToDuty message);

    /// <summary>周期设定: the unit sets the interval that a clause leaves open.</summary>
    [Alias("set-interval")]
    Task<Reply<DutyBookView>> SetInterval(SetDutyInterval message);

    /// <summary>触发: an event sets a clock going.</summary>
    [Alias("trigger")]
    Task<Reply<DutyBookView>> Trigger(TriggerDuty message);

    /// <summary>佐证: the unit gives evidence.</summary>
    [Alias("give")]
    Task<Reply<DutyBookView>> Give(GiveEvidence message);

    /// <summary>认可、退回: the superior reviews evidence.</summary>
    [Alias("review")]
    Task<Reply<DutyBookView>> Review(ReviewEvidence message);

    /// <summary>例外: the superior waives a duty until a day.</summary>
    [Alias("waive")]
    Task<Reply<DutyBookView>> Waive(WaiveDuty message);

    /// <summary>销号: the superior closes a duty.</summary>
    [Alias("close")]
    Task<Reply<DutyBookView>> Close(CloseDuty message);

    /// <summary>The book as it stands now.</summary>
    [Alias("get"), ReadOnly]
    Task<Reply<DutyBookView>> Get(Subject by);

    /// <summary>提醒: what the unit has to look at today.</summary>
    [Alias("digest"), ReadOnly]
    Task<Reply<DigestView>> Digest(Subject by);

    /// <summary>负担: minutes per month.</summary>
    [Alias("burden"), ReadOnly]
    Task<Reply<BurdenView>> Burden(Subject by);

    /// <summary>考核: points by the formula in force, each explained.</summary>
    [Alias("appraise"), ReadOnly]
    Task<Reply<AppraisalView>> Appraise(Subject by);

    /// <summary>考核办法: the formula by which the unit is appraised: of the nearest superior that has set one, else the one of the system.</summary>
    [Alias("formula"), ReadOnly]
    Task<Reply<FormulaView>> Formula(Subject by);

    /// <summary>Looks at documents of the unit: opens duties to interpret them, closes those whose interpretation is published.</summary>
    [Alias("take-documents")]
    Task TakeDocuments(TakeDocuments message);

    /// <summary>A light has changed by the date alone: tells the issuers how their plans stand here, and sets the next date. A lost or doubled call changes nothing.</summary>
    [Alias("wake")]
    Task Wake();
}
