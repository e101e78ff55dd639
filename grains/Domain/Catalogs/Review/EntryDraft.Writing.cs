using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Review;

public sealed partial record EntryDraft
{
    /// <summary>起草: writes content, complete or not. On what is public, withheld or withdrawn it begins a new round.</summary>
    /// <param name="content">All of it.</param>
    /// <param name="expectedVersion">Version of the draft that the author has read; null: whichever.</param>
    /// <param name="seenRevision">Revision of the catalog that the author has read; null: whichever is there when the round begins.</param>
    /// <param name="catalogRevision">Revision in the catalog now, a removal counted; 0: never there.</param>
    /// <returns>One <see cref="DraftSaved"/> with everything found, which blocks only the hand-in; nothing when it says so already; refusal CT-201, CT-212, CT-101.</returns>
    public Decision<DraftEvent> Save(CatalogEntry content, long? expectedVersion, long? seenRevision, long catalogRevision)
    {
        List<Finding> errors = [.. Moved(expectedVersion)];
        if (!MayBeWritten)
            errors.Add(Not("起草", "written"));
        if (seenRevision is { } seen && seen != catalogRevision)
            errors.Add(CatalogRules.StaleRevision.At("revision", $"目录中为第 {catalogRevision} 次,所给为第 {seen} 次", $"the catalog holds revision {catalogRevision}, {seen} was given"));
        if (errors.Count > 0)
            return Decision<DraftEvent>.Refuse(errors);
        var goesOn = State is DraftState.Writing or DraftState.Returned;
        var on = goesOn ? seenRevision ?? BaseRevision : catalogRevision;
        return State == DraftState.Writing && on == BaseRevision && Content!.SameAs(content)
            ? Decision<DraftEvent>.Nothing
            : Decision<DraftEvent>.Record(new DraftSaved(content, goesOn ? Round : Round + 1, on), Check(content));
    }

    /// <summary>送审: hands in. Without disclosure attribute it is sent back at once (退文) with CT-003.</summary>
    /// <param name="steps">Steps of the catalog.</param>
    /// <param name="expectedVersion">Version of the draft that was read; null: whichever.</param>
    /// <param name="today">Beijing date.</param>
    /// <returns><see cref="DraftHandedIn"/>, or <see cref="DraftReturned"/> at <see cref="Registration"/>; refusal with every finding of the content.</returns>
    public Decision<DraftEvent> HandIn(ImmutableArray<string> steps, long? expectedVersion, DateOnly today)
    {
        if (State is not (DraftState.Writing or DraftState.Returned))
            return Decision<DraftEvent>.Refuse([State == DraftState.None ? ReviewRules.NoSuchDraft.At("entry") : Not("送审", "handed in"), .. Moved(expectedVersion)]);
        ImmutableArray<Finding> findings = [.. Moved(expectedVersion), .. Check(Content!), .. Exemption(Content!, today)];
        if (findings.Where(f => f.Blocks).Select(f => f.Code).Distinct().SequenceEqual([CatalogRules.NoAttribute.Code]))
            return Decision<DraftEvent>.Record(new DraftReturned(Registration, "未标注公开属性,退文", ["disclosure"]), findings);
        return findings.Any(f => f.Blocks) ? Decision<DraftEvent>.Refuse(findings) : Decision<DraftEvent>.Record(new DraftHandedIn(steps), findings);
    }

    /// <summary>Everything that is wrong with content; it blocks the hand-in, not the writing.</summary>
    public static ImmutableArray<Finding> Check(CatalogEntry content) =>
        [.. content.Disclosure.Attribute == DisclosureAttribute.Withheld ? EntryCheck.Of(content) : EntryCheck.Public(content), .. InterpretationDuty.Check(content)];

    private static IEnumerable<Finding> Exemption(CatalogEntry content, DateOnly today) => content.Disclosure is { Attribute: DisclosureAttribute.Withheld } d
        ? Exemptions.Check(d.Reason, d.Basis, EntryFields.Day(content[EntryFields.ReviewOn]), today)
        : [];

    private IEnumerable<Finding> Moved(long? expectedVersion)
    {
        if (expectedVersion is { } expected && expected != Version)
            yield return ReviewRules.DraftMoved.At("version", $"草稿现为第 {Version} 版,所给为第 {expected} 版", $"the draft is at version {Version}, {expected} was given");
    }

    /// <summary>CT-201: what cannot be done in a state.</summary>
    public static Finding Not(DraftState state, string zh, string en) => ReviewRules.WrongState.At("state", $"条目现为“{state.Zh()}”,不能{zh}", $"the entry is '{state.Word()}' and cannot be {en}");

    private Finding Not(string zh, string en) => Not(State, zh, en);
}
