using System.Collections.Immutable;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;

namespace Federation.Contracts;

/// <summary>Acts of another installation, to be recorded here as they were recorded there, so that the hash chain is the same.</summary>
/// <param name="By">From the credentials; who may set the catalog of the unit.</param>
/// <param name="After">Events that the stream holds already; anything else than this is refused.</param>
/// <param name="Acts">In order.</param>
/// <param name="Contents">Texts and files that the acts name.</param>
[GenerateSerializer, Immutable, Alias("federation.restore-acts")]
public sealed record RestoreActs(
    [property: Id(0)] Subject By, [property: Id(1)] long After, [property: Id(2)] ImmutableArray<RestoredAct> Acts, [property: Id(3)] ImmutableArray<ContentPart> Contents);

/// <summary>One act as it was recorded.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="OnBehalfOf">For which unit; empty: its own.</param>
/// <param name="Key">Request id; empty: none.</param>
/// <param name="Events">What happened, in order.</param>
[GenerateSerializer, Immutable, Alias("federation.restored-act")]
public sealed record RestoredAct(
    [property: Id(0)] DateTimeOffset At, [property: Id(1)] string Actor, [property: Id(2)] string OnBehalfOf, [property: Id(3)] string Key, [property: Id(4)] ImmutableArray<RestoredEvent> Events);

/// <summary>One event as it was recorded, byte for byte.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="KindVersion">Layout version.</param>
/// <param name="Payload">Content.</param>
[GenerateSerializer, Immutable, Alias("federation.restored-event")]
public sealed record RestoredEvent([property: Id(0)] string Kind, [property: Id(1)] int KindVersion, [property: Id(2)] ImmutableArray<byte> Payload);

/// <summary>How much was restored.</summary>
/// <param name="Acts">Acts recorded.</param>
/// <param name="Counts">True when the report enters totals here: its period is open and it is on the list.</param>
[GenerateSerializer, Immutable, Alias("federation.restored-count")]
public sealed record RestoredCount([property: Id(0)] int Acts, [property: Id(1)] bool Counts);
