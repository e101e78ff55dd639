using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Reading;

/// <summary>What is decided on a report that was read: seal or send back, accept or return, record where it was published.</summary>
internal static class ReadActs
{
    private const int MostReasons = 50;

    public static async Task<IResult> Show(string unit, string period, HttpContext http, OpenReports reports, IReadModels readModels)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        return found is { } report ? await Page(report, reports, readModels, [], http.Request.Query["done"].ToString()) : problem!;
    }

    public static Task<IResult> Seal(string unit, string period, HttpContext http, OpenReports reports, IReadModels readModels) =>
        Decide(unit, period, http, reports, readModels, (report, form, version) => report.Grain.Approve(new ApproveReport(RequestIds.Of(form, "seal"), report.Call.By, version, Hash(form["hash"].ToString()))),
            (report, receipt) => report.At($"receipts/{receipt.Version}"));

    public static Task<IResult> SendBack(string unit, string period, HttpContext http, OpenReports reports, IReadModels readModels) =>
        Decide(unit, period, http, reports, readModels, (report, form, version) => report.Grain.SendBack(new ReturnReport(RequestIds.Of(form, "send-back"), report.Call.By, version, Reasons(form))), (report, _) => Done(report, "sent-back"));

    public static Task<IResult> Accept(string unit, string period, HttpContext http, OpenReports reports, IReadModels readModels) =>
        Decide(unit, period, http, reports, readModels, (report, form, version) => report.Grain.Accept(new AcceptReport(RequestIds.Of(form, "accept"), report.Call.By, version)), (report, _) => Done(report, "accepted"));

    public static Task<IResult> Return(string unit, string period, HttpContext http, OpenReports reports, IReadModels readModels) =>
        Decide(unit, period, http, reports, readModels, (report, form, version) => report.Grain.Return(new ReturnReport(RequestIds.Of(form, "return"), report.Call.By, version, Reasons(form))), (report, _) => Done(report, "returned"));

    public static Task<IResult> Publish(string unit, string period, HttpContext http, OpenReports reports, IReadModels readModels) =>
        Decide(unit, period, http, reports, readModels, (report, form, version) => report.Grain.Publish(new PublishReport(RequestIds.Of(form, "publish"), report.Call.By, version, form["where"].ToString().Trim(), Day(form["on"].ToString()))),
            (report, _) => Done(report, "published"));

    /// <summary>Reasons as posted: pairs of <c>cell</c> and <c>reason</c>; lines left empty are left out.</summary>
    public static ImmutableArray<ReturnReason> Reasons(IFormCollection form) =>
        [.. form["reason"].Zip(form["cell"], (text, cell) => new ReturnReason((cell ?? "").Trim(), (text ?? "").Trim())).Where(r => r.Text.Length + r.Cell.Length > 0).Take(MostReasons)];

    private static async Task<IResult> Decide(
        string unit, string period, HttpContext http, OpenReports reports, IReadModels readModels,
        Func<OpenReport, IFormCollection, long, Task<Reply<ReceiptView>>> act, Func<OpenReport, ReceiptView, string> next)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        if (found is not { } report)
            return problem!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var version = long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var reply = await act(report, form, version);
        if (reply.Value is { } receipt)
            return TypedResults.LocalRedirect("~" + next(report, receipt));
        return reply.Findings.Any(f => f.Code == Permissions.Denied.Code)
            ? report.Call.Refused(reply.Findings)
            : await Page(report, reports, readModels, reply.Findings, "");
    }

    private static async Task<IResult> Page(OpenReport report, OpenReports reports, IReadModels readModels, ImmutableArray<Finding> refusals, string done)
    {
        var (view, call, row) = (report.View, report.Call, report.Place.Row);
        bool May(Permission permission) => reports.May(call, permission, row.Unit);
        var approving = view.Pending is { } waits && May(Permission.ApproveReports) && !ReportAct.SamePerson(waits.Author, call.By.Actor);
        var reviewing = !approving && view is { State: ReportState.Sealed, Filed: not null } && May(Permission.ReviewReports)
            && !ReportAct.SamePerson(view.Filed.Author, call.By.Actor) && !ReportAct.SamePerson(view.Filed.By, call.By.Actor);
        var filing = reviewing ? view.Filed : view.Pending ?? view.Filed;
        var content = filing?.Content ?? view.Draft;
        var before = filing is { Version: > 1 } ? (await report.Grain.Version(call.By, filing.Version - 1, null)).Value?.Filing.Content.Figures : null;
        return new PageResult<ReadPage>(call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(ReadPage.Model), new ReadModel(
            report, content, filing, approving ? ReadAct.Approve : reviewing ? ReadAct.Review : ReadAct.None,
            content is null || before is null ? [] : Differences(before, content.Figures),
            content is null ? null : await LastYear(report, readModels) is { } year && year.Form.Id == content.Figures.Form.Id ? Differences(year, content.Figures) : null,
            May(Permission.FileReports), view.State is ReportState.Accepted or ReportState.Published && May(Permission.PublishReports), refusals, done)
        {
            Parts = await reports.Parts(report, content),
        }));
    }

    private static async Task<Figures?> LastYear(OpenReport report, IReadModels readModels)
    {
        if (report.Scope == ReportScope.Whole || report.View.Period.Previous is not { } before)
            return null;
        var row = await readModels.Contribution(report.View.Unit, ContributionScope.Own, before.ToString(), CancellationToken.None);
        return row is { Filed: > 0 } && report.Form.Takes == PeriodKind.Annual && Forms.For(before) is { } form ? Figures.Of(form, Tally.Decode(row.Figures.Span)) : null;
    }

    private static ImmutableArray<Change> Differences(Figures before, Figures now) =>
        [.. now.Form.Cells.Where(c => before[c.Index].Value != now[c.Index].Value).Select(c => new Change(c, before[c.Index].Value, now[c.Index].Value))];

    private static string Done(OpenReport report, string what) => report.At("read") + (report.Scope == ReportScope.Whole ? "&" : "?") + "done=" + what;

    /// <summary>A hash as a form carries it; empty when it is none.</summary>
    public static ImmutableArray<byte> Hash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit) ? [.. Convert.FromHexString(text)] : [];

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
