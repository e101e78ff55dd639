using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Obligations;
using Federation.Domain.Tests.Time;
using Federation.Domain.Time;

namespace Federation.Domain.Tests.Obligations;

/// <summary>Books of one county under its province, on the official calendar.</summary>
internal static class Books
{
    public const string Plan = "500000/2026/7";

    public static readonly UnitId Province = UnitId.Parse("500000");
    public static readonly UnitId County = UnitId.Parse("500151");
    public static readonly IWorkingDays Days = new Official();

    public static DutyId Id(string clause) => DutyId.Of(Plan, clause);

    public static Duty Duty(string clause, string measure, string plan = Plan) => new(
        DutyId.Of(plan, clause), $"任务{clause}", "条文", MeasureText.Parse(measure), DutyRole.Responsible, "渝府办发〔2026〕7号", [], UnitId.Parse(plan.Split('/')[0]), [], 30);

    public static DutiesReceived Version(int version, params Duty[] duties) =>
        new(Plan, version, Province, "2026年政务公开工作要点", Noon("2026-01-05"), [.. duties], version == 1 ? "" : "修订");

    public static DateTimeOffset Noon(string day) => At(day + " 12:00");

    public static DateTimeOffset At(string moment) =>
        new(DateTime.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public static DateOnly Day(string day) => Lists.Day(day);

    /// <summary>A book that received the duties on a day.</summary>
    public static DutyBook With(string receivedOn, params Duty[] duties) => DutyBook.Blank.Apply(Version(1, duties), Noon(receivedOn), "plan@500000");

    public static EvidenceItem Item(string doneOn, string reference = "catalog:500151/1", decimal? value = null, int? occurrence = null, string? @for = null, EvidenceKind kind = EvidenceKind.CatalogEntry) =>
        new(kind, reference, doneOn.Length > 10 ? At(doneOn) : Noon(doneOn), @for is null ? null : Day(@for), occurrence, value, "");

    public static DutyBook Give(this DutyBook book, string clause, EvidenceItem item) =>
        book.Apply(new EvidenceGiven(Id(clause), item), item.DoneAt, "zhang@500151");

    public static DutyStatus Status(this DutyBook book, string clause, string at) => DutyStatus.Of(book.Records[Id(clause)], County, at.Length > 10 ? At(at) : Noon(at), Days);

    /// <summary>What an act recorded, applied; fails when it was refused.</summary>
    public static DutyBook Then(this DutyBook book, Func<DutyBook, Decision<DutyEvent>> act, string at, string by = "zhang@500151")
    {
        var decision = act(book);
        Assert.Empty(decision.Findings);
        return decision.Events.Aggregate(book, (b, e) => b.Apply(e, Noon(at), by));
    }

    /// <summary>Codes of a refused act.</summary>
    public static IEnumerable<string> Refusal(this DutyBook book, Func<DutyBook, Decision<DutyEvent>> act)
    {
        var decision = act(book);
        Assert.True(decision.Refused);
        return decision.Findings.Select(f => f.Code);
    }

    public static ImmutableArray<string> Codes(this Decision<DutyEvent> decision) => [.. decision.Findings.Select(f => f.Code)];

    private sealed class Official : IWorkingDays
    {
        private readonly WorkingCalendar calendar = Lists.National();

        public DateOnly AddWorkingDays(UnitId unit, DateOnly from, int days) => days == 0 ? from : calendar.Add(from, days);

        public bool IsWorkingDay(UnitId unit, DateOnly day) => calendar.IsWorkingDay(day);

        public bool IsProvisional(int year) => calendar.IsProvisional(year);
    }
}
