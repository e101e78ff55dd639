using Federation.Cli.Errors;
using Federation.Cli.Output;
using Federation.V1;
using Grpc.Core;

namespace Federation.Cli.Commands;

/// <summary>
/// Exports every sealed report at and below a unit into a folder. What has none is counted and left out, its draft too: it would stand among
/// the sealed ones as if it counted. A failure never stops the others.
/// </summary>
internal static class ExportBelow
{
    private const int PageSize = 5000;
    private const string NothingFiled = "AR-106";
    private const string NotExpected = "AR-102";

    public static async Task<int> Run(Run run, ExportReportRequest request, IReadOnlyList<ExportReportRequest.Types.Format> formats, string folder, bool force, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var units = await Units(run, request.Unit, ct);
        var unsealed = request.Scope == ReportScope.Own ? await Missing(run, request, ct) : [];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (written, without, failed) = (0, 0, new List<(Unit Unit, string Why)>());
        using (var progress = new ProgressLine(run))
        {
            foreach (var (index, unit) in units.Index())
            {
                progress.Show(index, units.Count, unit.Name);
                if (unsealed.Contains(unit.Unit_))
                {
                    without++;
                    continue;
                }
                foreach (var format in formats)
                {
                    request.Unit = unit.Unit_;
                    request.Format = format;
                    try
                    {
                        var file = await run.Server.Call(run.Server.Exchange.ExportReportAsync, request, ct);
                        var name = SavedFile.SafeName(file.Name);
                        await SavedFile.Write(run, Path.Combine(folder, names.Add(name) ? name : $"{unit.Unit_}-{name}"), name, file.Content.Memory, force, ct);
                        written++;
                    }
                    catch (RpcException e) when (StatusReading.FindingsOf(e) is { Count: > 0 } findings)
                    {
                        if (findings.All(f => f.Code is NothingFiled or NotExpected))
                            without++;
                        else
                            failed.Add((unit, $"{findings[0].Code} {run.Words[findings[0].Text, findings[0].TextEn]}"));
                        break;
                    }
                    catch (UsageException e)
                    {
                        failed.Add((unit, e.Message));
                    }
                }
            }
        }
        foreach (var (unit, why) in failed)
            run.Err.Line($"{unit.Name} {unit.Unit_}: {why}");
        if (run.Json)
            run.Around.Out.WriteLine($$"""{"folder":{{System.Text.Json.JsonSerializer.Serialize(folder)}},"written":{{written}},"withoutReport":{{without}},"failed":{{failed.Count}}}""");
        else
            run.Out.Line(run.Words[$"已写入 {folder}:{written} 个文件;{without} 个单位没有报告,{failed.Count} 个失败", $"written to {folder}: {written} file(s); {without} unit(s) have no report, {failed.Count} failed"]);
        return failed.Count == 0 ? ExitCodes.Ok : ExitCodes.Refused;
    }

    private static async Task<HashSet<string>> Missing(Run run, ExportReportRequest of, CancellationToken ct)
    {
        var request = new ListMissingRequest { Unit = of.Unit, Period = of.Period, PageSize = PageSize };
        var missing = new HashSet<string>();
        do
        {
            var page = await run.Server.Call(run.Server.Reports.ListMissingAsync, request, ct);
            missing.UnionWith(page.Units.Select(u => u.Unit));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return missing;
    }

    private static async Task<List<Unit>> Units(Run run, string top, CancellationToken ct)
    {
        var request = new ListSubtreeRequest { Unit = top, PageSize = PageSize };
        var units = new List<Unit>();
        do
        {
            var page = await run.Server.Call(run.Server.Divisions.ListSubtreeAsync, request, ct);
            units.AddRange(page.Units);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return units;
    }
}
