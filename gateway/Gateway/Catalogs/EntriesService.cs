using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.Catalogs;

/// <summary>federation.v1.Entries: entries before they are public.</summary>
public sealed partial class EntriesService(IGrainFactory grains, DraftLists lists, Requests requests) : Entries.EntriesBase
{
    /// <inheritdoc />
    public override async Task<V1.EntryDraft> SaveEntryDraft(SaveEntryDraftRequest request, ServerCallContext context)
    {
        var unit = Demand(request.Unit, Permission.KeepCatalog, context);
        List<Finding> findings = [];
        var entry = EntryReading.Read(request.Entry ?? new V1.Entry(), findings);
        Requests.Refuse(findings);
        return DraftMapping.ToProto(await Grain(unit, entry!.Id).Save(new SaveDraft(
            Requests.RequestId(request.RequestId), context.Subject(), entry, request.HasExpectedVersion ? request.ExpectedVersion : null, request.HasSeenRevision ? request.SeenRevision : null,
            [.. request.Contents.Select(c => new ContentPart(c.MediaType, ImmutableCollectionsMarshal.AsImmutableArray(c.Bytes.ToByteArray())))])));
    }

    /// <inheritdoc />
    public override async Task<V1.EntryDraft> HandInEntry(HandInEntryRequest request, ServerCallContext context)
    {
        var unit = Demand(request.Unit, Permission.KeepCatalog, context);
        return DraftMapping.ToProto(await Grain(unit, Id(request.Entry)).HandIn(
            new HandInDraft(Requests.RequestId(request.RequestId), context.Subject(), request.HasExpectedVersion ? request.ExpectedVersion : null)));
    }

    /// <inheritdoc />
    public override async Task<V1.EntryDraft> PassEntryStep(PassEntryStepRequest request, ServerCallContext context)
    {
        var unit = Demand(request.Unit, Permission.ReviewEntries, context);
        return DraftMapping.ToProto(await Grain(unit, Id(request.Entry)).Pass(
            new PassStep(Requests.RequestId(request.RequestId), context.Subject(), Digest.TryParse(request.Hash, out var hash) ? hash : null, request.Note)));
    }

    /// <inheritdoc />
    public override async Task<V1.EntryDraft> ReturnEntry(ReturnEntryRequest request, ServerCallContext context)
    {
        var unit = Demand(request.Unit, Permission.ReviewEntries, context);
        return DraftMapping.ToProto(await Grain(unit, Id(request.Entry)).Return(
            new ReturnDraft(Requests.RequestId(request.RequestId), context.Subject(), request.Reason, [.. request.Fields.Where(f => f.Length > 0)])));
    }

    /// <inheritdoc />
    public override async Task<V1.EntryDraft> WithholdEntry(WithholdEntryRequest request, ServerCallContext context)
    {
        var unit = Demand(request.Unit, Permission.ReviewEntries, context);
        List<Finding> findings = [];
        var id = EntryReading.Id(request.Entry, "entry", findings);
        var reviewOn = Requests.OptionalDay(request.ReviewOn, "review_on", findings);
        Requests.Refuse(findings);
        return DraftMapping.ToProto(await Grain(unit, id!).Withhold(new WithholdDraft(Requests.RequestId(request.RequestId), context.Subject(), request.Reason, request.Basis, reviewOn)));
    }

    /// <inheritdoc />
    public override async Task<V1.EntryDraft> WithdrawEntry(WithdrawEntryRequest request, ServerCallContext context)
    {
        var unit = Demand(request.Unit, Permission.KeepCatalog, context);
        return DraftMapping.ToProto(await Grain(unit, Id(request.Entry)).Withdraw(new WithdrawPublic(Requests.RequestId(request.RequestId), context.Subject(), request.Reason)));
    }

    /// <inheritdoc />
    public override async Task<V1.EntryDraft> DecideEntryValidity(DecideEntryValidityRequest request, ServerCallContext context)
    {
        var unit = Demand(request.Unit, Permission.KeepCatalog, context);
        return DraftMapping.ToProto(await Grain(unit, Id(request.Entry)).DecideValidity(
            new DecideDraftValidity(Requests.RequestId(request.RequestId), context.Subject(), request.Number, request.Accept, request.Reason)));
    }

    /// <inheritdoc />
    public override async Task<V1.EntryDraft> GetEntryDraft(GetEntryDraftRequest request, ServerCallContext context)
    {
        var unit = Demand(request.Unit, Permission.ReadRegisters, context);
        return DraftMapping.ToProto(await Grain(unit, Id(request.Entry)).Get(context.Subject()));
    }

    /// <inheritdoc />
    public override async Task<ListEntryWorkResponse> ListEntryWork(ListEntryWorkRequest request, ServerCallContext context)
    {
        var unit = Demand(request.Unit, Permission.ReadRegisters, context);
        var (rows, next) = await lists.Work(unit, request.Mine ? context.Subject() : null, After(request.PageToken), Size(request.PageSize), context.CancellationToken);
        return Response(rows, next);
    }

    /// <inheritdoc />
    public override async Task<ListEntryWorkResponse> ListWithheld(ListWithheldRequest request, ServerCallContext context)
    {
        var unit = Demand(request.Unit, Permission.ReadRegisters, context);
        var (rows, next) = await lists.Withheld(unit, After(request.PageToken), Size(request.PageSize), context.CancellationToken);
        return Response(rows, next);
    }

    /// <inheritdoc />
    public override async Task<ListLimitsResponse> ListLimits(ListLimitsRequest request, ServerCallContext context)
    {
        var unit = Demand(request.Unit, Permission.ReadRegisters, context);
        if (request.Below)
            requests.DemandSubtree(context.Subject(), Permission.ReadRegisters, unit);
        var (rows, next) = await lists.Limits(unit, After(request.PageToken), Size(request.PageSize), context.CancellationToken);
        var (own, below) = await lists.Breaches(unit, context.CancellationToken);
        var response = new ListLimitsResponse { NextPageToken = Token(next), Breaches = own };
        response.Drafts.AddRange(rows.Select(r => DraftMapping.ToProto(r, lists.LightOf(r))));
        if (request.Below)
            response.Below.AddRange(below.Select(b => new UnitBreaches { Unit = b.Unit.Id.Value, Name = b.Unit.Name, Breaches = b.Count }));
        return response;
    }

    private UnitId Demand(string text, Permission permission, ServerCallContext context)
    {
        var unit = requests.Unit(text);
        requests.Demand(context.Subject(), permission, unit);
        return unit;
    }

    private static EntryId Id(string text)
    {
        List<Finding> findings = [];
        var id = EntryReading.Id(text, "entry", findings);
        Requests.Refuse(findings);
        return id!;
    }

    private IEntryDraftGrain Grain(UnitId unit, EntryId id) => grains.GetGrain<IEntryDraftGrain>(GrainKeys.Entry(unit, id));

    private ListEntryWorkResponse Response(ImmutableArray<DraftRow> rows, DraftPlace? next)
    {
        var response = new ListEntryWorkResponse { NextPageToken = Token(next) };
        response.Drafts.AddRange(rows.Select(r => DraftMapping.ToProto(r, lists.LightOf(r))));
        return response;
    }

    private static int Size(int asked) => Requests.PageSize(asked, 100, 500);

    private static string Token(DraftPlace? place) => place is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{place.Number}|{place.Entry}");

    private static DraftPlace? After(string token)
    {
        if (token.Length == 0)
            return null;
        return token.Split('|', 2) is [var number, var entry] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && EntryId.TryParse(entry, out var id)
            ? new DraftPlace(read, id)
            : throw Refusals.ToRpcException([GatewayRules.BadPageToken.At("page_token")]);
    }
}
