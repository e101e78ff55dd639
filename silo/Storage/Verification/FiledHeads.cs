using Federation.Domain.Ledger;

namespace Federation.Storage.Verification;

/// <summary>Heads of streams that filings name, struck off as their events are met.</summary>
internal sealed class FiledHeads
{
    private const int Batch = 1000;
    private readonly Dictionary<string, string> wanted = []; // head in hex -> whose

    public int Count => wanted.Count;

    /// <summary>Reads the heads of all filings of all periods.</summary>
    public static async Task<FiledHeads> Read(IReadModels readModels, CancellationToken ct)
    {
        var heads = new FiledHeads();
        foreach (var period in await readModels.Periods(ct).ConfigureAwait(false))
        {
            var after = -1;
            while (true)
            {
                var filings = await readModels.Filings(period.Period, after, int.MaxValue, Batch, ct).ConfigureAwait(false);
                if (filings.IsEmpty)
                    break;
                foreach (var (_, filing) in filings)
                    heads.Want(filing);
                after = filings[^1].Unit.Ord;
            }
        }

        return heads;
    }

    public void Met(ReadOnlyMemory<byte> hash)
    {
        if (wanted.Count > 0)
            wanted.Remove(Convert.ToHexString(hash.Span));
    }

    public IEnumerable<LedgerFault> Missing() =>
        wanted.OrderBy(head => head.Value, StringComparer.Ordinal)
            .Select(head => new LedgerFault(0, head.Value, LedgerFaultKind.HeadMissing, $"no event bears the filed head {head.Key}"));

    private void Want(ContributionRow filing)
    {
        if (!filing.Head.IsEmpty)
            wanted[Convert.ToHexString(filing.Head.Span)] = $"{filing.Unit}/{filing.Period}";
    }
}
