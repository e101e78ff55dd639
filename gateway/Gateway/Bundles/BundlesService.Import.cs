using Federation.Documents.Catalogs.Import;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;
using FileFinding = Federation.V1.FileFinding;

namespace Federation.Gateway.Bundles;

/// <summary>federation.v1.Bundles: entries in.</summary>
public sealed partial class BundlesService
{
    /// <inheritdoc />
    public override async Task ImportEntries(ImportEntriesRequest request, IServerStreamWriter<ImportEntriesResponse> responseStream, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.KeepCatalog, unit);
        if (request.Source.Length > 0 && !EntryId.TryParse(request.Source, out _))
            throw Refusals.ToRpcException([CatalogRules.BadId.At("source")]);
        if (request.Complete && string.IsNullOrWhiteSpace(request.Reason))
            throw Refusals.ToRpcException([EntryImportRules.CompleteWithoutReason.At("reason")]);
        var kind = request.Kind.Length == 0 ? (EntryKind?)null
            : CatalogWords.KindOf(request.Kind) ?? throw Refusals.ToRpcException([GatewayRules.UnknownChoice.At("kind", $"没有类型“{request.Kind}”", $"there is no kind '{request.Kind}'")]);
        var push = Requests.Known(request.Mode, "mode") == ImportEntriesRequest.Types.Mode.Push;
        var file = new EntryFile(request.FileName, request.Content.ToByteArray(), kind, push, request.Complete, request.Reason, Requests.RequestId(request.RequestId), request.Source);
        await foreach (var step in entries.Import(context.Subject(), unit, file, context.CancellationToken))
            await responseStream.WriteAsync(ToProto(step), context.CancellationToken);
    }

    private static ImportEntriesResponse ToProto(EntryStep step)
    {
        var response = new ImportEntriesResponse
        {
            Done = step.Done, Total = step.Total, Entry = step.Entry, Title = step.Title, Sheet = step.Sheet, Row = step.Row, Change = (ImportEntriesResponse.Types.Change)(int)step.Fate,
            Outcome = step.Outcome is { } outcome ? Word(outcome) : "",
        };
        response.Differences.AddRange(step.Changes.Select(d => new ColumnDifference { Column = d.Column.Id, Name = d.Column.Zh, Before = d.Before, After = d.After }));
        response.Findings.AddRange(step.Findings.Select(f => new FileFinding { Finding = Refusals.ToProto(f.Finding), File = f.File, Sheet = f.Sheet, Address = f.Address, Proposed = f.Proposed }));
        if (step.Sums is { } sums)
        {
            response.Summary = new ImportSummary { Added = sums.Added, Changed = sums.Altered, Same = sums.Same, Removed = sums.Removed, Refused = sums.Refused, Waiting = sums.Waiting, Digest = sums.Digest.ToString() };
            response.Summary.Holds.AddRange(sums.Holds);
        }
        return response;
    }

    private static string Word(EntryOutcome outcome) => outcome switch
    {
        EntryOutcome.Recorded => "recorded",
        EntryOutcome.Unchanged => "unchanged",
        EntryOutcome.Refused => "refused",
        EntryOutcome.Conflict => "conflict",
        _ => "held",
    };
}
