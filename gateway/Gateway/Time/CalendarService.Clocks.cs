using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Contracts;
using Federation.Contracts.Time;
using Federation.Domain.Authority;
using Federation.Domain.Time;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.Time;

public sealed partial class CalendarService
{
    /// <inheritdoc />
    public override async Task<V1.LegalClock> RecordStep(RecordStepRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        var by = context.Subject();
        requests.Demand(by, Permission.KeepClocks, unit);
        var findings = new List<Domain.Findings.Finding>();
        CheckNumber(request.Number, findings);
        var kind = Choice<ClockStepKind>(request.Step, "step", findings);
        var of = request.OpinionOf.Length == 0 && kind != ClockStepKind.AskOpinion ? OpinionOf.ThirdParty : Choice<OpinionOf>(request.OpinionOf, "opinion_of", findings);
        var on = request.On.Length == 0 ? requests.Day("") : Day(request.On, "on", findings);
        var until = request.Until.Length == 0 ? (DateOnly?)null : Day(request.Until, "until", findings);
        Requests.Refuse(findings);
        var step = new ClockStep(Requests.RequestId(request.RequestId), by, kind, on, until, of, request.Opinion, request.Days, request.Approver);
        var reply = await grains.GetGrain<ILegalClockGrain>(GrainKeys.Clock(unit, request.Number)).Step(step);
        var clock = ToProto(reply.OrThrow());
        clock.Findings.AddRange(reply.Findings.Select(Refusals.ToProto));
        return clock;
    }

    /// <inheritdoc />
    public override async Task<V1.LegalClock> GetClock(GetClockRequest request, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        requests.Demand(context.Subject(), Permission.ReadReports, unit);
        var findings = new List<Domain.Findings.Finding>();
        CheckNumber(request.Number, findings);
        Requests.Refuse(findings);
        return ToProto((await grains.GetGrain<ILegalClockGrain>(GrainKeys.Clock(unit, request.Number)).Get(context.Subject())).OrThrow());
    }

    private static void CheckNumber(string number, List<Domain.Findings.Finding> findings)
    {
        if (!RegistrationNumber().IsMatch(number))
            findings.Add(ClockRules.BadNumber.At("number"));
    }

    private static T Choice<T>(string text, string where, List<Domain.Findings.Finding> findings)
        where T : struct, Enum
    {
        if (text.Length > 0 && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, out var choice))
            return choice;
        var all = string.Join(", ", Enum.GetNames<T>());
        findings.Add(GatewayRules.UnknownChoice.At(where, $"没有选项“{text}”,应为 {all}", $"there is no choice '{text}'; write one of {all}"));
        return default;
    }

    private static V1.LegalClock ToProto(ClockView view)
    {
        var clock = new V1.LegalClock
        {
            Unit = view.Unit.Value, Number = view.Number, State = view.State.ToString(), Due = Text(view.Due), Limit = view.Limit, Provisional = view.Provisional, Late = view.Late,
        };
        clock.Days.AddRange(view.Days.Select(d => new V1.ClockDay { Day = Text(d.Day), Number = d.Number, Text = d.Text, TextEn = d.TextEn }));
        clock.Log.AddRange(view.Log.Select(l => new ClockAct { Kind = l.Kind, At = l.At.InBeijing().ToString("O", CultureInfo.InvariantCulture), Actor = l.Actor, Due = Text(l.Due), Notice = l.Notice }));
        return clock;
    }

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RegistrationNumber();
}
