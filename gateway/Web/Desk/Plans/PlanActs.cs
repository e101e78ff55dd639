using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.WorkPoints;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Plans;

/// <summary>工作要点: lists them, shows one, withdraws it, breaks it down.</summary>
internal static class PlanActs
{
    public static async Task<IResult> List(HttpContext http, PlanReader reader, IDivisions divisions)
    {
        var call = DeskCall.Of(http);
        var asked = http.Request.Query["unit"].ToString();
        var unit = asked.Length == 0 ? divisions.Today.Find(call.By.Unit) : UnitId.TryParse(asked, out var id) ? divisions.Today.Find(id) : null;
        if (unit is null || !call.May(Permission.ReadPlans, unit.Id, divisions))
            return call.Refused([DivisionRules.UnknownUnit.At("unit")]);
        int? year = int.TryParse(http.Request.Query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is >= 2000 and <= 2099 ? y : null;
        return new PageResult<PlansPage>(call.Frame, StatusCodes.Status200OK, (nameof(PlansPage.Call), call), (nameof(PlansPage.List), await reader.List(call, unit, year, http.RequestAborted)));
    }

    public static async Task<IResult> Show(string unit, int year, int number, HttpContext http, PlanReader reader, PlanFigures figures, IDivisions divisions)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } plan)
            return problem!;
        return await Page(plan, http, reader, figures, divisions, []);
    }

    public static async Task<IResult> Withdraw(string unit, int year, int number, HttpContext http, PlanReader reader, PlanFigures figures, IDivisions divisions)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } plan)
            return problem!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var reply = await reader.Grain(plan.Id).Withdraw(new WithdrawPlan(RequestIds.Of(form, "withdraw"), plan.Call.By, form["reason"].ToString()));
        return reply.Refused ? await Page(plan, http, reader, figures, divisions, reply.Findings) : DeskCall.Back(plan.At(), "plan-withdrawn");
    }

    /// <summary>任务分解: makes the draft with which the reader's unit carries the plan on.</summary>
    public static async Task<IResult> Cascade(string unit, int year, int number, HttpContext http, PlanReader reader, PlanFigures figures, IDivisions divisions)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } plan)
            return problem!;
        var call = plan.Call;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!call.May(Permission.IssuePlans, call.By.Unit, divisions))
            return call.Refused([Permissions.Denied.At("unit")]);
        if (plan.View.Content is not { } above)
            return call.Refused([WorkPlanRules.NotIssued.At("plan")]);
        var findings = new List<Finding>();
        var earlier = NumberOf(form["earlier"].ToString(), "earlier", findings);
        if (PlanReader.IdOf(call.By.Unit.Value, plan.Id.Year, NumberOf(form["number"].ToString(), "number", findings)) is not { } mine)
            return call.Refused([DeskRules.NoPlan.At("number")]);
        if (!ReceiverText.TryParse(form["to"].ToString(), out var to))
            findings.Add(DeskRules.BadChoice.At("to"));
        if (findings.Count > 0)
            return await Page(plan, http, reader, figures, divisions, [.. findings]);
        var held = (await reader.Grain(plan.Id).DutiesOf(call.By.Unit)).Select(d => PlanDuties.PlaceOf(d.Id)).ToHashSet();
        var draft = Cascading.Draft(plan.Id, above, held, [to!], to is DirectlyBelow ? CascadeMode.StepByStep : CascadeMode.Straight, earlier);
        var reply = await reader.Grain(mine).SaveDraft(new SavePlanDraft(RequestIds.Of(form, "cascade"), call.By, draft, 0));
        return reply.Refused ? await Page(plan, http, reader, figures, divisions, reply.Findings) : DeskCall.Back(OpenPlan.AddressOf(mine, "draft"), "cascaded");
    }

    /// <summary>A number not below 0; empty is 0.</summary>
    internal static int NumberOf(string text, string where, ICollection<Finding> findings)
    {
        if (text.Trim().Length == 0)
            return 0;
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 10_000)
            return number;
        findings.Add(DeskRules.BadNumber.At(where, $"“{text}”不是 0 至 9999 的整数", $"'{text}' is no whole number from 0 to 9999"));
        return 0;
    }

    private static async Task<IResult> Page(OpenPlan plan, HttpContext http, PlanReader reader, PlanFigures figures, IDivisions divisions, ImmutableArray<Finding> refusals)
    {
        var own = plan.Call.By.Unit;
        var bound = own != plan.Id.Issuer && plan.View is { Version: > 0, WithdrawnFor: null } ? (await reader.Grain(plan.Id).DutiesOf(own)).Select(d => PlanDuties.PlaceOf(d.Id)).Distinct().Count() : 0;
        return new PageResult<PlanPage>(
            plan.Call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            (nameof(PlanPage.Plan), plan), (nameof(PlanPage.RollUp), await figures.RollUp(plan, http.RequestAborted)), (nameof(PlanPage.BoundClauses), bound),
            (nameof(PlanPage.CascadeNumber), bound > 0 && plan.Call.May(Permission.IssuePlans, own, divisions) ? await reader.NextNumber(own, plan.Id.Year, http.RequestAborted) : 0), (nameof(PlanPage.OwnName), reader.NameOf(own)),
            (nameof(PlanPage.Done), plan.Call.D.Done(http.Request.Query["done"].ToString())), (nameof(PlanPage.Refusals), refusals));
    }
}
