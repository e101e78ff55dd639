using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Obligations;
using Federation.Domain.Time;

namespace Federation.Domain.Catalogs.Review;

/// <summary>A published document, as its book of duties is told of it.</summary>
/// <param name="Unit">Whose catalog.</param>
/// <param name="Id">The entry.</param>
/// <param name="Title">Its title.</param>
/// <param name="Needed">Whether its interpretation is due.</param>
/// <param name="PublishedOn">发布日期: day 0 of the three working days.</param>
public sealed record PublishedDocument(UnitId Unit, EntryId Id, string Title, bool Needed, DateOnly PublishedOn);

/// <summary>
/// 政策解读: a policy document that becomes public opens a duty to publish its interpretation within three working days. Told by the issuer's choice
/// (是否解读); without one by 发文字号 together with 规范性文件 (or 政策文件) in theme, genre or group.
/// </summary>
public static class InterpretationDuty
{
    /// <summary>需解读</summary>
    public const string Wanted = "需解读";

    /// <summary>不需解读</summary>
    public const string NotWanted = "不需解读";

    private const int Days = 3;
    private const string Prefix = "jd-";
    private const string Source = "《国务院办公厅〈关于全面推进政务公开工作的意见〉实施细则》(国办发〔2016〕80号)";
    private static readonly string[] Normative = ["规范性文件", "政策文件", "规章"];
    private static readonly string[] ToldBy = ["theme", "genre", "group"];

    /// <summary>True when the document's interpretation is to be published.</summary>
    public static bool IsNeeded(CatalogEntry entry) => entry is { Kind: EntryKind.Document, Disclosure.Attribute: DisclosureAttribute.Proactive } && entry[EntryFields.Interpretation] switch
    {
        Wanted => true,
        NotWanted => false,
        _ => entry[EntryFields.DocumentNumber].Length > 0 && ToldBy.Any(f => Normative.Any(n => entry[f].Contains(n, StringComparison.Ordinal))),
    };

    /// <summary>CT-216 for a choice that is none.</summary>
    public static IEnumerable<Finding> Check(CatalogEntry entry) =>
        entry[EntryFields.Interpretation] is "" or Wanted or NotWanted ? [] : [ReviewRules.BadInterpretationChoice.At(EntryFields.Interpretation)];

    /// <summary>Last day for the interpretation.</summary>
    public static DateOnly LastDay(PublishedDocument document, IWorkingDays days) => days.AddWorkingDays(document.Unit, document.PublishedOn, Days);

    /// <summary>The duty as it arrives in the book of the unit: a plan of its own for each document, issued by the unit to itself.</summary>
    /// <param name="document">The document.</param>
    /// <param name="days">Working days.</param>
    /// <param name="at">When it was published here.</param>
    public static DutiesReceived Of(PublishedDocument document, IWorkingDays days, DateTimeOffset at)
    {
        var id = IdOf(document);
        var title = $"发布解读:{document.Title}";
        var duty = new Duty(
            id, title, $"《{document.Title}》公开后3个工作日内发布解读材料,并与文件相互关联", new OnceBy(LastDay(document, days)), DutyRole.Responsible, Source,
            [new TrailStep(document.Unit, id, title)], document.Unit, [], 0) { Starts = document.PublishedOn };
        return new DutiesReceived(id.Plan, 1, document.Unit, title, at, [duty], "");
    }

    /// <summary>Id of the duty of a document.</summary>
    public static DutyId IdOf(PublishedDocument document) =>
        DutyId.Of(string.Create(CultureInfo.InvariantCulture, $"{document.Unit}/{document.PublishedOn.Year:0000}/{Prefix}{document.Id.Path:x15}"), "解读");

    /// <summary>True for a plan that a unit's own publication opened: nobody issued it, so nobody waits for receipts.</summary>
    public static bool IsOwn(string plan) => plan.Split('/') is [_, _, var number] && number.StartsWith(Prefix, StringComparison.Ordinal);
}

/// <summary>时效: what entries say of the validity of others by their links.</summary>
public static class ValidityLinks
{
    /// <summary>What an entry that became public says of others.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="own">Whose catalog it is in.</param>
    public static IEnumerable<(UnitId Catalog, EntryId Entry, ValidityState State)> Of(CatalogEntry entry, UnitId own) => entry.Links
        .Where(l => l.Relation is LinkRelation.Repeals or LinkRelation.Amends)
        .Select(l => (l.Catalog ?? own, l.Entry, l.Relation == LinkRelation.Repeals ? ValidityState.Repealed : ValidityState.Amended));

    /// <summary>Documents that an entry that became public explains.</summary>
    public static ImmutableArray<(UnitId Catalog, EntryId Entry)> Interpreted(CatalogEntry entry, UnitId own) => entry.Kind != EntryKind.Interpretation
        ? []
        : [.. entry.Links.Where(l => l.Relation == LinkRelation.Interprets).Select(l => (l.Catalog ?? own, l.Entry))];
}
