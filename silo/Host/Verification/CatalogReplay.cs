using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Host.Verification;

/// <summary>A text or file that an entry names.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="Size">Its size as the entry says; null: it does not say.</param>
internal sealed record NamedContent(Digest Hash, long? Size);

/// <summary>
/// A catalog folded anew from its stream by the rules that made it, each event judged by what came before it: an unbroken chain may hold a removal of what
/// was never there, or a mass removal that its author confirmed.
/// </summary>
internal sealed class CatalogReplay(UnitId unit)
{
    private readonly CatalogActs acts = new();

    /// <summary>How it stands.</summary>
    public CatalogHead Head { get; private set; } = CatalogHead.Start(unit);

    /// <summary>Every entry, tombstones among them.</summary>
    public Dictionary<EntryId, EntryRow> Rows { get; } = [];

    /// <summary>Links of those entries that have any.</summary>
    public Dictionary<EntryId, ImmutableArray<EntryLink>> Links { get; } = [];

    /// <summary>Texts and files of those entries that name any.</summary>
    public Dictionary<EntryId, ImmutableArray<NamedContent>> Contents { get; } = [];

    /// <summary>Every change of an entry, as the feed tells it.</summary>
    public List<(EntryId Id, long Seq)> Feed { get; } = [];

    /// <summary>Places of the digest tree by prefix.</summary>
    public Dictionary<string, DigestNode> Nodes { get; } = new(StringComparer.Ordinal);

    /// <summary>What cannot have happened; null: nothing. What follows it is not taken in.</summary>
    public string? Fault { get; private set; }

    /// <summary>Takes the next event.</summary>
    public void Take(RecordedEvent recorded)
    {
        if (Fault is not null)
            return;
        try
        {
            Apply(acts.Add(recorded, CatalogEventJson.Read(recorded.Kind, recorded.KindVersion, recorded.Payload)));
        }
        catch (FormatException)
        {
            Fault = $"{recorded.Stream} @{recorded.Position}: 不能读出 / unreadable event {recorded.Kind}";
        }
    }

    /// <summary>Ends with the last event.</summary>
    public async Task End()
    {
        Apply(acts.End());
        if (Fault is not null)
            return;
        var tree = await DigestTree.Change(new NoTree(), [.. Rows.Values.Where(r => !r.Removed).Select(r => DigestLeaf.Of(r.Id, r.Hash))]);
        Head = Head with { Whole = tree.Whole };
        foreach (var node in tree.Nodes)
            Nodes[node.Prefix] = node;
    }

    private void Apply(IReadOnlyList<(RecordedEvent Recorded, CatalogEvent Happened)> act)
    {
        if (act.Count == 0 || Fault is not null)
            return;
        for (var i = 0; i < act.Count; i++)
        {
            if ((act[i].Recorded.Seq == Head.Seq + 1 + i ? FaultOf(act[i].Happened, act[i].Recorded.Actor) : $"第 {act[i].Recorded.Seq} 个事件在第 {Head.Seq + 1 + i} 处 / out of sequence") is { } fault)
            {
                Fault = $"{act[i].Recorded.Stream} @{act[i].Recorded.Position}: {fault}";
                return;
            }
        }
        var (at, by) = (act[0].Recorded.At, act[0].Recorded.Actor);
        (Head, var changed) = CatalogFold.Apply(Head, Rows, act.Select(a => a.Happened), at, by);
        foreach (var row in changed)
        {
            Rows[row.Id] = row;
            Feed.Add((row.Id, row.Seq));
        }
        foreach (var (_, happened) in act)
            Keep(happened);
    }

    private void Keep(CatalogEvent happened)
    {
        if (CatalogActs.EntryOf(happened) is not { } id)
            return;
        Links.Remove(id);
        Contents.Remove(id);
        if (happened is not EntryPut { Entry: { } entry })
            return;
        if (!entry.Links.IsEmpty)
            Links[id] = entry.Links;
        if (entry.Body is not null || !entry.Attachments.IsEmpty)
            Contents[id] = [.. entry.Attachments.Select(a => new NamedContent(a.Hash, a.Size)), .. entry.Body is { } body ? [new NamedContent(body, null)] : Array.Empty<NamedContent>()];
    }

    // Null when it can follow what came before; an act names an entry once, so the rows before the act are enough.
    private string? FaultOf(CatalogEvent happened, string actor)
    {
        var row = CatalogActs.EntryOf(happened) is { } id ? Rows.GetValueOrDefault(id) : null;
        return happened switch
        {
            EntryPut e when e.Revision != (row?.Revision ?? 0) + 1 || e.Previous != (row?.Seq ?? 0) => $"条目 {e.Entry.Id} 的版次或前一事件不接续 / revision {e.Revision} after event {e.Previous} does not follow",
            EntryPut { Entry.Disclosure.Attribute: DisclosureAttribute.Withheld or DisclosureAttribute.Unset } e => $"条目 {e.Entry.Id} 不予公开或未定属性而在公开目录 / not public and yet in the catalog",
            EntryRemoved e when row is null or { Removed: true } => $"删除的条目 {e.Id} 不在目录 / removed without being there",
            EntryRemoved e when e.Revision != row!.Revision + 1 || e.Previous != row.Seq => $"条目 {e.Id} 的版次或前一事件不接续 / revision {e.Revision} after event {e.Previous} does not follow",
            RemovalsHeld e when e.Hold != Head.LastHold + 1 => $"待确认删除第 {e.Hold} 号,此前为第 {Head.LastHold} 号 / hold {e.Hold} after {Head.LastHold}",
            RemovalsDecided e when Head.Holds.All(h => h.Number != e.Hold) => $"没有第 {e.Hold} 号待确认删除 / no hold {e.Hold} waits",
            RemovalsDecided { Confirmed: true } e when Head.Holds.First(h => h.Number == e.Hold).By == actor => $"第 {e.Hold} 号删除由提出人 {actor} 自行确认 / confirmed by whoever asked for it",
            IndexNumberGiven e when e.Serial <= Head.Serials.GetValueOrDefault(e.Part) => $"索引号 {e.Number} 的流水号已用过 / its serial was given before",
            _ => null,
        };
    }

    private sealed class NoTree : IDigestSource
    {
        public ValueTask<DigestNode?> Node(string prefix) => default;

        public ValueTask<ImmutableArray<DigestLeaf>> Leaves(string prefix) => new([]);
    }
}
