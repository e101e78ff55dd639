using System.Collections.Immutable;
using Federation.Documents;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Web.Reports.Filed;

/// <summary>A sealed version of a report with the story around it.</summary>
/// <param name="Place">Unit and period.</param>
/// <param name="Scope">Own office or the whole territory.</param>
/// <param name="History">All versions.</param>
/// <param name="Filing">The version shown.</param>
public sealed record FiledModel(Place Place, ReportScope Scope, ReportHistory History, Filing Filing)
{
    /// <summary>True when it is the version that counts.</summary>
    public bool IsCurrent => Filing.Version == History.Now.Filed?.Version;

    /// <summary>When and where this version was made public; null when it was not.</summary>
    public Publication? Published => History.Now.Publications.LastOrDefault(p => p.Version == Filing.Version);

    /// <summary>Everything a document of it says.</summary>
    public ReportDocument ToDocument()
    {
        var state = IsCurrent ? ReportDocument.StateName(History.Now.State) : "历史版本";
        var status = new DocumentStatus(
            state, Filing.Version, Filing.At, Filing.By, Convert.ToHexStringLower(Filing.ContentHash.AsSpan()),
            [.. History.Corrections.Where(c => c.After.Version <= Filing.Version).Select(c => new CorrectionNote(c.After.Version, c.After.At, c.After.By, c.After.Correction))]);
        return new ReportDocument(
            Place.Row.Unit, Place.FullName, [.. Place.Roster.PathOf(Place.Row).SkipLast(1)], Place.Roster.Period, Scope, Place.Roster.Form, Filing.Content, status);
    }
}

/// <summary>Reads sealed reports out of the ledger, without waking their grains.</summary>
internal sealed class FiledReader(IReportHistories histories)
{
    /// <summary>A version of a report.</summary>
    /// <param name="place">Unit and period.</param>
    /// <param name="scopeText">own or whole; null: own.</param>
    /// <param name="version">Version; null or 0: the one that counts.</param>
    /// <param name="ct">Ends the read.</param>
    /// <returns>The version, null when none counts; all versions; and what is wrong with the address.</returns>
    public async Task<(FiledModel? Filed, ReportHistory? History, ReportScope Scope, ImmutableArray<Finding> Findings)> Find(
        Place place, string? scopeText, long? version, CancellationToken ct)
    {
        var scope = scopeText is null ? ReportScope.Own : ReportDocument.ScopeOf(scopeText);
        if (scope is null)
            return (null, null, default, [ReportRules.NothingFiled.At("scope", $"范围“{scopeText}”不对,应为 own(本机关)或 whole(全辖区)", $"scope '{scopeText}' is neither own nor whole")]);
        if (scope == ReportScope.Whole && place.Row.Unit.IsAgency)
            return (null, null, default, [ReportRules.NoTerritory.At("scope")]);
        var history = await histories.Find(place.Row.Unit, place.Roster.Period, scope.Value, ct);
        var filing = history.Find(version ?? 0);
        return filing is null && version is > 0
            ? (null, history, scope.Value, [ReportRules.NothingFiled.At("version", $"没有第 {version} 版报告", $"there is no version {version}")])
            : (filing is null ? null : new FiledModel(place, scope.Value, history, filing), history, scope.Value, []);
    }
}
