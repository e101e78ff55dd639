using System.Globalization;
using Federation.Contracts.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Gateway.Errors;
using Google.Protobuf.WellKnownTypes;

namespace Federation.Gateway.Catalogs;

/// <summary>Catalogs as they travel.</summary>
public static class CatalogMapping
{
    /// <summary>An entry.</summary>
    public static V1.Entry ToProto(CatalogEntry entry)
    {
        var proto = new V1.Entry
        {
            Id = entry.Id.Value, Kind = entry.Kind.Word(), Title = entry.Title, Disclosure = entry.Disclosure.Attribute.Word(), Reason = entry.Disclosure.Reason, ReasonBasis = entry.Disclosure.Basis,
            Validity = entry.Validity.State.Word(), ValiditySince = Day(entry.Validity.Since), Body = entry.Body?.ToString() ?? "",
        };
        foreach (var (field, value) in entry.Fields)
            proto.Fields[field] = value;
        proto.Links.AddRange(entry.Links.Select(l => new V1.Link { Relation = l.Relation.Word(), Catalog = l.Catalog?.Value ?? "", Entry = l.Entry.Value }));
        proto.Attachments.AddRange(entry.Attachments.Select(a => new V1.Attachment { Name = a.Name, MediaType = a.MediaType, Size = a.Size, Hash = a.Hash.ToString() }));
        return proto;
    }

    /// <summary>An entry as a catalog holds it.</summary>
    public static V1.StoredEntry ToProto(StoredEntry stored) => new()
    {
        Unit = stored.Row.Catalog.Value, Entry = stored.Entry is null ? null : ToProto(stored.Entry), Id = stored.Row.Id.Value, Seq = stored.Row.Seq, Revision = stored.Row.Revision,
        Hash = stored.Row.Hash?.ToString() ?? "", Origin = stored.Provenance.Origin, Author = stored.Provenance.Author, SourceVersion = stored.Provenance.SourceVersion,
        ApprovedBy = stored.Provenance.ApprovedBy, At = stored.Row.At.ToTimestamp(), Reason = stored.Reason,
    };

    /// <summary>A row of a list.</summary>
    public static V1.EntrySummary ToProto(EntryRow row) => new()
    {
        Unit = row.Catalog.Value, Id = row.Id.Value, Seq = row.Seq, Revision = row.Revision, Kind = row.Kind.Word(), Title = row.Title, Disclosure = row.Attribute.Word(),
        Validity = row.Validity.Word(), IndexNumber = row.IndexNumber, StandardItem = row.StandardItem, Domain = row.Domain, FormedOn = Day(row.FormedOn), PublishedOn = Day(row.PublishedOn),
        Origin = row.Origin,
    };

    /// <summary>How one change ended.</summary>
    public static V1.EntryResult ToProto(EntryResult result)
    {
        var proto = new V1.EntryResult { Entry = result.Id.Value, Outcome = (V1.EntryResult.Types.Outcome)((int)result.Outcome + 1), Revision = result.Revision, Seq = result.Seq };
        proto.Findings.AddRange(result.Findings.Select(Refusals.ToProto));
        return proto;
    }

    /// <summary>How a catalog stands.</summary>
    public static V1.Catalog ToProto(CatalogView view, UnitId unit, DivisionTree tree)
    {
        var proto = new V1.Catalog
        {
            Unit = unit.Value, Name = tree.Find(unit)?.Name ?? "", Seq = view.Seq, Entries = view.Entries, Digest = view.Digest.ToString(), ChangedAt = view.ChangedAt?.ToTimestamp(),
            Settings = new V1.CatalogSettings { GuardShare = view.Settings.GuardShare, GuardCount = view.Settings.GuardCount, IndexPattern = view.Settings.IndexPattern, ComparesWithPeers = view.Settings.ComparesWithPeers },
        };
        proto.Settings.ReviewSteps.AddRange(view.Settings.ReviewSteps);
        proto.Holds.AddRange(view.Holds.Select(ToProto));
        return proto;
    }

    /// <summary>An act on an entry.</summary>
    public static V1.EntryAct ToProto(EntryAct act)
    {
        var proto = new V1.EntryAct { Seq = act.Seq, At = act.At.ToTimestamp(), By = act.By };
        switch (act.Happened)
        {
            case EntryPut put:
                (proto.Act, proto.Entry, proto.Origin, proto.Revision) = ("entry-put", ToProto(put.Entry), put.Origin, put.Revision);
                break;
            case EntryRemoved removed:
                (proto.Act, proto.Reason, proto.Origin, proto.Revision) = ("entry-removed", removed.Reason, removed.Origin, removed.Revision);
                break;
        }
        return proto;
    }

    /// <summary>A subtree and those below it.</summary>
    public static V1.SubtreeDigest ToProto(SubtreePart whole, Digest own, IEnumerable<SubtreePart> parts, DivisionTree tree)
    {
        var proto = new V1.SubtreeDigest { Unit = whole.Unit.Value, Digest = whole.Digest.ToString(), Entries = whole.Entries, Catalogs = whole.Catalogs, Own = own.ToString() };
        proto.Parts.AddRange(parts.Select(p => new V1.SubtreePart { Unit = p.Unit.Value, Name = tree.Find(p.Unit)?.Name ?? "", Digest = p.Digest.ToString(), Entries = p.Entries }));
        return proto;
    }

    private static V1.RemovalHold ToProto(HoldView hold)
    {
        var proto = new V1.RemovalHold { Hold = hold.Number, Reason = hold.Reason, Origin = hold.Origin, By = hold.By, At = hold.At.ToTimestamp() };
        proto.Entries.AddRange(hold.Entries.Select(e => e.Value));
        return proto;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
