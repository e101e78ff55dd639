using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Gateway.Access;
using Federation.Gateway.Circulars;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.WorkPlans;

/// <summary>Tags of units, and the circular of a plan.</summary>
public sealed partial class WorkPlansService
{
    /// <inheritdoc />
    public override async Task<ReportFile> WritePlanCircular(WritePlanCircularRequest request, ServerCallContext context)
    {
        var (row, _, tree, order) = await Place(request.Unit, request.Year, request.Number, request.Below, context);
        var format = Requests.Known(request.Format, "format");
        var circular = await new PlanCircular(plans, row, tree, order, clock.GetUtcNow()).Write(context.CancellationToken);
        return await CircularFile.Write(circular, format, printer, context.CancellationToken);
    }

    /// <inheritdoc />
    public override Task<TagBook> PutTag(ChangeTagRequest request, ServerCallContext context) => Change(request, context, (grain, message) => grain.Put(message));

    /// <inheritdoc />
    public override Task<TagBook> TakeTag(ChangeTagRequest request, ServerCallContext context) => Change(request, context, (grain, message) => grain.Take(message));

    /// <inheritdoc />
    public override async Task<TagBook> ListTags(ListTagsRequest request, ServerCallContext context)
    {
        Requests.DemandAnywhere(context.Subject(), Permission.ReadPlans);
        var unit = requests.Unit(request.Unit);
        var day = Requests.OptionalDay(request.AsOf);
        var all = (await grains.GetGrain<ITagsGrain>(GrainKeys.Tags(unit)).List()).All;
        return ToProto(unit, [.. all.Where(t => day is null || t.HoldsOn(day.Value))]);
    }

    private async Task<TagBook> Change(ChangeTagRequest request, ServerCallContext context, Func<ITagsGrain, ChangeTags, Task<Reply<TagList>>> act)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.KeepTags, unit); // who may, before what is wrong
        var findings = new List<Finding>();
        var units = ImmutableArray.CreateBuilder<UnitId>();
        foreach (var text in request.Units)
        {
            if (UnitId.TryParse(text, out var read))
                units.Add(read);
            else
                findings.Add(DivisionRules.BadCode.At("units", $"单位代码“{text}”格式不对", $"'{text}' is no unit code"));
        }
        var from = Requests.OptionalDay(request.FromDay, "from_day", findings);
        Requests.Refuse(findings);
        var message = new ChangeTags(Requests.RequestId(request.RequestId), context.Subject(), request.Tag.Trim(), units.ToImmutable(), from, request.Reason);
        return ToProto(unit, (await act(grains.GetGrain<ITagsGrain>(GrainKeys.Tags(unit)), message)).OrThrow().All);
    }

    private TagBook ToProto(UnitId unit, ImmutableArray<UnitTagView> tags)
    {
        var book = new TagBook { Unit = unit.Value };
        book.Tags.AddRange(tags.Select(t => new TaggedUnit
        {
            Tag = t.Tag,
            Unit = t.Unit.Value,
            Name = divisions.AsOf(t.From).Find(t.Unit)?.Name ?? t.Unit.Value,
            FromDay = PlanMapping.Day(t.From),
            Until = PlanMapping.Day(t.Until),
            Reason = t.Reason,
            By = t.By,
        }));
        return book;
    }
}
