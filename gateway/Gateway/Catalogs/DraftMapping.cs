using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Gateway.Errors;
using Google.Protobuf.WellKnownTypes;

namespace Federation.Gateway.Catalogs;

/// <summary>Entries before they are public as they travel.</summary>
public static class DraftMapping
{
    /// <summary>A draft with what was found.</summary>
    public static V1.EntryDraft ToProto(Reply<DraftView> reply)
    {
        var view = reply.OrThrow();
        var proto = new V1.EntryDraft
        {
            Unit = view.Unit.Value, Id = view.Id.Value, State = view.State.Word(), Version = view.Version, Round = view.Round, Entry = view.Entry is { } entry ? CatalogMapping.ToProto(entry) : null,
            Hash = view.Entry?.Hash.ToString() ?? "", Step = view.Step, BaseRevision = view.BaseRevision, Present = view.Present is { } present ? CatalogMapping.ToProto(present) : null,
            PresentRevision = view.PresentRevision, Clash = view.Clash, Withdrawal = view.Withdrawal, PublishedOn = Day(view.PublishedOn), LastDay = Day(view.LastDay), Light = view.Light, MayAct = view.MayAct,
        };
        proto.Steps.AddRange(view.Steps);
        proto.Authors.AddRange(view.Authors);
        if (view.Return is { } back)
        {
            proto.Return = new V1.EntryReturn { Step = back.Step, Reason = back.Reason, By = back.By, At = back.At.ToTimestamp() };
            proto.Return.Fields.AddRange(back.Fields);
        }
        if (view.Withheld is { } kept)
            proto.Withheld = new V1.EntryWithholding { Reason = kept.Reason, Basis = kept.Basis, ReviewOn = Day(kept.ReviewOn), By = kept.By, At = kept.At.ToTimestamp(), LookDue = kept.LookDue };
        proto.Proposals.AddRange(view.Proposals.Select(p => new V1.ValidityProposal { Number = p.Number, Catalog = p.Catalog.Value, From = p.From.Value, Title = p.Title, State = p.State.Word(), Since = Day(p.Since) }));
        proto.Log.AddRange(view.Log.Select(ToProto));
        proto.Findings.AddRange(reply.Findings.Select(Refusals.ToProto));
        return proto;
    }

    /// <summary>A row of a list.</summary>
    /// <param name="row">The row.</param>
    /// <param name="light">Its light; empty: no clock.</param>
    public static V1.DraftSummary ToProto(DraftRow row, string light)
    {
        var proto = new V1.DraftSummary
        {
            Unit = row.Unit.Value, Id = row.Id.Value, State = row.State.Word(), Step = row.Step, Kind = row.Kind.Word(), Title = row.Title, Disclosure = row.Attribute.Word(), Author = row.Author,
            Round = row.Round, At = row.At.ToTimestamp(), FormedOn = Day(row.FormedOn), LastDay = Day(row.LastDay), Light = light, PublishedOn = Day(row.PublishedOn), ReviewOn = Day(row.ReviewOn),
            Reason = row.Reason, Basis = row.Basis, Hash = row.Hash?.ToString() ?? "",
        };
        proto.Tasks.AddRange(row.Tasks);
        return proto;
    }

    private static V1.DraftAct ToProto(DraftActView act)
    {
        var proto = new V1.DraftAct { Kind = act.Kind, At = act.At.ToTimestamp(), By = act.By, Step = act.Step, Text = act.Text };
        proto.Fields.AddRange(act.Fields);
        return proto;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
