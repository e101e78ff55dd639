using System.Collections.Frozen;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Notices;
using Federation.Domain.Reports;
using Federation.Domain.Reports.Prose;

namespace Federation.Domain.Findings;

/// <summary>Every rule there is, by code. docs/RULES.md is written from it.</summary>
public static class RuleBook
{
    /// <summary>All rules in order of code.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. ReportRules.All.Concat(DeadlineRules.All).Concat(ProseRules.All).Concat(DivisionRules.All).Concat(Permissions.All).Concat(DelegationRules.All).Concat(NoticeRules.All).OrderBy(r => r.Code, StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, Rule> ByCode = All.ToFrozenDictionary(r => r.Code);

    /// <summary>The rule of a code, or null.</summary>
    public static Rule? Find(string code) => ByCode.GetValueOrDefault(code);
}
