using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>A newer version above that is being taken over.</summary>
/// <param name="To">That version.</param>
/// <param name="Items">Its items.</param>
/// <param name="Decisions">Conflicts decided so far, the newest decision of each.</param>
public sealed record StandardSync(StandardVersion To, ImmutableSortedDictionary<string, StandardItem> Items, ImmutableArray<ConflictDecision> Decisions);

/// <summary>
/// 标准目录 of one unit: what it has published, what it is working on, and which version above it rests on. Taking over a newer version above is a
/// three-way merge; versions above are taken one after another, none is skipped, so that every step can be explained.
/// </summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Revision">Acts recorded on it.</param>
/// <param name="Title">Title of what is being worked on.</param>
/// <param name="Basis">Document that sets it.</param>
/// <param name="Items">What is being worked on.</param>
/// <param name="Base">Version above that it rests on, with its items; null: none.</param>
/// <param name="Published">Versions published, oldest first.</param>
/// <param name="Sync">A version above being taken over; null: none.</param>
/// <param name="SetAside">不涉及: items in force here that do not apply to this unit, each with the reason.</param>
public sealed record StandardBook(
    UnitId Owner, long Revision, string Title, string Basis, ImmutableSortedDictionary<string, StandardItem> Items, StandardCatalog? Base, ImmutableArray<StandardCatalog> Published,
    StandardSync? Sync, ImmutableSortedDictionary<string, string> SetAside)
{
    private static readonly ImmutableSortedDictionary<string, StandardItem> NoItems = ImmutableSortedDictionary.Create<string, StandardItem>(StringComparer.Ordinal);

    /// <summary>Nothing has happened yet.</summary>
    public static StandardBook Blank(UnitId owner) => new(owner, 0, "", "", NoItems, null, [], null, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>Number of the newest version published; 0: none.</summary>
    public int Version => Published.IsEmpty ? 0 : Published[^1].Of.Version;

    /// <summary>True when what is being worked on differs from what is published.</summary>
    public bool IsAhead => Published.IsEmpty ? !Items.IsEmpty : Published[^1].Base != Base?.Of || !Same(Published[^1].Items, Items);

    /// <summary>The merge under way; null: none.</summary>
    public MergeResult? Merge => Sync is null ? null : CatalogMerge.Merge(Base?.Items ?? NoItems, Sync.Items, Items);

    /// <summary>Conflicts that nobody has decided yet.</summary>
    public ImmutableArray<MergeStep> OpenConflicts =>
        Merge is { } merge ? [.. merge.Conflicts.Where(c => Sync!.Decisions.All(d => d.Place != c.Place))] : [];

    /// <summary>Changes what is being worked on.</summary>
    /// <param name="title">Title; empty: as it is.</param>
    /// <param name="basis">Document; empty: as it is.</param>
    /// <param name="put">Items new or changed.</param>
    /// <param name="remove">Ids of items left out.</param>
    /// <param name="expectedRevision">Revision that the editor began with; -1: whichever.</param>
    /// <returns>One <see cref="StandardEdited"/> with what would keep it from being published; nothing when all of it is so already; refusal with every fault.</returns>
    public Decision<StandardEvent> Edit(string title, string basis, ImmutableArray<StandardItem> put, ImmutableArray<string> remove, long expectedRevision)
    {
        if (expectedRevision >= 0 && expectedRevision != Revision)
            return Decision<StandardEvent>.Refuse(CatalogRules.StaleRevision.At("revision", "标准目录在此期间已改变,请对照后重新提交", "the standard has changed meanwhile: compare and send again"));
        if (Sync is not null)
            return Decision<StandardEvent>.Refuse(StandardRules.ConflictsOpen.At("sync", "正在采纳上级新版本,请先处理冲突", "a newer version above is being taken over: decide its conflicts first"));
        ImmutableArray<Finding> findings =
        [
            .. put.SelectMany(StandardCheck.Of),
            .. put.Select(i => i.Id).Concat(remove).CountBy(id => id).Where(c => c.Value > 1).Select(c => StandardRules.Twice.At(c.Key, $"事项 {c.Key} 出现两次", $"item {c.Key} stands there twice")),
            .. remove.Where(id => !Items.ContainsKey(id)).Select(id => StandardRules.NoSuchItem.At(id, $"标准目录没有事项 {id}", $"the standard has no item {id}")),
        ];
        if (findings.Any(f => f.Blocks))
            return Decision<StandardEvent>.Refuse(findings);
        var after = Items.SetItems(put.Select(i => KeyValuePair.Create(i.Id, i))).RemoveRange(remove);
        ImmutableArray<Finding> narrowed = [.. findings, .. Narrowing.Of(Base?.Items ?? NoItems, after)]; // told while it is written, refused when it is published
        var edited = new StandardEdited(title.Length > 0 ? title : Title, basis.Length > 0 ? basis : Basis, put, remove);
        return edited.Title == Title && edited.Basis == Basis && Same(Items, after) ? Decision<StandardEvent>.Nothing : Decision<StandardEvent>.Record(edited, narrowed);
    }

    /// <summary>发布: makes what is being worked on the next version.</summary>
    /// <returns>One <see cref="StandardPublished"/>; nothing when it is published as it is; refusal with CT-303 to CT-308.</returns>
    public Decision<StandardEvent> Publish()
    {
        if (!OpenConflicts.IsEmpty)
            return Decision<StandardEvent>.Refuse(OpenConflicts.Select(c => StandardRules.ConflictsOpen.At(c.Place)));
        if (Items.IsEmpty)
            return Decision<StandardEvent>.Refuse(StandardRules.NoItems.At("items"));
        var findings = Narrowing.Of(Base?.Items ?? NoItems, Items);
        if (findings.Any(f => f.Blocks))
            return Decision<StandardEvent>.Refuse(findings);
        return IsAhead ? Decision<StandardEvent>.Record(new StandardPublished(Version + 1), findings) : Decision<StandardEvent>.Nothing;
    }

    /// <summary>不涉及: says that an item in force does not apply to this unit, or, without a reason, that it does after all.</summary>
    /// <param name="item">Its id.</param>
    /// <param name="reason">Why not; empty: it applies again.</param>
    /// <param name="inForce">The standard that binds the unit; null: none does.</param>
    public Decision<StandardEvent> Exempt(string item, string reason, StandardCatalog? inForce)
    {
        if (reason.Length == 0)
            return SetAside.ContainsKey(item) ? Decision<StandardEvent>.Record(new StandardItemSetAside(item, "")) : Decision<StandardEvent>.Nothing;
        List<Finding> findings = [];
        if (inForce is null || !inForce.Items.ContainsKey(item))
            findings.Add(StandardRules.NoSuchItem.At(item));
        if (string.IsNullOrWhiteSpace(reason))
            findings.Add(StandardRules.NotApplicableWithoutReason.At(item));
        if (findings.Count > 0)
            return Decision<StandardEvent>.Refuse(findings);
        return SetAside.GetValueOrDefault(item) == reason.Trim() ? Decision<StandardEvent>.Nothing : Decision<StandardEvent>.Record(new StandardItemSetAside(item, reason.Trim()));
    }

    /// <summary>Begins to take over a version above: the one after that we rest on.</summary>
    /// <param name="next">That version; null: there is none newer.</param>
    /// <returns>One <see cref="StandardSynced"/> when nothing conflicts, else one <see cref="StandardSyncProposed"/>; refusal with CT-307 while one is under way, CT-309 when a version would be skipped.</returns>
    public Decision<StandardEvent> Take(StandardCatalog? next)
    {
        if (Sync is not null)
            return Decision<StandardEvent>.Refuse(OpenConflicts.Select(c => StandardRules.ConflictsOpen.At(c.Place)).DefaultIfEmpty(StandardRules.ConflictsOpen.At("sync")));
        if (next is null || next.Of == Base?.Of)
            return Decision<StandardEvent>.Nothing;
        if (Base is { } held && held.Of.Owner == next.Of.Owner && next.Of.Version != held.Of.Version + 1)
            return Decision<StandardEvent>.Refuse(StandardRules.VersionSkipped.At("version", $"现依据第 {held.Of.Version} 版,不能直接采纳第 {next.Of.Version} 版", $"resting on version {held.Of.Version}, version {next.Of.Version} cannot follow"));
        var merge = CatalogMerge.Merge(Base?.Items ?? NoItems, next.Items, Items);
        return merge.Conflicts.Any()
            ? Decision<StandardEvent>.Record(new StandardSyncProposed(next))
            : Decision<StandardEvent>.Record(new StandardSynced(next, merge.Items), Narrowing.Of(next.Items, merge.Items));
    }

    /// <summary>Decides conflicts; with the last of them the version above is taken over.</summary>
    /// <returns>One <see cref="StandardConflictsDecided"/>; refusal with CT-301, CT-302, CT-312, all that hold.</returns>
    public Decision<StandardEvent> Decide(ImmutableArray<ConflictDecision> decisions)
    {
        if (Sync is null || Merge is not { } merge)
            return Decision<StandardEvent>.Refuse(StandardRules.NoSuchConflict.At("sync"));
        ImmutableArray<Finding> findings =
        [
            .. MergeDecisions.Apply(merge, Sync.Items, decisions).Findings,
            .. decisions.CountBy(d => d.Place).Where(c => c.Value > 1).Select(c => StandardRules.Twice.At(c.Key, $"冲突 {c.Key} 处理了两次", $"the conflict at {c.Key} is decided twice")),
        ];
        return findings.IsEmpty && !decisions.IsEmpty
            ? Decision<StandardEvent>.Record(new StandardConflictsDecided(decisions))
            : Decision<StandardEvent>.Refuse(findings.IsEmpty ? [StandardRules.NoSuchConflict.At("decisions")] : findings);
    }

    /// <summary>The book after an event; replays old events for ever.</summary>
    public StandardBook Apply(StandardEvent happened)
    {
        var next = this with { Revision = Revision + 1 };
        switch (happened)
        {
            case StandardEdited e:
                return next with { Title = e.Title, Basis = e.Basis, Items = Items.SetItems(e.Put.Select(i => KeyValuePair.Create(i.Id, i))).RemoveRange(e.Remove) };
            case StandardPublished e:
                return next with { Published = Published.Add(new StandardCatalog(new StandardVersion(Owner, e.Version), Title, Basis, Base?.Of, Items)) };
            case StandardItemSetAside e:
                return next with { SetAside = e.Reason.Length == 0 ? SetAside.Remove(e.Item) : SetAside.SetItem(e.Item, e.Reason) };
            case StandardSynced e:
                return next with { Base = e.Base, Items = e.Items, Sync = null };
            case StandardSyncProposed e:
                return next with { Sync = new StandardSync(e.To.Of, e.To.Items, []), SyncBase = e.To };
            case StandardConflictsDecided e:
                var decided = next with { Sync = Sync! with { Decisions = [.. Sync.Decisions.Where(d => e.Decisions.All(n => n.Place != d.Place)), .. e.Decisions] } };
                return decided.OpenConflicts.IsEmpty
                    ? decided with { Base = SyncBase, Items = MergeDecisions.Apply(decided.Merge!, Sync.Items, decided.Sync!.Decisions).Items, Sync = null }
                    : decided;
            default:
                throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened));
        }
    }

    private StandardCatalog? SyncBase { get; init; } // the version of Sync, whole

    private static bool Same(ImmutableSortedDictionary<string, StandardItem> a, ImmutableSortedDictionary<string, StandardItem> b) =>
        a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var other) && pair.Value.SameAs(other));
}
