using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Documents.Pdf;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;
using DutyBook = Federation.V1.DutyBook;

namespace Federation.Gateway.Obligations;

/// <summary>federation.v1.Obligations: duties of a unit.</summary>
public sealed partial class ObligationsService(
    IGrainFactory grains, IPlanReads plans, IDivisions divisions, Requests requests, PdfPrinter printer, TimeProvider clock) : V1.Obligations.ObligationsBase
{
    private const int FirstYear = 2008; // the Regulation came into force on 1 May 2008
    private const int LastYear = 2999;

    /// <inheritdoc />
    public override async Task<DutyBook> ListDuties(ListDutiesRequest request, ServerCallContext context) =>
        DutyMapping.ToProto((await Book(request.Unit, request.Year).Get(context.Subject())).OrThrow(), request.Light);

    /// <inheritdoc />
    public override async Task<DutyBook> OpenPlan(OpenPlanRequest request, ServerCallContext context) =>
        Answer(await Book(request.Unit, request.Year).Open(new OpenDuties(Requests.RequestId(request.RequestId), context.Subject(), request.Plan)));

    /// <inheritdoc />
    public override async Task<DutyBook> AcceptDuties(AcceptDutiesRequest request, ServerCallContext context)
    {
        Requests.DemandAnywhere(context.Subject(), Permission.WorkDuties); // who may, before what is wrong
        var findings = new List<Domain.Findings.Finding>();
        if (request.Duties.Count == 0)
            findings.Add(ObligationRules.UnknownDuty.At("duties"));
        var duties = request.Duties.Select(text => ReadDuty(text, findings)).OfType<DutyId>().ToList();
        Requests.Refuse(findings);
        return Answer(await Book(request.Unit, request.Year).Accept(new Contracts.Obligations.AcceptDuties(Requests.RequestId(request.RequestId), context.Subject(), [.. duties])));
    }

    /// <inheritdoc />
    public override async Task<DutyBook> ObjectToDuty(ObjectToDutyRequest request, ServerCallContext context) => Answer(
        await Book(request.Unit, request.Year).RaiseObjection(
            new Contracts.Obligations.ObjectToDuty(Requests.RequestId(request.RequestId), context.Subject(), Duty(request.Duty), request.Reason)));

    /// <inheritdoc />
    public override async Task<DutyBook> SetDutyInterval(SetDutyIntervalRequest request, ServerCallContext context) => Answer(
        await Book(request.Unit, request.Year).SetInterval(
            new Contracts.Obligations.SetDutyInterval(Requests.RequestId(request.RequestId), context.Subject(), Duty(request.Duty), request.Cadence)));

    /// <inheritdoc />
    public override async Task<DutyBook> TriggerDuty(TriggerDutyRequest request, ServerCallContext context) => Answer(
        await Book(request.Unit, request.Year).Trigger(
            new Contracts.Obligations.TriggerDuty(Requests.RequestId(request.RequestId), context.Subject(), Duty(request.Duty), request.What, request.At?.ToDateTimeOffset())));

    /// <inheritdoc />
    public override async Task<DutyBook> GiveEvidence(GiveEvidenceRequest request, ServerCallContext context)
    {
        Requests.DemandAnywhere(context.Subject(), Permission.WorkDuties); // who may, before what is wrong
        var findings = new List<Domain.Findings.Finding>();
        var duty = ReadDuty(request.Duty, findings);
        var day = Requests.OptionalDay(request.ForDay, "for_day", findings);
        var value = ReadValue(request.Value, findings);
        Requests.Refuse(findings);
        return Answer(await Book(request.Unit, request.Year).Give(new Contracts.Obligations.GiveEvidence(
            Requests.RequestId(request.RequestId), context.Subject(), duty!, request.Kind, request.Reference, request.DoneAt?.ToDateTimeOffset(), day,
            request.Occurrence == 0 ? null : request.Occurrence, value, request.Note)));
    }

    /// <inheritdoc />
    public override async Task<DutyBook> ReviewEvidence(ReviewEvidenceRequest request, ServerCallContext context) => Answer(
        await Book(request.Unit, request.Year).Review(new Contracts.Obligations.ReviewEvidence(
            Requests.RequestId(request.RequestId), context.Subject(), Duty(request.Duty), request.Number, request.Accepted, request.Reason)));

    /// <inheritdoc />
    public override async Task<DutyBook> WaiveDuty(WaiveDutyRequest request, ServerCallContext context)
    {
        Requests.DemandAnywhere(context.Subject(), Permission.WaiveDuties); // who may, before what is wrong
        var findings = new List<Domain.Findings.Finding>();
        var duty = ReadDuty(request.Duty, findings);
        var until = Requests.OptionalDay(request.Until, "until", findings);
        if (request.Until.Length == 0)
            findings.Add(ObligationRules.BadException.At("until"));
        Requests.Refuse(findings);
        return Answer(await Book(request.Unit, request.Year).Waive(
            new Contracts.Obligations.WaiveDuty(Requests.RequestId(request.RequestId), context.Subject(), duty!, until!.Value, request.Reason)));
    }

    /// <inheritdoc />
    public override async Task<DutyBook> CloseDuty(CloseDutyRequest request, ServerCallContext context) => Answer(
        await Book(request.Unit, request.Year).Close(new Contracts.Obligations.CloseDuty(Requests.RequestId(request.RequestId), context.Subject(), Duty(request.Duty))));

    /// <inheritdoc />
    public override async Task<DutyDigest> GetDigest(GetDigestRequest request, ServerCallContext context) =>
        DutyMapping.ToProto((await Book(request.Unit, request.Year).Digest(context.Subject())).OrThrow());

    /// <inheritdoc />
    public override async Task<DutyBurden> GetBurden(GetBurdenRequest request, ServerCallContext context) =>
        DutyMapping.ToProto((await Book(request.Unit, request.Year).Burden(context.Subject())).OrThrow());

    /// <inheritdoc />
    public override async Task<DutyAppraisal> GetAppraisal(GetAppraisalRequest request, ServerCallContext context) =>
        DutyMapping.ToProto((await Book(request.Unit, request.Year).Appraise(context.Subject())).OrThrow());

    private static DutyBook Answer(Reply<DutyBookView> reply) => DutyMapping.ToProto(reply.OrThrow(), "");

    private IObligationBookGrain Book(string unit, int year)
    {
        var read = requests.Unit(unit);
        return year is >= FirstYear and <= LastYear
            ? grains.GetGrain<IObligationBookGrain>(GrainKeys.Duties(read, year))
            : throw Refusals.ToRpcException([ObligationRules.WrongYear.At("year", $"没有 {year} 年的责任清单", $"there is no book of the year {year}")]);
    }

    private static DutyId Duty(string text)
    {
        var findings = new List<Domain.Findings.Finding>();
        var duty = ReadDuty(text, findings);
        Requests.Refuse(findings);
        return duty!;
    }

    private static DutyId? ReadDuty(string text, List<Domain.Findings.Finding> findings)
    {
        if (DutyId.TryParse(text, out var duty))
            return duty;
        findings.Add(ObligationRules.UnknownDuty.At("duty", $"“{text}”不是任务编号,应如 330000/2026/12#一/(一)", $"'{text}' is no duty; write it like 330000/2026/12#一/(一)"));
        return null;
    }

    private static decimal? ReadValue(string text, List<Domain.Findings.Finding> findings)
    {
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return value;
        findings.Add(ObligationRules.ValueMissing.At("value", $"“{text}”不是数字", $"'{text}' is no number"));
        return null;
    }
}
