using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs.Sources;
using Federation.Domain.Catalogs.Sync;
using Federation.Domain.Divisions;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Federation.Gateway.Catalogs;

/// <summary>federation.v1.Catalogs: outside sources.</summary>
public sealed partial class CatalogsService
{
    /// <inheritdoc />
    public override async Task<CatalogSource> SetSource(SetSourceRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.SetCatalogs, unit);
        var source = request.Source ?? new CatalogSource();
        SourceKind? kind = source.Kind switch { "json" => SourceKind.Json, "csv" => SourceKind.Csv, "dcat" => SourceKind.Dcat, _ => null };
        if (kind is null)
            throw Refusals.ToRpcException([GatewayRules.UnknownChoice.At("source.kind", $"没有选项“{source.Kind}”,应为 json、csv、dcat", $"there is no choice '{source.Kind}': json, csv, dcat")]);
        var settings = new SourceSettings(
            source.Name, kind.Value, source.Url, source.EveryMinutes, source.TimeoutSeconds == 0 ? 30 : source.TimeoutSeconds, source.MostBytes == 0 ? 32 * 1024 * 1024 : source.MostBytes,
            source.MostRecords == 0 ? 50_000 : source.MostRecords, source.Records, source.Total, source.Generated, source.Contact,
            source.Fields.ToImmutableSortedDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal));
        return One((await Sources(unit).Set(new SetSource(Requests.RequestId(request.RequestId), context.Subject(), settings))).OrThrow(), settings.Name);
    }

    /// <inheritdoc />
    public override async Task<ListSourcesResponse> ListSources(ListSourcesRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.ReadRegisters, unit);
        return ToProto(await Sources(unit).List());
    }

    /// <inheritdoc />
    public override async Task<ListSourcesResponse> RemoveSource(RemoveSourceRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.SetCatalogs, unit);
        return ToProto((await Sources(unit).Remove(new RemoveSource(Requests.RequestId(request.RequestId), context.Subject(), request.Name, request.Reason))).OrThrow());
    }

    /// <inheritdoc />
    public override async Task<CatalogSource> PauseSource(PauseSourceRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.SetCatalogs, unit);
        return One((await Sources(unit).Pause(new PauseSource(Requests.RequestId(request.RequestId), context.Subject(), request.Name, request.Reason))).OrThrow(), request.Name);
    }

    /// <inheritdoc />
    public override async Task<CatalogSource> ResumeSource(ResumeSourceRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.SetCatalogs, unit);
        return One((await Sources(unit).Resume(new ResumeSource(Requests.RequestId(request.RequestId), context.Subject(), request.Name))).OrThrow(), request.Name);
    }

    /// <inheritdoc />
    public override async Task<SourceReport> RunSource(RunSourceRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.KeepCatalog, unit);
        return Report((await runner.Run(unit, request.Name, context.CancellationToken)).OrThrow());
    }

    /// <inheritdoc />
    public override async Task<SourceReport> GetSourceReport(GetSourceReportRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.ReadRegisters, unit);
        return (await Sources(unit).List()).Sources.FirstOrDefault(s => s.Settings.Name == request.Name) is { } source
            ? Report(source)
            : throw Refusals.ToRpcException([SyncRules.NoSuchSource.At("name", $"{unit} 没有来源 {request.Name}", $"{unit} has no source {request.Name}")]);
    }

    // A request id that was used before answers with the sources as they are now: the source may be gone since.
    private static CatalogSource One(SourceList list, string name) => list.Sources.FirstOrDefault(s => s.Settings.Name == name) is { } found
        ? ToProto(found)
        : throw Refusals.ToRpcException([SyncRules.NoSuchSource.At("name", $"没有来源 {name}", $"there is no source {name}")]);

    private static ListSourcesResponse ToProto(SourceList list)
    {
        var response = new ListSourcesResponse();
        response.Sources.AddRange(list.Sources.Select(ToProto));
        response.Removed.AddRange(list.Gone.Select(ToProto));
        return response;
    }

    private static V1.SourceNote ToProto(SourceRemark remark) => new() { Name = remark.Name, Reason = remark.Reason, By = remark.By, At = remark.At.ToTimestamp() };

    private static CatalogSource ToProto(SourceView view)
    {
        var settings = view.Settings;
        var proto = new CatalogSource
        {
            Name = settings.Name, Kind = settings.Kind.ToString().ToLowerInvariant(), Url = settings.Url, EveryMinutes = settings.EveryMinutes, TimeoutSeconds = settings.TimeoutSeconds,
            MostBytes = settings.MostBytes, MostRecords = settings.MostRecords, Records = settings.Records, Total = settings.Total, Generated = settings.Generated, Contact = settings.Contact,
            LastRunAt = view.Last?.At.ToTimestamp(), NextRunAt = view.NextAt?.ToTimestamp(), Failing = view.Last?.Failed == true,
            Paused = view.Pause is { } pause ? ToProto(pause) : null,
        };
        foreach (var (field, place) in settings.Fields)
            proto.Fields[field] = place;
        return proto;
    }

    private static SourceReport Report(SourceView view)
    {
        var report = new SourceReport { Source = ToProto(view) };
        if (view.Last is not { } run)
            return report;
        (report.Unmodified, report.Listed, report.Recorded, report.Unchanged) = (run.Unmodified, run.Listed, run.Recorded, run.Unchanged);
        (report.Removed, report.Held, report.Refused, report.ProblemCount) = (run.Removed, run.Held, run.Refused, run.ProblemCount);
        report.Findings.AddRange(run.Findings.Select(Refusals.ToProto));
        report.Problems.AddRange(run.Problems.Select(p => new V1.RecordProblem { Record = p.Record, Entry = p.Id, OriginField = p.Field, Mender = p.Mender, Finding = Refusals.ToProto(p.Finding) }));
        return report;
    }

    private ISourcesGrain Sources(UnitId unit) => grains.GetGrain<ISourcesGrain>(GrainKeys.Sources(unit));
}
