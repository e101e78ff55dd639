using System.Collections.Immutable;

namespace Federation.Domain.Catalogs.Review;

/// <summary>Which fields an author is asked for, by kind, in the order of the official tables; every other field may be given all the same.</summary>
public static class KindFields
{
    private static readonly ImmutableArray<string> Matter =
    [
        EntryFields.Domain, EntryFields.Item1, EntryFields.Item2, EntryFields.Content, EntryFields.Basis, EntryFields.Limit, EntryFields.Agency, EntryFields.Channels, EntryFields.Audience,
        EntryFields.Level, EntryFields.StandardItem,
    ];

    private static readonly ImmutableArray<string> Document =
        ["issuer", EntryFields.DocumentNumber, EntryFields.FormedOn, "theme", "genre", EntryFields.Interpretation, EntryFields.Limit, EntryFields.StandardItem, "keywords", "summary", "contact", "phone"];

    private static readonly ImmutableArray<string> ListItem =
        [EntryFields.List, EntryFields.Item1, EntryFields.Content, EntryFields.Basis, EntryFields.Agency, EntryFields.InspectionMethod, EntryFields.FormedOn, EntryFields.Limit, EntryFields.StandardItem];

    private static readonly ImmutableArray<string> Other = ["issuer", EntryFields.FormedOn, EntryFields.Limit, EntryFields.StandardItem, "keywords", "summary"];

    /// <summary>The fields of a kind.</summary>
    public static ImmutableArray<EntryField> Of(EntryKind kind) => [.. Ids(kind).Select(id => EntryFields.Find(id)!)];

    private static ImmutableArray<string> Ids(EntryKind kind) => kind switch
    {
        EntryKind.Matter => Matter,
        EntryKind.Document => Document,
        EntryKind.ListItem => ListItem,
        EntryKind.Consultation => Other.Insert(2, EntryFields.OpenUntil).AddRange("contact", "phone"),
        _ => Other,
    };
}
