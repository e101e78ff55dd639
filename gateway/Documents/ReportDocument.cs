using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Documents;

/// <summary>更正说明: what a version after the first changed, as printed at the end of the report.</summary>
/// <param name="Version">Version that carries the change; 2 or more.</param>
/// <param name="At">When it was made.</param>
/// <param name="By">Who made it.</param>
/// <param name="Text">What was changed and why.</param>
public sealed record CorrectionNote(long Version, DateTimeOffset At, string By, string Text);

/// <summary>What is printed beside the content: where the report stands.</summary>
/// <param name="State">State in Chinese, for example 已审定.</param>
/// <param name="Version">Version of the filing; 0 when nothing has been filed.</param>
/// <param name="SealedAt">When the version was filed; null for a draft or template. The files carry it as their date.</param>
/// <param name="SealedBy">Who filed it; empty when nobody has.</param>
/// <param name="ContentHash">内容摘要 in lower-case hex, 64 digits; empty when nothing has been filed.</param>
/// <param name="Corrections">Notes of later versions, oldest first.</param>
public sealed record DocumentStatus(
    string State, long Version, DateTimeOffset? SealedAt, string SealedBy, string ContentHash, ImmutableArray<CorrectionNote> Corrections)
{
    /// <summary>待填: nothing has been filed.</summary>
    public static DocumentStatus Template { get; } = new("待填", 0, null, "", "", []);

    /// <summary>草稿, 待签发: written, and not sealed; it counts in no total.</summary>
    public static DocumentStatus Unsealed(ReportState state) => Template with { State = state == ReportState.Submitted ? "待签发(未签发,不计入汇总)" : "草稿(未签发,不计入汇总)" };
}

/// <summary>One report with everything a document of it says; every format is written from it, so that all say the same.</summary>
/// <param name="Unit">Unit.</param>
/// <param name="UnitName">Its full name as printed, for example 重庆市铜梁区.</param>
/// <param name="Path">Names of the territories above it, from the province down.</param>
/// <param name="Period">Period.</param>
/// <param name="Scope">Own office or the whole territory.</param>
/// <param name="Form">Form; the one of the content's figures.</param>
/// <param name="Content">Figures, prose, dispositions. The sums printed are those it holds: call <see cref="ReportContent.WithSums"/> before for a draft.</param>
/// <param name="Status">Where it stands.</param>
public sealed record ReportDocument(
    UnitId Unit, string UnitName, ImmutableArray<string> Path, PeriodId Period, ReportScope Scope, ReportForm Form, ReportContent Content, DocumentStatus Status)
{
    /// <summary>内容摘要 of the content as it stands here, lower-case hex.</summary>
    public string Hash => HashOf(Unit, Period, Scope, Content);

    /// <summary>Title as printed: 某区2024年政府信息公开工作年度报告.</summary>
    public string Title => string.Create(CultureInfo.InvariantCulture, $"{UnitName}{Period.Year}年{Form.Title}");

    /// <summary>本机关 or 全辖区.</summary>
    public string ScopeText => ScopeName(Scope);

    /// <summary>零报告: true when every cell is declared as none.</summary>
    public bool IsNil
    {
        get
        {
            foreach (var cell in Content.Figures.Cells)
            {
                if (cell.State != CellState.Nil)
                    return false;
            }
            return true;
        }
    }

    /// <summary>An empty report to fill in, with no figure known.</summary>
    public static ReportDocument Template(UnitId unit, string unitName, ImmutableArray<string> path, PeriodId period, ReportScope scope, ReportForm form) =>
        new(unit, unitName, path, period, scope, form, ReportContent.Of(new Figures(form, [.. new CellValue[form.Cells.Length]])), DocumentStatus.Template);

    /// <summary>The scope as documents print it.</summary>
    public static string ScopeName(ReportScope scope) => scope == ReportScope.Whole ? "全辖区" : "本机关";

    /// <summary>A state as documents print it.</summary>
    public static string StateName(ReportState state) => state switch
    {
        ReportState.Published => "已发布",
        ReportState.Accepted => "已审定",
        ReportState.Sealed => "已报",
        ReportState.Returned => "已退回",
        ReportState.Submitted => "待签发",
        _ => "待填",
    };

    /// <summary>Reads what <see cref="ScopeName"/> wrote; null when it is neither.</summary>
    public static ReportScope? ScopeOf(string text) => text switch
    {
        "本机关" or "own" => ReportScope.Own,
        "全辖区" or "whole" => ReportScope.Whole,
        _ => null,
    };

    /// <summary>Hash of a content in lower-case hex.</summary>
    public static string HashOf(UnitId unit, PeriodId period, ReportScope scope, ReportContent content) =>
        Convert.ToHexStringLower(ContentJson.Hash(unit, period, scope, content).AsSpan());
}
