using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Contracts.Reports;
using Federation.Documents.Bundles.Units;
using Federation.Documents.Exchange;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;
using DomainFinding = Federation.Domain.Findings.Finding;
using ReportScope = Federation.Domain.Reports.ReportScope;

namespace Federation.Gateway.Bundles;

/// <summary>federation.v1.Bundles: everything of one unit, out, checked, and in.</summary>
public sealed partial class BundlesService
{
    private const int ActsAtOnce = 200;

    /// <inheritdoc />
    public override async Task ExportUnit(ExportUnitRequest request, IServerStreamWriter<FilePiece> responseStream, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var (by, ct) = (context.Subject(), context.CancellationToken);
        if (!request.PublicOnly)
        {
            requests.Demand(by, Permission.SetCatalogs, unit);
            requests.Demand(by, Permission.ReadReports, unit);
        }
        var name = divisions.Today.Find(unit)?.Name ?? unit.Value;
        await Send($"{name}{(request.PublicOnly ? "公开数据" : "单位数据")}.zip", "application/zip", to => Bundle(to, unit, name, request.PublicOnly, ct), responseStream, ct);
    }

    /// <inheritdoc />
    public override Task<UnitBundleReport> VerifyUnit(VerifyUnitRequest request, ServerCallContext context)
    {
        Requests.DemandAnywhere(context.Subject(), Permission.ReadReports);
        return Task.FromResult(Report(UnitBundle.Read(request.Content.ToByteArray())));
    }

    /// <inheritdoc />
    public override async Task<UnitBundleReport> ImportUnit(ImportUnitRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var (by, ct) = (context.Subject(), context.CancellationToken);
        requests.Demand(by, Permission.SetCatalogs, unit);
        requests.Demand(by, Permission.OpenPeriods, unit); // an officer: a history is taken on the word of whoever brings it, so never by the unit itself
        var bundle = UnitBundle.Read(request.Content.ToByteArray());
        List<DomainFinding> findings = [.. bundle.Findings];
        if (bundle.Unit is not null && bundle.Unit != unit)
            findings.Add(UnitBundleRules.OtherUnit.At("unit", $"数据包属于 {bundle.Unit}", $"the bundle is of {bundle.Unit}"));
        var here = await Begun(unit, bundle, findings, ct);
        foreach (var (stream, _) in bundle.Streams.Where(s => s.Stream.Split('/') is not [_, var of, ..] || of != bundle.Unit?.Value))
            findings.Add(UnitBundleRules.OtherUnit.At(stream, $"{stream} 不是该单位的历史", $"{stream} is no stream of the unit"));
        Requests.Refuse(findings);

        var report = Report(bundle);
        foreach (var (listed, (stream, events)) in report.Streams.Zip(bundle.Streams).OrderBy(s => s.Second.Stream.StartsWith("standard/", StringComparison.Ordinal) ? 0 : 1)) // limits of drafts follow from standards
            listed.Restored = await Restore(stream, events, here.GetValueOrDefault(stream), bundle, by, ct);
        var head = await catalogs.Head(unit, ct);
        if ((head?.Whole.Digest ?? Digest.None) != bundle.Digest)
            throw Refusals.ToRpcException([UnitBundleRules.NotRestored.At("catalog", "导入后的目录摘要与数据包不符", "the digest of the catalog after the import is not that of the bundle")]);
        return report;
    }

    private async Task Bundle(Stream to, UnitId unit, string name, bool isPublic, CancellationToken ct)
    {
        using var bundle = new UnitBundleWriter(to, unit, name, isPublic, signer);
        var all = await streams.StreamsOf(unit, ct);
        var own = isPublic ? [GrainKeys.Catalog(unit)] : all.Where(s => s != GrainKeys.Catalog(unit)).Prepend(GrainKeys.Catalog(unit));
        foreach (var stream in own)
        {
            if (await ledger.ReadStream(stream, 0, ct) is { IsEmpty: false } events)
                bundle.AddStream(stream, events);
        }
        foreach (var hash in bundle.Wanted.OrderBy(h => h.ToString(), StringComparer.Ordinal))
        {
            if ((await catalogs.Content(hash, ct) ?? (isPublic ? null : await drafts.DraftContent(hash, ct))) is { } content)
                bundle.AddContent(hash, content.MediaType, content.Bytes);
            else
                bundle.IsElsewhere(hash);
        }
        foreach (var stream in all.Where(s => s.StartsWith("report/", StringComparison.Ordinal) || s.StartsWith("whole-report/", StringComparison.Ordinal)))
            await Reports(bundle, stream, unit, isPublic, ct);
        bundle.Finish();
    }

    // Every sealed version as filed, with the notes of its corrections; for the public what was published, and only that. Pages of the newest published one.
    private async Task Reports(UnitBundleWriter bundle, string stream, UnitId unit, bool isPublic, CancellationToken ct)
    {
        var (period, scope) = (GrainKeys.UnitAndPeriodOf(stream).Period, GrainKeys.ScopeOf(stream));
        var reader = new Subject("bundle", unit, [Role.Reader]); // whoever asks was asked for the right to all of it, or gets what is public
        var history = await histories.Find(unit, period, scope, ct);
        var published = history.Now.Publications.Select(p => p.Version).Distinct().Order().ToList();
        var name = $"{period}{(scope == ReportScope.Whole ? "-whole" : "")}";
        foreach (var version in isPublic ? published : [.. history.Versions.Select(v => v.Version).Distinct()])
        {
            if ((await reports.Export(reader, unit, period, scope, version, ExportFormat.Json, ct)).File is { } file)
                bundle.Add(string.Create(CultureInfo.InvariantCulture, $"reports/{name}/v{version}.json"), file.Content);
        }
        if (published.Count == 0 || (await reports.Export(reader, unit, period, scope, published[^1], ExportFormat.Html, ct)).File is not { } page)
            return;
        bundle.AddReportPage($"{period.Year} 年政府信息公开工作年度报告{(scope == ReportScope.Whole ? "(全域)" : "")}", $"{name}.html", page.Content);
    }

    // What is here may only be the beginning of what comes: an import that broke off goes on, and one that is complete changes nothing.
    private async Task<Dictionary<string, int>> Begun(UnitId unit, UnitBundle bundle, List<DomainFinding> findings, CancellationToken ct)
    {
        var coming = bundle.Streams.GroupBy(s => s.Stream).ToDictionary(g => g.Key, g => g.First().Events);
        var here = new Dictionary<string, int>();
        foreach (var stream in await streams.StreamsOf(unit, ct))
        {
            var own = await ledger.ReadStream(stream, 0, ct);
            if (!coming.TryGetValue(stream, out var events) || own.Length > events.Length || own.Where((e, i) => !e.Hash.Span.SequenceEqual(events[i].Hash.Span)).Any())
                findings.Add(UnitBundleRules.HasHistory.At("unit", $"{unit} 在这里已有自己的历史 {stream}", $"{unit} has a history of its own here: {stream}"));
            here[stream] = own.Length;
        }
        return here;
    }

    private async Task<string> Restore(string stream, ImmutableArray<RecordedEvent> events, int begun, UnitBundle bundle, Subject by, CancellationToken ct)
    {
        if (begun == events.Length)
            return "present";
        var acts = Acts(events[begun..]);
        switch (stream[..stream.IndexOf('/', StringComparison.Ordinal)])
        {
            case "catalog":
                var contents = Named(bundle, events.Select(e => CatalogEventJson.Read(e.Kind, e.KindVersion, e.Payload)).OfType<EntryPut>().Select(put => put.Entry)); // and not those of drafts: they would be public
                long after = begun;
                foreach (var chunk in acts.Chunk(ActsAtOnce))
                {
                    (await grains.GetGrain<ICatalogGrain>(stream).Restore(new RestoreActs(by, after, [.. chunk], contents))).OrThrow();
                    after += chunk.Sum(a => a.Events.Length);
                    contents = [];
                }
                return "rebuilt";
            case "report" or "whole-report":
                return (await grains.GetGrain<IReportGrain>(stream).Restore(new RestoreActs(by, begun, acts, []))).OrThrow().Counts ? "rebuilt" : "kept";
            case "standard":
                (await grains.GetGrain<IStandardGrain>(stream).Restore(new RestoreActs(by, begun, acts, []))).OrThrow();
                return "rebuilt";
            case "entry":
                var texts = Named(bundle, events.Select(e => DraftEventJson.Read(e.Kind, e.KindVersion, e.Payload)).OfType<DraftSaved>().Select(saved => saved.Content));
                (await grains.GetGrain<IEntryDraftGrain>(stream).Restore(new RestoreActs(by, begun, acts, texts))).OrThrow();
                return "rebuilt";
            default:
                long recorded = begun;
                foreach (var act in acts)
                {
                    var append = new Append(stream, recorded, act.At, act.Actor, act.OnBehalfOf, act.Key, [.. act.Events.Select(e => new NewEvent(e.Kind, e.KindVersion, e.Payload.AsMemory()))]);
                    if ((await ledger.Append(append, ct)).Outcome != AppendOutcome.Recorded)
                        throw Refusals.ToRpcException([UnitBundleRules.NotRestored.At(stream)]);
                    recorded += act.Events.Length;
                }
                return "kept";
        }
    }

    private static ImmutableArray<ContentPart> Named(UnitBundle bundle, IEnumerable<CatalogEntry> entries) =>
        [.. entries.SelectMany(e => e.Named).Distinct().Where(bundle.Contents.ContainsKey).Select(hash => bundle.Contents[hash]).Select(c => new ContentPart(c.MediaType, ImmutableCollectionsMarshal.AsImmutableArray(c.Bytes)))];

    // Events that one act recorded stand together: same moment, same actor, same request id.
    private static ImmutableArray<RestoredAct> Acts(ImmutableArray<RecordedEvent> events)
    {
        var acts = ImmutableArray.CreateBuilder<RestoredAct>();
        foreach (var e in events)
        {
            var one = new RestoredEvent(e.Kind, e.KindVersion, [.. e.Payload.Span]);
            if (acts.Count > 0 && acts[^1] is var last && (last.At, last.Actor, last.OnBehalfOf, last.Key) == (e.At, e.Actor, e.OnBehalfOf, e.Key))
                acts[^1] = last with { Events = last.Events.Add(one) };
            else
                acts.Add(new RestoredAct(e.At, e.Actor, e.OnBehalfOf, e.Key, [one]));
        }
        return acts.ToImmutable();
    }

    private UnitBundleReport Report(UnitBundle bundle)
    {
        var report = new UnitBundleReport { Unit = bundle.Unit?.Value ?? "", PublicOnly = bundle.IsPublic, Digest = bundle.Digest.ToString(), Entries = bundle.Entries, SignedBy = bundle.SignedBy?.ToString() ?? "", SignedHere = bundle.SignedBy == Digest.Of(signer.PublicKey.AsSpan()) };
        report.Streams.AddRange(bundle.Streams.Select(s => new BundleStream { Stream = s.Stream, Events = s.Events.Length, Head = Convert.ToHexStringLower(s.Events.IsEmpty ? EventHash.Origin.Span : s.Events[^1].Hash.Span) }));
        report.Findings.AddRange(bundle.Findings.Select(Refusals.ToProto));
        return report;
    }
}
