using Orleans.Concurrency;

namespace Federation.Contracts.Obligations;

/// <summary>
/// 责任清单: every duty of one unit and year, with what was done about each. Key: duties/unit/year, for example duties/500151/2026; the year is
/// that of the plan.
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
}
