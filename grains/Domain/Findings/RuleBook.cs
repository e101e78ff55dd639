using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Domain.Findings;

/// <summary>Every rule there is, by code. docs/RULES.md is written from it.</summary>
public static class RuleBook
{
    /// <summary>All rules in order of code.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [.. ReportRules.All.Concat(DeadlineRules.All).Concat(DivisionRules.All).Concat(Permissions.All).OrderBy(r => r.Code, StringComparer.Ordinal)];
}
