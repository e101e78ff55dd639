using System.Collections.Frozen;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Catalogs.Sync;
using Federation.Domain.Divisions;
using Federation.Domain.Notices;
using Federation.Domain.Obligations;
using Federation.Domain.Reports;
using Federation.Domain.Reports.Prose;
using Federation.Domain.Time;
using Federation.Domain.WorkPoints;
using Federation.Domain.WorkPoints.Drafting;

namespace Federation.Domain.Findings;

/// <summary>Every rule there is, by code. docs/RULES.md is written from it.</summary>
public static class RuleBook
{
    /// <summary>All rules in order of code.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. new[] { ReportRules.All, DeadlineRules.All, ProseRules.All, DivisionRules.All, Permissions.All, DelegationRules.All, NoticeRules.All, CalendarRules.All, ClockRules.All, ObligationRules.All, WorkPlanRules.All, DraftingRules.All, CatalogRules.All, StandardRules.All, SyncRules.All, SearchRules.All, EntryImportRules.All, UnitBundleRules.All, ReviewRules.All }
            .SelectMany(rules => rules).OrderBy(r => r.Code, StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, Rule> ByCode = All.ToFrozenDictionary(r => r.Code);

    /// <summary>The rule of a code, or null.</summary>
    public static Rule? Find(string code) => ByCode.GetValueOrDefault(code);
}
