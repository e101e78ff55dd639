using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Documents;
using Federation.Documents.Exchange;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Gateway.Exchange;

/// <summary>Reports as files, out: asks the grain for a version, and the room of documents for the file.</summary>
public sealed partial class ReportExchange(
    IGrainFactory grains, IRosters rosters, IDivisions divisions, ReportFiles files) : IReportExchange
{
    /// <inheritdoc />
    public async Task<(ExportedFile? File, ImmutableArray<Finding> Findings)> Export(
        Subject by, UnitId unit, PeriodId period, ReportScope scope, long version, ExportFormat format, CancellationToken ct)
    {
        var (document, state, findings) = await Find(by, unit, period, scope, version, ct);
        if (document is null)
            return (null, findings);
        var (file, trouble) = await files.WriteAsync(document, format, ct);
        return (file is null ? null : file with { State = state, Version = document.Status.Version }, trouble);
    }

    /// <inheritdoc />
    public async Task<(ExportedFile? File, ImmutableArray<Finding> Findings)> Template(
        Subject by, UnitId unit, PeriodId period, ReportScope scope, bool below, CancellationToken ct)
    {
        if (await rosters.Find(period, ct) is not { } roster)
            return (null, [ReportRules.PeriodNotOpen.At("period", $"报告期 {period} 未开启", $"period {period} is not open")]);
        if (roster.Find(unit) is not { } row)
            return (null, [ReportRules.NotExpected.At("unit", $"{unit} 不在 {period} 应报名单内", $"{unit} is not on the list of {period}")]);
        var wanted = below ? roster.ChildrenOf(row).Where(r => r.Due is not null).ToList() : [row];
        if (wanted.Count == 0)
            return (null, [ReportRules.NotExpected.At("below", $"{row.Name}以下没有应报单位", $"nobody below {row.Name} must file in {period}")]);
        var blanks = new List<(ReportDocument Document, CarryOver Carry)>();
        foreach (var group in wanted.Chunk(AtOnce))
        {
            foreach (var (listed, reply) in group.Zip(await Task.WhenAll(group.Select(r => Grain(r.Unit, period, scope).Begin(by)))))
            {
                if (reply.Value is not { } view)
                    return (null, reply.Findings);
                blanks.Add((Draft(roster, listed, scope, view), CarriedOver(view, roster.Form, period)));
            }
        }
        var name = below ? $"{row.Name}{PeriodText(period)}汇总填报表" : $"{row.Name}{PeriodText(period)}填报表";
        return (File(name, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to =>
        {
            if (below)
                BatchWorkbook.Write(to, name, [.. blanks.Select(b => b.Document)], blanks.ToDictionary(b => b.Document.Unit, b => b.Carry));
            else
                ReportWorkbook.Write(to, blanks[0].Document, blanks[0].Carry);
        }), []);
    }

    private IReportGrain Grain(UnitId unit, PeriodId period, ReportScope scope) => grains.GetGrain<IReportGrain>(GrainKeys.Report(unit, period, scope));

    private async Task<(ReportDocument? Document, ReportState State, ImmutableArray<Finding> Findings)> Find(
        Subject by, UnitId unit, PeriodId period, ReportScope scope, long version, CancellationToken ct)
    {
        var reply = await Grain(unit, period, scope).Get(by);
        if (reply.Value is not { } view)
            return (null, default, reply.Findings);
        var roster = (await rosters.Find(period, ct))!;
        var listed = roster.Find(unit)!;
        if (version == 0 && view.Filed is null)
        {
            if ((view.Draft ?? view.Pending?.Content) is not { } draft)
                return (null, default, [ReportRules.NothingFiled.At("version", "还没有可导出的报告", "there is nothing to export yet")]);
            var stands = view.Draft is null ? ReportState.Submitted : ReportState.NotFiled; // a draft may be newer than what waits
            return (Draft(roster, listed, scope, view with { Draft = draft }) with { Status = DocumentStatus.Unsealed(stands) }, stands, []);
        }
        var kept = await Grain(unit, period, scope).Version(by, version == 0 ? view.Filed!.Version : version, null);
        if (kept.Value is not { } seal)
            return (null, default, kept.Findings);
        var current = seal.Filing.Version == view.Filed?.Version;
        var status = new DocumentStatus(
            current ? ReportDocument.StateName(view.State) : "历史版本", seal.Filing.Version, seal.Filing.At, seal.Filing.By,
            Convert.ToHexStringLower(seal.Filing.ContentHash.AsSpan()), Corrections(view, seal.Filing.Version));
        var document = new ReportDocument(unit, FullName(roster, listed), [.. roster.PathOf(listed).SkipLast(1)], period, scope, roster.Form, seal.Filing.Content, status);
        return (document, current ? view.State : ReportState.Sealed, []);
    }

    private static ImmutableArray<CorrectionNote> Corrections(ReportView view, long upTo) =>
        [.. view.History.Where(a => a.Act == "submitted" && a.Text.Length > 0 && a.Version <= upTo && view.History.Any(s => s.Act == "sealed" && s.Version == a.Version))
            .GroupBy(a => a.Version).Select(g => g.Last()).Select(a => new CorrectionNote(a.Version, a.At, a.By, a.Text))];

    private static ReportDocument Draft(Roster roster, RosterRow listed, ReportScope scope, ReportView view) => new(
        listed.Unit, FullName(roster, listed), [.. roster.PathOf(listed).SkipLast(1)], roster.Period, scope, roster.Form,
        (view.Draft ?? ReportContent.Of(Figures.Blank(roster.Form))).WithSums(), DocumentStatus.Template);

    private static CarryOver CarriedOver(ReportView view, ReportForm form, PeriodId period)
    {
        var known = form.Cells.Where(c => view.Carried.Contains(c.Id)).ToImmutableDictionary(c => c.Id, c => view.Draft!.Figures[c.Index]);
        return known.IsEmpty ? CarryOver.None : new CarryOver(known, $"取自 {period.Previous} 已签发的报告");
    }

    private static string FullName(Roster roster, RosterRow listed) => string.Concat(roster.PathOf(listed));

    private static string PeriodText(PeriodId period) => period.ToString().StartsWith("annual", StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"{period.Year}年度政府信息公开工作年度报告") : period.ToString();

    private static ExportedFile File(string name, string end, string mediaType, Action<Stream> write)
    {
        using var to = new MemoryStream();
        write(to);
        return new ExportedFile($"{name}.{end}", mediaType, to.ToArray());
    }
}
