using System.Globalization;
using Federation.Documents.Notices;
using Federation.Domain.Divisions;
using Federation.Domain.Notices;
using Federation.Domain.Notices.Naming;
using Federation.Gateway.Errors;
using Federation.V1;
using Google.Protobuf.WellKnownTypes;

namespace Federation.Gateway.Notices;

/// <summary>Notices as they travel.</summary>
internal static class NoticeMapping
{
    public static ParsedNotice ToProto(Notice notice)
    {
        var proto = new ParsedNotice
        {
            Title = notice.Title ?? "",
            Issuer = notice.Issuer ?? "",
            Number = notice.Number ?? "",
            Date = notice.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            Year = notice.Year ?? 0,
            Addressees = notice.Addressees,
            BasedOn = notice.BasedOn ?? "",
            Original = notice.Text.Original,
        };
        proto.Cites.AddRange(notice.Cites.Select(c => new V1.CitedDocument { Number = c.Number, Place = ToProto(c.Span), Proposed = c.Proposed }));
        proto.Items.AddRange(notice.Items.Select(i => new V1.NoticeItem { Path = i.Path, Level = i.Level, Heading = i.Heading, Text = i.Text, Place = ToProto(i.Span) }));
        proto.Facts.AddRange(notice.Facts.Select(ToProto));
        proto.Unread.AddRange(notice.Unread.Select(u => new V1.UnreadDuty { Item = u.Item, Quote = u.Quote, Place = ToProto(u.Span), Rule = u.Rule }));
        proto.Findings.AddRange(NoticeReader.Findings(notice).Where(f => f.Code != NoticeRules.UnreadDuty.Code).Select(Refusals.ToProto));
        return proto;
    }

    public static ResolvedBody ToProto(BodyResolution body)
    {
        var proto = new ResolvedBody { Name = body.Name, Way = (ResolvedBody.Types.Way)(int)body.Way };
        proto.Units.AddRange(body.Units.Select(u => u.Value));
        proto.Candidates.AddRange(body.Candidates.Select(u => u.Value));
        return proto;
    }

    public static BodyNames ToProto(NameWorklist names, DivisionTree tree)
    {
        var proto = new BodyNames();
        proto.Open.AddRange(names.Open.Select(n =>
        {
            var open = new OpenBodyName { Name = n.Name };
            open.Clauses.AddRange(n.Clauses);
            open.Candidates.AddRange(n.Candidates.Select(u => Named(u, tree)));
            return open;
        }));
        proto.Chosen.AddRange(names.Chosen.Select(n =>
        {
            var chosen = new ChosenBodyName { Name = n.Name, By = n.By, At = n.At.ToTimestamp() };
            chosen.Units.AddRange(n.Units.Select(u => Named(u, tree)));
            return chosen;
        }));
        proto.Filled.AddRange(names.Filled.Select(p => p.ToString()));
        return proto;
    }

    private static NamedUnit Named(UnitId unit, DivisionTree tree) => new() { Unit = unit.Value, Name = tree.Find(unit)?.Name ?? unit.Value };

    private static V1.NoticeFact ToProto(Domain.Notices.NoticeFact fact) => new()
    {
        Kind = (V1.NoticeFact.Types.Kind)((int)fact.Kind + 1),
        Item = fact.Item,
        Role = fact.Role is { } role ? (V1.NoticeFact.Types.Role)((int)role + 1) : V1.NoticeFact.Types.Role.Unspecified,
        Value = fact.Value,
        Event = fact.Event ?? "",
        Quote = fact.Quote,
        Place = ToProto(fact.Span),
        Rule = fact.Rule,
        Confidence = (double)fact.Confidence,
        WholeNotice = fact.WholeNotice,
        Words = FactWords.Of(fact),
    };

    private static TextPlace ToProto(TextSpan span) => new() { Start = span.Start, Length = span.Length };
}
