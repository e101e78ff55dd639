using System.Globalization;
using Federation.Web.Pages;
using Federation.Web.Reports.Corrections;
using Federation.Web.Reports.Coverage;
using Federation.Web.Reports.Missing;
using Federation.Web.Reports.Publications;
using Federation.Web.Reports.Totals;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Reports;

/// <summary>The pages about reports: find the place, ask the reader, render.</summary>
internal static class ReportPages
{
    public static async Task<IResult> Coverage(string unit, string period, HttpContext http, Places places, CoverageReader reader, CancellationToken ct)
    {
        var (found, frame) = (await places.Find(unit, period, ct), PageLanguage.Frame(http));
        return found.Place is { } place
            ? new PageResult<CoveragePage>(frame, StatusCodes.Status200OK, ("Model", await reader.Read(place, await places.Open(ct))))
            : Problems.NotFound(frame, found.Findings);
    }

    public static async Task<IResult> Missing(string unit, string period, int? after, int? before, HttpContext http, Places places, MissingReader reader, CancellationToken ct)
    {
        var (found, frame) = (await places.Find(unit, period, ct), PageLanguage.Frame(http));
        return found.Place is { } place
            ? new PageResult<MissingPage>(frame, StatusCodes.Status200OK, ("Model", await reader.Read(place, after, before ?? 0, ct)))
            : Problems.NotFound(frame, found.Findings);
    }

    public static async Task<IResult> Total(string unit, string period, string? asOf, HttpContext http, Places places, TotalReader reader, PastTotals past, CancellationToken ct)
    {
        var (found, frame) = (await places.Find(unit, period, ct), PageLanguage.Frame(http));
        if (found.Place is not { } place)
            return Problems.NotFound(frame, found.Findings);
        if (string.IsNullOrEmpty(asOf))
            return new PageResult<TotalPage>(frame, StatusCodes.Status200OK, ("Model", await reader.Read(place, ct)));
        return DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new PageResult<TotalPage>(frame, StatusCodes.Status200OK, ("Model", await past.Read(place, day, ct)))
            : Problems.NotFound(frame, [Domain.Reports.ReportRules.BadPeriod.At("asOf", $"日期“{asOf}”写法不对,应为 年-月-日,例如 2026-03-31", $"'{asOf}' is no date; write YYYY-MM-DD, for example 2026-03-31")]);
    }

    public static async Task<IResult> Corrections(string unit, string period, HttpContext http, Places places, CorrectionsReader reader, CancellationToken ct)
    {
        var (found, frame) = (await places.Find(unit, period, ct), PageLanguage.Frame(http));
        return found.Place is { } place
            ? new PageResult<CorrectionsPage>(frame, StatusCodes.Status200OK, ("Model", await reader.Read(place, ct)))
            : Problems.NotFound(frame, found.Findings);
    }

    public static async Task<IResult> Publication(string unit, string period, HttpContext http, Places places, PublicationReader reader, CancellationToken ct)
    {
        var (found, frame) = (await places.Find(unit, period, ct), PageLanguage.Frame(http));
        return found.Place is { } place
            ? new PageResult<PublicationPage>(frame, StatusCodes.Status200OK, ("Model", await reader.Read(place, ct)))
            : Problems.NotFound(frame, found.Findings);
    }

    public static async Task<IResult> Cell(string unit, string period, string cell, HttpContext http, Places places, CellReader reader, CancellationToken ct)
    {
        var (found, frame) = (await places.Find(unit, period, ct), PageLanguage.Frame(http));
        if (found.Place is not { } place)
            return Problems.NotFound(frame, found.Findings);
        return place.Roster.Form.Find(cell) is { } known
            ? new PageResult<CellPage>(frame, StatusCodes.Status200OK, ("Model", await reader.Read(place, known, ct)))
            : Problems.NotFound(frame, [Domain.Reports.ReportRules.UnknownCell.At("cell", $"表中没有单元格 {cell}", $"the form has no cell {cell}")]);
    }
}
