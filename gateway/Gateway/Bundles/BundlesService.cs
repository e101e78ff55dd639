using Federation.Documents.Catalogs.Import;
using Federation.Documents.Exchange;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.Bundles;

/// <summary>federation.v1.Bundles: catalogs as files, and whole units to be taken home.</summary>
public sealed partial class BundlesService(
    IGrainFactory grains, ICatalogReads catalogs, IReviewReads drafts, ILedger ledger, IStreamNames streams, IReportExchange reports, IReportHistories histories, IEntryExchange entries, IDivisions divisions, Requests requests, PublicAddress address, ISealSigner signer) : V1.Bundles.BundlesBase
{
    private const int Piece = 256 * 1024;

    // From a file of the system, so that neither the whole file nor a slow reader keeps memory.
    private static async Task Send(string name, string mediaType, Func<Stream, Task> write, IServerStreamWriter<FilePiece> to, CancellationToken ct)
    {
        await using var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        await write(file);
        file.Position = 0;
        var buffer = new byte[Piece];
        var first = true;
        for (int read; (read = await file.ReadAtLeastAsync(buffer, Piece, false, ct)) > 0 || first; first = false)
        {
            var piece = new FilePiece { Content = Google.Protobuf.ByteString.CopyFrom(buffer.AsSpan(0, read)) };
            if (first)
                (piece.Name, piece.MediaType) = (name, mediaType);
            await to.WriteAsync(piece, ct);
        }
    }
}
