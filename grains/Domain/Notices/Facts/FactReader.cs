using System.Text.RegularExpressions;
using Federation.Domain.Notices.Layout;

namespace Federation.Domain.Notices.Facts;

/// <summary>Runs every rule over every piece and settles what two rules read in one place.</summary>
internal static partial class FactReader
{
    private static readonly IFactRule[] Rules = [new Bodies(), new Quotas(), new Limits(), new Deadlines(), new YearlyReports(), new Cadences(), new Ratios(), new Registers(), new Actors()];

    /// <summary>Facts in order of place.</summary>
    public static List<Found> Read(IReadOnlyList<Piece> pieces, NoticeTime time)
    {
        var facts = new List<Found>();
        foreach (var piece in pieces.Where(p => p.Kind is not PieceKind.Furniture and not PieceKind.Frame))
        {
            var cited = Cited(piece).ToList();
            var here = Rules.SelectMany(r => r.Read(piece, time)).Where(f => !cited.Exists(c => c.From <= f.Start && f.End <= c.To)).ToList();
            facts.AddRange(here.Where(f => !Covered(f, here)));
        }
        return [.. facts.OrderBy(f => f.Start).ThenBy(f => f.Kind)];
    }

    /// <summary>A period inside a count, a cadence inside a yearly date or a report, a date inside a limit: the longer reading stands.</summary>
    private static bool Covered(Found fact, List<Found> all) => fact.Kind switch
    {
        NoticeFactKind.Cadence => all.Exists(o => !ReferenceEquals(o, fact) && Holds(o, fact) && (o.Kind is NoticeFactKind.Quota or NoticeFactKind.Deadline || o.Rule == NoticeRules.YearlyReport.Code)),
        NoticeFactKind.Deadline => all.Exists(o => Holds(o, fact) && o.Kind is NoticeFactKind.Quota),
        NoticeFactKind.Actor => all.Exists(o => o.Kind is NoticeFactKind.Body && o.Start < fact.End && fact.Start < o.End),
        NoticeFactKind.Limit => all.Exists(o => Holds(o, fact) && o.Kind is NoticeFactKind.Deadline),
        _ => false,
    };

    private static bool Holds(Found outer, Found inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    /// <summary>Titles of documents: what stands in them is no duty of this notice.</summary>
    private static IEnumerable<(int From, int To)> Cited(Piece piece) =>
        Title().Matches(piece.Text).Select(m => (piece.Start + m.Index, piece.Start + m.Index + m.Length));

    [GeneratedRegex(@"《[^《》]*(?:<[^<>]*>[^《》]*)*》")]
    private static partial Regex Title();
}
