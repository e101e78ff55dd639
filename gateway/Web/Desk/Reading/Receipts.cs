using System.Text;
using Federation.Contracts.Reports;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Reading;

/// <summary>回执: the proof of a seal, to print, and as a file that is verified without this system.</summary>
internal static class Receipts
{
    private const string SealKind = "report-sealed"; // a filing of the time before seals has no receipt

    public static async Task<IResult> Show(string unit, string period, long version, HttpContext http, OpenReports reports)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        if (found is not { } report)
            return problem!;
        var reply = await report.Grain.Version(report.Call.By, version, null);
        return reply.Value is { } seal
            ? new PageResult<ReceiptPage>(report.Call.Frame, StatusCodes.Status200OK, (nameof(ReceiptPage.Report), report), (nameof(ReceiptPage.Seal), seal))
            : report.Call.Refused(reply.Findings);
    }

    public static async Task<IResult> File(string unit, string period, long version, HttpContext http, OpenReports reports, [FromServices] ISealSigner? signer)
    {
        var (found, problem) = await reports.Find(http, unit, period);
        if (found is not { } report)
            return problem!;
        var reply = await report.Grain.Version(report.Call.By, version, null);
        if (reply.Value is not { } seal)
            return report.Call.Refused(reply.Findings);
        if (signer is null || seal.Kind != SealKind)
            return TypedResults.NotFound();
        return TypedResults.File(Encoding.UTF8.GetBytes(Of(seal).Write(signer)), "application/json", $"receipt-{seal.Unit}-{seal.Period}-{seal.Filing.Version}.json");
    }

    private static SealReceipt Of(SealView view) => new(
        view.Unit, view.Period, view.Scope, view.Filing.Version, view.Filing.ContentHash, view.Filing.Author,
        new RecordedEvent(
            view.Position, view.Stream, view.Seq, view.Filing.At, view.Filing.By, "", view.Key, view.Kind, view.KindVersion,
            view.Payload.AsMemory(), view.PrevHash.AsMemory(), view.Hash.AsMemory()));
}
