using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;

namespace Federation.Contracts.Obligations;

/// <summary>文件公开、解读公开: documents of the unit whose interpretation is due, or has just been published. Looking twice changes nothing.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Positions">Messages of the outbox that are settled with it.</param>
[GenerateSerializer, Immutable, Alias("federation.take-documents")]
public sealed record TakeDocuments([property: Id(0)] ImmutableArray<TakenDocument> Documents, [property: Id(1)] ImmutableArray<long> Positions);

/// <summary>One document.</summary>
/// <param name="Unit">Whose catalog.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Title">Its title.</param>
/// <param name="Needed">Whether its interpretation is due.</param>
/// <param name="PublishedOn">发布日期</param>
/// <param name="SentAt">When the catalog said so.</param>
[GenerateSerializer, Immutable, Alias("federation.taken-document")]
public sealed record TakenDocument(
    [property: Id(0)] UnitId Unit, [property: Id(1)] EntryId Entry, [property: Id(2)] string Title, [property: Id(3)] bool Needed, [property: Id(4)] DateOnly PublishedOn,
    [property: Id(5)] DateTimeOffset SentAt);
