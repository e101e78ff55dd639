using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Authority;

/// <summary>What can be permitted.</summary>
public enum Permission
{
    /// <summary>See units.</summary>
    ReadDivisions,

    /// <summary>See reports, totals and coverage.</summary>
    ReadReports,

    /// <summary>Keep drafts and file.</summary>
    FileReports,

    /// <summary>Accept or return what was filed.</summary>
    ReviewReports,

    /// <summary>Open a period; set earlier dates and change the list of who must file.</summary>
    OpenPeriods,

    /// <summary>Approve and seal a report of the own unit, or hand it back to its author.</summary>
    ApproveReports,

    /// <summary>Record that an accepted report was made public.</summary>
    PublishReports,

    /// <summary>Grant an exception, or ask for a report.</summary>
    ChaseReports,

    /// <summary>代行授权: let a colleague act in one's place for a time.</summary>
    Delegate,

    /// <summary>Write, issue, amend and withdraw work plans of the own unit.</summary>
    IssuePlans,

    /// <summary>See work plans: notices that bind others are not secret among them.</summary>
    ReadPlans,

    /// <summary>Take a holiday notice of the unit into the calendar.</summary>
    KeepCalendar,

    /// <summary>Register disclosure applications and record the steps of their legal clocks.</summary>
    KeepClocks,

    /// <summary>See duties, how they stand, and what they cost.</summary>
    ReadDuties,

    /// <summary>Open, accept, object to duties of the own unit, and give evidence of them.</summary>
    WorkDuties,

    /// <summary>Accept or return evidence, and close duties.</summary>
    ReviewDuties,

    /// <summary>Waive a duty until a day.</summary>
    WaiveDuties,

    /// <summary>Set the formula by which the units below are appraised.</summary>
    SetAppraisals,

    /// <summary>Put tags on units below, and take them off.</summary>
    KeepTags,

    /// <summary>See what is not public: entries under review, what is withheld and why. The catalog itself is open to all.</summary>
    ReadRegisters,

    /// <summary>Write entries of the own catalog and ask for them to be withdrawn; others review both before the catalog changes.</summary>
    KeepCatalog,

    /// <summary>Put into the own catalog, and remove from it, what was reviewed and is public where it comes from.</summary>
    PushEntries,

    /// <summary>Review entries written in the own unit before they are public; never one's own.</summary>
    ReviewEntries,

    /// <summary>Confirm removals that wait for a second person.</summary>
    ConfirmRemovals,

    /// <summary>Set how a catalog is kept, and what sources it is fed from.</summary>
    SetCatalogs,

    /// <summary>Publish and take over standard catalogs, and decide conflicts.</summary>
    KeepStandards,
}

/// <summary>How far a permission reaches in the tree, seen from the subject's unit.</summary>
public enum Reach
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>The own unit.</summary>
    Self,

    /// <summary>The own unit and its agencies.</summary>
    SelfAndAgencies,

    /// <summary>Units directly below, agencies among them; not the own unit.</summary>
    DirectChildren,

    /// <summary>The own unit and everything below.</summary>
    Subtree,

    /// <summary>Everywhere: facts that are public.</summary>
    Everywhere,
}

/// <summary>The one table of permissions. What it does not grant is denied.</summary>
public static class Permissions
{
    /// <summary>AU-001</summary>
    public static Rule Denied { get; } = new("AU-001", Severity.Error, "无权对该单位进行此操作", "not permitted for this unit", "本系统权限规则");

    /// <summary>AU-002</summary>
    public static Rule NoSubject { get; } = new("AU-002", Severity.Error, "未登录或凭证无效", "no valid credentials", "本系统权限规则");

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } = [Denied, NoSubject];

    /// <summary>How far a role's permission reaches.</summary>
    public static Reach ReachOf(Role role, Permission permission) => (role, permission) switch
    {
        (_, Permission.ReadDivisions or Permission.ReadPlans) => Reach.Everywhere,
        (Role.Integrator, Permission.KeepCatalog or Permission.PushEntries) => Reach.Self,
        (Role.Integrator, _) => Reach.None, // a system pushes into its catalog and sees nothing that is not public
        (Role.SecrecyReviewer, Permission.ReadReports or Permission.ReadDuties) => Reach.None,
        (Role.Clerk, Permission.ReadReports) => Reach.SelfAndAgencies,
        (_, Permission.ReadReports) => Reach.Subtree,
        (Role.Clerk, Permission.FileReports) => Reach.Self,
        (Role.Collector, Permission.FileReports or Permission.ApproveReports) => Reach.DirectChildren,
        (Role.Reviewer, Permission.ReviewReports) => Reach.DirectChildren,
        (Role.Officer, Permission.ReviewReports) => Reach.Subtree,
        (Role.Reviewer or Role.Officer, Permission.ChaseReports) => Reach.Subtree,
        (Role.Officer, Permission.OpenPeriods or Permission.KeepCalendar) => Reach.Subtree,
        (Role.Clerk or Role.Officer, Permission.KeepClocks) => Reach.Self,
        (Role.Officer, Permission.IssuePlans or Permission.SetAppraisals or Permission.KeepTags) => Reach.Self,
        (Role.Clerk, Permission.ReadDuties) => Reach.SelfAndAgencies,
        (_, Permission.ReadDuties) => Reach.Subtree,
        (Role.Clerk or Role.Approver, Permission.WorkDuties) => Reach.Self,
        (Role.Reviewer, Permission.ReviewDuties) => Reach.DirectChildren,
        (Role.Officer, Permission.ReviewDuties or Permission.WaiveDuties) => Reach.Subtree,
        (Role.Approver, Permission.ApproveReports) => Reach.Self,
        (Role.Clerk or Role.Approver, Permission.PublishReports) => Reach.Self,
        (Role.Clerk or Role.Approver or Role.Reviewer or Role.Officer, Permission.Delegate) => Reach.Self,
        (Role.Clerk, Permission.ReadRegisters) => Reach.SelfAndAgencies,
        (_, Permission.ReadRegisters) => Reach.Subtree,
        (Role.Clerk, Permission.KeepCatalog) => Reach.Self,
        (Role.SecrecyReviewer or Role.Approver, Permission.ReviewEntries) => Reach.Self,
        (Role.Approver, Permission.ConfirmRemovals or Permission.SetCatalogs) => Reach.Self,
        (Role.Officer, Permission.ConfirmRemovals or Permission.SetCatalogs) => Reach.Subtree,
        (Role.Officer, Permission.KeepStandards) => Reach.Self,
        _ => Reach.None,
    };

    /// <summary>Decides one question.</summary>
    /// <param name="subject">Who asks.</param>
    /// <param name="permission">For what.</param>
    /// <param name="target">On which unit.</param>
    /// <param name="tree">The tree of the day.</param>
    /// <returns>Null when permitted; AU-001 when not.</returns>
    public static Finding? Check(Subject subject, Permission permission, UnitId target, DivisionTree tree) =>
        subject.Roles.Any(role => Reaches(ReachOf(role, permission), subject.Unit, target, tree))
            ? null
            : Denied.At("unit", $"{subject.Actor} 无权对 {target} 进行此操作", $"{subject.Actor} may not do this to {target}");

    /// <summary>Decides one question for a unit and everything below it: a total tells of each of its parts.</summary>
    /// <param name="subject">Who asks.</param>
    /// <param name="permission">For what.</param>
    /// <param name="top">Top of the subtree.</param>
    /// <param name="tree">The tree of the day.</param>
    /// <returns>Null when permitted for every unit of the subtree; AU-001 at the first for which it is not.</returns>
    public static Finding? CheckSubtree(Subject subject, Permission permission, UnitId top, DivisionTree tree)
    {
        if (Check(subject, permission, top, tree) is { } denied)
            return denied;
        var whole = subject.Roles.Select(role => ReachOf(role, permission)).Any(reach => reach >= Reach.Subtree && Reaches(reach, subject.Unit, top, tree));
        if (whole || !tree.TryFind(top, out var order))
            return null;
        return Enumerable.Range(order + 1, tree.LastOf(order) - order).Select(below => Check(subject, permission, tree[below].Id, tree)).FirstOrDefault(f => f is not null);
    }

    private static bool Reaches(Reach reach, UnitId own, UnitId target, DivisionTree tree) => reach switch
    {
        Reach.Everywhere => true,
        Reach.Self => own == target,
        Reach.SelfAndAgencies => own == target || (target.IsAgency && tree.Find(target)?.Parent == own),
        Reach.DirectChildren => tree.Find(target)?.Parent == own,
        Reach.Subtree => tree.Contains(own, target),
        _ => false,
    };
}
