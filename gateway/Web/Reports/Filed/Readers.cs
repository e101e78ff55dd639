using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Reports.Filed;

/// <summary>
/// Who is shown which version of a report: published ones are everybody's; one that is sealed and not published is for those signed in who may
/// read the unit's reports.
/// </summary>
/// <remarks>docs/decisions/0008-citizens-read-published-reports.md</remarks>
internal sealed class Readers(IDivisions divisions)
{
    /// <summary>True when somebody is signed in who may read the unit's reports as they stand.</summary>
    public bool MayReadAll(PageFrame frame, UnitId unit) =>
        frame.By is { } by && Permissions.Check(by, Permission.ReadReports, unit, divisions.Today) is null;

    /// <summary>The version to show instead of the one found; null when there is none for this reader.</summary>
    /// <param name="filed">What was found.</param>
    /// <param name="mayReadAll">See <see cref="MayReadAll"/>.</param>
    /// <param name="named">A version was asked for by its number: it is not exchanged for another.</param>
    public static FiledModel? Shown(FiledModel filed, bool mayReadAll, bool named)
    {
        if (mayReadAll || filed.Published is not null)
            return filed;
        if (named || filed.History.NewestPublished is not { } version || filed.History.Find(version) is not { } filing)
            return null;
        return filed with { Filing = filing };
    }

    /// <summary>Says that a report is not published yet, and offers the sign-in to those who have not signed in.</summary>
    public static IResult NotPublished(PageFrame frame, Place place)
    {
        var w = frame.Words;
        return new PageResult<ProblemPage>(
            frame, StatusCodes.Status403Forbidden,
            (nameof(ProblemPage.Title), Text.PublicationWords.NotYetPublished(w)),
            (nameof(ProblemPage.Lead), Text.PublicationWords.NotYetPublishedLead(w, place.Row.Name, w.ReportsOf(place.Roster.Period), frame.By is not null)),
            (nameof(ProblemPage.SignIn), frame.By is null));
    }
}
