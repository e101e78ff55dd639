using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Obligations;

namespace Federation.Contracts.Obligations;

/// <summary>查看: a person of the unit opens a plan.</summary>
/// <param name="RequestId">Chosen by the sender, up to 64 characters, unique; the same id twice has one effect and one reply. Empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Plan">The plan.</param>
[GenerateSerializer, Immutable, Alias("federation.open-duties")]
public sealed record OpenDuties([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Plan);

/// <summary>签收</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="OpenDuties"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Duties">All of them, or none.</param>
[GenerateSerializer, Immutable, Alias("federation.accept-duties")]
public sealed record AcceptDuties([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] ImmutableArray<DutyId> Duties);

/// <summary>异议</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="OpenDuties"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Duty">The duty.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("federation.object-to-duty")]
public sealed record ObjectToDuty([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] DutyId Duty, [property: Id(3)] string Reason);

/// <summary>周期设定</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="OpenDuties"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Duty">The duty.</param>
/// <param name="Cadence">Word of the interval: monthly, quarterly, …</param>
[GenerateSerializer, Immutable, Alias("federation.set-duty-interval")]
public sealed record SetDutyInterval([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] DutyId Duty, [property: Id(3)] string Cadence);

/// <summary>触发: an event set a clock going.</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="OpenDuties"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Duty">The duty.</param>
/// <param name="What">What happened.</param>
/// <param name="At">When; null: now.</param>
[GenerateSerializer, Immutable, Alias("federation.trigger-duty")]
public sealed record TriggerDuty(
    [property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] DutyId Duty, [property: Id(3)] string What, [property: Id(4)] DateTimeOffset? At);

/// <summary>佐证</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="OpenDuties"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Duty">The duty.</param>
/// <param name="Kind">catalog, report, number, register or file.</param>
/// <param name="Reference">Which entry, cell (annual-2025/t3.new.total), register, or SHA-256 of the file.</param>
/// <param name="DoneAt">When the thing was done; null: now.</param>
/// <param name="For">A day of the period meant, for late evidence; null: the period in which it was done.</param>
/// <param name="Occurrence">Number of the event answered; null: none.</param>
/// <param name="Value">The number, or the share as 0.5. The figure of a report cell is read, whatever stands here.</param>
/// <param name="Note">A remark.</param>
[GenerateSerializer, Immutable, Alias("federation.give-evidence")]
public sealed record GiveEvidence(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] DutyId Duty,
    [property: Id(3)] string Kind,
    [property: Id(4)] string Reference,
    [property: Id(5)] DateTimeOffset? DoneAt = null,
    [property: Id(6)] DateOnly? For = null,
    [property: Id(7)] int? Occurrence = null,
    [property: Id(8)] decimal? Value = null,
    [property: Id(9)] string Note = "");

/// <summary>认可, or 退回 with a reason.</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="OpenDuties"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Duty">The duty.</param>
/// <param name="Number">Number of the evidence.</param>
/// <param name="Accepted">False: returned.</param>
/// <param name="Reason">Why it is returned.</param>
[GenerateSerializer, Immutable, Alias("federation.review-evidence")]
public sealed record ReviewEvidence(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] DutyId Duty,
    [property: Id(3)] int Number,
    [property: Id(4)] bool Accepted,
    [property: Id(5)] string Reason = "");

/// <summary>例外</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="OpenDuties"/>.</param>
/// <param name="By">From the credentials; the approver.</param>
/// <param name="Duty">The duty.</param>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("federation.waive-duty")]
public sealed record WaiveDuty(
    [property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] DutyId Duty, [property: Id(3)] DateOnly Until, [property: Id(4)] string Reason);

/// <summary>销号</summary>
/// <param name="RequestId">Chosen by the sender; see <see cref="OpenDuties"/>.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Duty">The duty.</param>
[GenerateSerializer, Immutable, Alias("federation.close-duty")]
public sealed record CloseDuty([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] DutyId Duty);
