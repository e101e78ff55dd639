using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Gateway.Access;
using Federation.Gateway.Circulars;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;
using AppraisalFormula = Federation.V1.AppraisalFormula;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.Obligations;

/// <summary>Appraisals: the formula, the ranking, the circular.</summary>
public sealed partial class ObligationsService
{
    private const int Together = 16; // books asked at a time

    /// <inheritdoc />
    public override async Task<AppraisalFormula> SetAppraisalFormula(SetAppraisalFormulaRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.SetAppraisals, unit); // who may, before what is wrong
        var findings = new List<Finding>();
        Year(request.Year, findings);
        var weight = ReadNumber(request.Weight, "weight", findings);
        var items = request.Items.Select((item, i) => new FormulaItemView(
            item.Name, item.Count, ReadNumber(item.Points, $"items[{i}].points", findings), item.OffEach.Length == 0 ? 0 : ReadNumber(item.OffEach, $"items[{i}].off_each", findings))).ToList();
        Requests.Refuse(findings);
        var reply = await Appraisals(unit, request.Year).Set(new SetAppraisalFormula(
            Requests.RequestId(request.RequestId), context.Subject(), request.Name, request.Basis, weight, [.. items], request.Reason));
        var formula = DutyMapping.ToProto(reply.OrThrow());
        formula.Findings.AddRange(reply.Findings.Select(Refusals.ToProto));
        return formula;
    }

    /// <inheritdoc />
    public override async Task<AppraisalFormula> GetAppraisalFormula(GetAppraisalFormulaRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.ReadDuties, unit);
        var findings = new List<Finding>();
        Year(request.Year, findings);
        Requests.Refuse(findings);
        if (!request.Own)
            return DutyMapping.ToProto((await Book(request.Unit, request.Year).Formula(context.Subject())).OrThrow());
        return DutyMapping.ToProto(await Appraisals(unit, request.Year).Get()
            ?? throw Refusals.ToRpcException([ObligationRules.NoFormula.At("unit", $"{unit} 没有为 {request.Year} 年公布考核办法", $"{unit} has set no formula for {request.Year}")]));
    }

    /// <inheritdoc />
    public override async Task<ListAppraisalsResponse> ListAppraisals(ListAppraisalsRequest request, ServerCallContext context)
    {
        var response = new ListAppraisalsResponse { Unit = request.Unit, Year = request.Year };
        response.Units.AddRange((await Ranked(request.Unit, request.Year, context)).Select(r => new RankedAppraisal { Rank = r.Rank, Name = r.Name, Appraisal = DutyMapping.ToProto(r.Result) }));
        return response;
    }

    /// <inheritdoc />
    public override async Task<ReportFile> WriteAppraisalCircular(WriteAppraisalCircularRequest request, ServerCallContext context)
    {
        var ranked = await Ranked(request.Unit, request.Year, context);
        var format = Requests.Known(request.Format, "format");
        var issuer = divisions.Today.Find(UnitId.Parse(request.Unit))!.Name;
        return await CircularFile.Write(AppraisalCircular.Write(issuer, request.Year, ranked, clock.GetUtcNow()), format, printer, context.CancellationToken);
    }

    // The books of the units directly below are asked, some at a time; nobody further down is woken.
    private async Task<List<(string Name, int Rank, AppraisalView Result)>> Ranked(string unit, int year, ServerCallContext context)
    {
        var top = requests.Unit(unit);
        requests.DemandSubtree(context.Subject(), Permission.ReadDuties, top);
        var findings = new List<Finding>();
        Year(year, findings);
        Requests.Refuse(findings);
        var tree = divisions.Today;
        var below = tree.TryFind(top, out var order) ? tree.ChildrenOf(order).Select(o => tree[o]).ToList() : [];
        var results = new List<(string Name, AppraisalView Result)>();
        foreach (var some in below.Chunk(Together))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var replies = await Task.WhenAll(some.Select(u => grains.GetGrain<IObligationBookGrain>(GrainKeys.Duties(u.Id, year)).Appraise(context.Subject())));
            results.AddRange(some.Zip(replies, (u, r) => (u.Name, r.OrThrow())));
        }
        var ordered = results.OrderByDescending(r => r.Result.Points).ToList();
        return [.. ordered.Select(r => (r.Name, 1 + ordered.TakeWhile(o => o.Result.Points > r.Result.Points).Count(), r.Result))];
    }

    private IAppraisalGrain Appraisals(UnitId unit, int year) => grains.GetGrain<IAppraisalGrain>(GrainKeys.Appraisal(unit, year));

    private static void Year(int year, List<Finding> findings)
    {
        if (year is < FirstYear or > LastYear)
            findings.Add(ObligationRules.WrongYear.At("year", $"没有 {year} 年的责任清单", $"there is no book of the year {year}"));
    }

    private static decimal ReadNumber(string text, string where, List<Finding> findings)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        findings.Add(ObligationRules.BadItem.At(where, $"“{text}”不是数字", $"'{text}' is no number"));
        return 0;
    }
}
