using Federation.Contracts.WorkPoints;
using Federation.Domain.WorkPoints;
using Federation.Web.Pages;

namespace Federation.Web.Desk.Plans;

/// <summary>A plan that somebody looks at or works on, as it stands now.</summary>
/// <param name="Call">Who.</param>
/// <param name="Id">Which.</param>
/// <param name="View">As it stands; without its draft for those who may not issue it.</param>
/// <param name="IssuerName">Name of its issuer.</param>
/// <param name="MayIssue">The reader writes plans of its issuer.</param>
public sealed record OpenPlan(DeskCall Call, PlanId Id, PlanView View, string IssuerName, bool MayIssue)
{
    /// <summary>What is shown: the version in force, or the draft of the first.</summary>
    public PlanDraft Content => View.Content ?? View.Draft!;

    /// <summary>Address of its page, or of another about it.</summary>
    /// <param name="act">Empty for the page itself.</param>
    public string At(string act = "") => AddressOf(Id, act);

    /// <summary>Address of a plan's page, or of another about it.</summary>
    public static string AddressOf(PlanId id, string act = "") => $"/desk/plans/{id}{(act.Length == 0 ? "" : "/" + act)}";

    /// <summary>The way to a page about it.</summary>
    /// <param name="last">The page; empty: the plan itself.</param>
    public IReadOnlyList<TrailStep> Trail(string last = "")
    {
        var title = Content.Title.Length > 0 ? Content.Title : Call.D.Untitled;
        TrailStep[] first = [new(Call.D.Desk, "/desk"), new(Call.D.Plans, "/desk/plans")];
        return last.Length == 0 ? [.. first, new(title, null, "zh-CN")] : [.. first, new(title, At(), "zh-CN"), new(last, null)];
    }
}
