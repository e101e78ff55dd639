using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.WorkPoints;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Plans;

/// <summary>覆盖矩阵、办理情况、来龙去脉: who has taken a plan up.</summary>
internal static class PlanFigureActs
{
    private static readonly string[] Lights = ["not_due", "open", "due_soon", "done", "late", "waived"];

    public static async Task<IResult> Matrix(string unit, int year, int number, HttpContext http, PlanFigures figures, IDivisions divisions)
    {
        var (found, problem) = await figures.Place(http, unit, year, number);
        if (found is not { } place)
            return problem!;
        var above = place.Top.Parent is { } parent && place.Tree.TryFind(parent, out _) && Permissions.CheckSubtree(place.Plan.Call.By, Permission.ReadReports, parent, divisions.Today) is null
            && (place.Plan.Id.Issuer == UnitId.Nation || place.Tree.Contains(place.Plan.Id.Issuer, parent)) ? parent : null;
        return new PageResult<MatrixPage>(
            place.Plan.Call.Frame, StatusCodes.Status200OK, (nameof(MatrixPage.Place), place), (nameof(MatrixPage.Matrix), await figures.Matrix(place, http.RequestAborted)), (nameof(MatrixPage.Above), above));
    }

    public static async Task<IResult> Assignments(string unit, int year, int number, HttpContext http, PlanFigures figures)
    {
        var (found, problem) = await figures.Place(http, unit, year, number);
        if (found is not { } place)
            return problem!;
        var query = http.Request.Query;
        var clause = query["clause"].ToString();
        AssignmentState? state = Enum.TryParse<AssignmentState>(query["state"], out var named) && Enum.IsDefined(named) ? named : null;
        var choice = new AssignmentChoice(clause.Length > 0 ? clause : null, state, Lights.FirstOrDefault(l => l == query["light"]) ?? "");
        var (rows, next) = await figures.Assignments(place, choice, PlanFigures.After(http), http.RequestAborted);
        return new PageResult<AssignmentsPage>(
            place.Plan.Call.Frame, StatusCodes.Status200OK, (nameof(AssignmentsPage.Place), place), (nameof(AssignmentsPage.Clauses), await figures.Clauses(place.Row.Plan, http.RequestAborted)),
            (nameof(AssignmentsPage.Choice), choice), (nameof(AssignmentsPage.Rows), rows), (nameof(AssignmentsPage.Next), next));
    }

    public static async Task<IResult> Lineage(string unit, int year, int number, HttpContext http, PlanReader reader, PlanFigures figures)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } plan)
            return problem!;
        var clause = http.Request.Query["clause"].ToString();
        return await figures.Lineage(plan.Id, clause, http.RequestAborted) is not { } lineage
            ? Problems.NotFound(plan.Call.Frame, [DeskRules.NoPlan.At("clause")])
            : new PageResult<LineagePage>(
                plan.Call.Frame, StatusCodes.Status200OK, (nameof(LineagePage.Plan), plan), (nameof(LineagePage.Clause), clause), (nameof(LineagePage.Up), lineage.Up), (nameof(LineagePage.Down), lineage.Down),
                (nameof(LineagePage.NameOf), (Func<UnitId, string>)reader.NameOf));
    }
}
