using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Notices;
using Federation.Domain.Notices.Naming;
using Federation.Domain.WorkPoints;
using Federation.Domain.WorkPoints.Drafting;

namespace Federation.Documents.Notices;

/// <summary>A notice read and made into a draft; nothing is kept yet.</summary>
/// <param name="Notice">The notice; null when the file could not be read.</param>
/// <param name="Draft">The draft; null when the file could not be read.</param>
/// <param name="Names">Its names of bodies, as they were understood.</param>
/// <param name="Notes">WP-4xx: what was decided on the way and what is not in the draft; or why the file could not be read.</param>
public sealed record NoticeDrafted(Notice? Notice, PlanDraft? Draft, ImmutableArray<BodyResolution> Names, ImmutableArray<Finding> Notes);

/// <summary>A name of the worklist.</summary>
/// <param name="Name">As written in plans.</param>
/// <param name="Clauses">Where it was met.</param>
/// <param name="Candidates">Who might be meant.</param>
public sealed record NameToChoose(string Name, ImmutableArray<string> Clauses, ImmutableArray<UnitId> Candidates);

/// <summary>A name somebody has chosen units for.</summary>
/// <param name="Name">As read.</param>
/// <param name="Units">What it means; none: there is no such unit here.</param>
/// <param name="By">Who chose.</param>
/// <param name="At">When.</param>
public sealed record NameAlreadyChosen(string Name, ImmutableArray<UnitId> Units, string By, DateTimeOffset At);

/// <summary>Names of an issuer.</summary>
/// <param name="Open">Those that mean nobody yet, the most frequent first.</param>
/// <param name="Chosen">Choices that hold.</param>
/// <param name="Filled">Drafts that the choice just made was put into.</param>
public sealed record NameWorklist(ImmutableArray<NameToChoose> Open, ImmutableArray<NameAlreadyChosen> Chosen, ImmutableArray<PlanId> Filled);

/// <summary>Reading notices for issuers: with the choices that they have made before.</summary>
public interface INoticeDesk
{
    /// <summary>Finds the units of names for an issuer, with its choices.</summary>
    /// <param name="issuer">Who issues.</param>
    /// <param name="tree">Tree of the day.</param>
    Task<BodyResolver> Resolver(UnitId issuer, DivisionTree tree);

    /// <summary>Reads a file and makes a draft of it, on the tree of today. Keeps nothing.</summary>
    Task<NoticeDrafted> Draft(UnitId issuer, string fileName, byte[] content, DraftingChoices choices);

    /// <summary>Names in the plans of an issuer that mean nobody yet, and its choices.</summary>
    Task<NameWorklist> Names(UnitId issuer, CancellationToken ct);

    /// <summary>Remembers what a name means and puts it into the drafts of the issuer.</summary>
    /// <param name="by">From the credentials; an officer of the issuer.</param>
    /// <param name="issuer">Whose notices.</param>
    /// <param name="name">The name.</param>
    /// <param name="units">What it means; none: there is no such unit here.</param>
    /// <param name="requestId">Chosen by the sender; empty: none.</param>
    /// <param name="ct">Ends the work; what was chosen stays.</param>
    /// <returns>The worklist after it; or null and what speaks against it.</returns>
    Task<(NameWorklist? Names, ImmutableArray<Finding> Findings)> Choose(Subject by, UnitId issuer, string name, ImmutableArray<UnitId> units, string requestId, CancellationToken ct);

    /// <summary>Takes a choice back; drafts keep what they have.</summary>
    Task<(NameWorklist? Names, ImmutableArray<Finding> Findings)> Withdraw(Subject by, UnitId issuer, string name, string requestId, CancellationToken ct);
}
