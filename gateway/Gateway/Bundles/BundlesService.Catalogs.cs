using Federation.Documents.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Gateway.Errors;
using Federation.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Federation.Gateway.Bundles;

/// <summary>federation.v1.Bundles: catalogs out.</summary>
public sealed partial class BundlesService
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <inheritdoc />
    public override async Task ExportCatalog(ExportCatalogRequest request, IServerStreamWriter<FilePiece> responseStream, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var format = Requests.Known(request.Format, "format");
        var at = request.Base.Length == 0 ? address
            : PublicAddress.Of(request.Base) ?? throw Refusals.ToRpcException([GatewayRules.UnknownChoice.At("base", $"“{request.Base}”不是完整网址", $"'{request.Base}' is no absolute address")]);
        var ct = context.CancellationToken;
        var facts = await Facts(unit, at.Base, ct);
        if (format == ExportCatalogRequest.Types.Format.Xlsx && facts.Head.Whole.Count > CatalogWorkbook.MostEntries)
            throw Refusals.ToRpcException([EntryImportRules.TooMany.At("format")]);
        var all = CatalogPages.Entries(catalogs, unit, ct);
        var (end, mediaType, write) = format switch
        {
            ExportCatalogRequest.Types.Format.Csv => ("csv", "text/csv; charset=utf-8", (Func<Stream, Task>)(to => CatalogCsv.Write(to, all, ct))),
            ExportCatalogRequest.Types.Format.Json => ("json", "application/json", to => CatalogJson.Write(to, facts, all, ct)),
            ExportCatalogRequest.Types.Format.Jsonl => ("jsonl", "application/jsonl", to => CatalogJson.WriteLines(to, facts, all, ct)),
            ExportCatalogRequest.Types.Format.Xlsx => ("xlsx", Workbook, async to =>
            {
                List<CatalogEntry> rows = [];
                await foreach (var stored in all)
                    rows.Add(stored.Entry!);
                CatalogWorkbook.Write(to, facts.Title, rows);
            }),
            _ => ("jsonld", "application/ld+json", to => CatalogDcat.Write(to, facts, all, ct)),
        };
        await Send($"{facts.Title}.{end}", mediaType, write, responseStream, ct);
    }

    /// <inheritdoc />
    public override Task<FilePiece> GetEntryTemplate(GetEntryTemplateRequest request, ServerCallContext context)
    {
        requests.Unit(request.Unit);
        var kinds = request.Kind.Length == 0 ? Enum.GetValues<EntryKind>()
            : [CatalogWords.KindOf(request.Kind) ?? throw Refusals.ToRpcException([GatewayRules.UnknownChoice.At("kind", $"没有类型“{request.Kind}”", $"there is no kind '{request.Kind}'")])];
        var name = "公开目录填报表" + (kinds.Length == 1 ? $"({kinds[0].Zh()})" : "");
        var content = new MemoryStream();
        if (Requests.Known(request.Format, "format") == GetEntryTemplateRequest.Types.Format.Csv)
            return Task.FromResult(new FilePiece { Name = name + ".csv", MediaType = "text/csv; charset=utf-8", Content = ByteString.CopyFrom(CatalogCsv.Template(kinds)) });
        CatalogWorkbook.Template(content, name, kinds);
        return Task.FromResult(new FilePiece { Name = name + ".xlsx", MediaType = Workbook, Content = ByteString.CopyFrom(content.ToArray()) });
    }

    private async Task<CatalogFacts> Facts(UnitId unit, Uri at, CancellationToken ct) =>
        new(unit, divisions.Today.Find(unit)?.Name ?? unit.Value, await catalogs.Head(unit, ct) ?? CatalogHead.Start(unit), at);
}
