using System.Collections.Immutable;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.Catalogs;

/// <summary>federation.v1.Entries: many at once.</summary>
public sealed partial class EntriesService
{
    /// <inheritdoc />
    public override async Task<PassEntryStepsResponse> PassEntrySteps(PassEntryStepsRequest request, ServerCallContext context)
    {
        var unit = Demand(request.Unit, Permission.ReviewEntries, context);
        List<Finding> findings = [];
        if (request.Entries.Count > ManySteps.Most)
            findings.Add(CatalogRules.TooMany.At("entries", $"一次最多 {ManySteps.Most} 条", $"at most {ManySteps.Most} at once"));
        ImmutableArray<(EntryId? Id, Digest? Hash)> read =
            [.. request.Entries.Select((e, i) => (EntryReading.Id(e.Entry, $"entries[{i}].entry", findings), Digest.TryParse(e.Hash, out var hash) ? hash : null))];
        findings.AddRange(read.Where(e => e.Id is not null).GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => CatalogRules.NamedTwice.At(g.Key!.Value)));
        Requests.Refuse(findings);
        var id = Requests.RequestId(request.RequestId);
        var response = new PassEntryStepsResponse();
        foreach (var (entry, answer) in await grains.PassMany(context.Subject(), unit, [.. read.Select(e => (e.Id!, e.Hash))], request.Note, e => Requests.RequestIdOf(id, e.Value)))
        {
            var passed = new PassedEntry { Entry = entry.Value, State = answer.Value?.State.Word() ?? "", Step = answer.Value?.Step ?? "" };
            if (answer.Refused)
                passed.Findings.AddRange(answer.Findings.Select(Refusals.ToProto));
            response.Entries.Add(passed);
        }
        return response;
    }
}
