using Federation.Domain.Findings;

namespace Federation.Domain.Divisions;

/// <summary>DV: rules of the unit tree. They hold on every day on which a row holds.</summary>
public static class DivisionRules
{
    private const string CodeBook = "民政部、国家统计局行政区划代码及城乡划分代码";
    private const string OwnRule = "本系统规则";

    /// <summary>DV-001</summary>
    public static Rule BadLine { get; } = new("DV-001", Severity.Error, "行的列数或格式不对", "the line has the wrong number or form of fields", OwnRule);

    /// <summary>DV-002</summary>
    public static Rule BadCode { get; } = new("DV-002", Severity.Error, "单位代码格式不对", "the unit code is malformed", CodeBook);

    /// <summary>DV-003</summary>
    public static Rule BadTier { get; } = new("DV-003", Severity.Error, "层级不认识", "the tier is not known", OwnRule);

    /// <summary>DV-004</summary>
    public static Rule NoName { get; } = new("DV-004", Severity.Error, "单位没有名称", "the unit has no name", OwnRule);

    /// <summary>DV-005</summary>
    public static Rule Overlap { get; } = new("DV-005", Severity.Error, "同一代码在同一时间出现两次", "one code stands twice at the same time", CodeBook);

    /// <summary>DV-006</summary>
    public static Rule Orphan { get; } = new("DV-006", Severity.Error, "上级单位在该时间内不存在", "the parent does not exist in that time", OwnRule);

    /// <summary>DV-007</summary>
    public static Rule WrongOrder { get; } = new("DV-007", Severity.Error, "下级的层级不低于上级", "the unit's tier is not below its parent's", OwnRule);

    /// <summary>DV-008</summary>
    public static Rule Cycle { get; } = new("DV-008", Severity.Error, "上下级关系成环", "the chain of parents closes on itself", OwnRule);

    /// <summary>DV-009</summary>
    public static Rule BadDates { get; } = new("DV-009", Severity.Error, "起止日期不对", "the dates are malformed or end before they begin", OwnRule);

    /// <summary>DV-010</summary>
    public static Rule AgencyPlace { get; } = new(
        "DV-010", Severity.Error, "部门代码与所属行政区划不符,或部门之下又有单位", "an agency's code names another territory, or a unit hangs below an agency", OwnRule);

    /// <summary>DV-011</summary>
    public static Rule DepartmentTwice { get; } = new("DV-011", Severity.Error, "部门简称出现两次", "one department stands twice in the list", OwnRule);

    /// <summary>DV-012</summary>
    public static Rule NoPlaceInName { get; } = new(
        "DV-012", Severity.Error, "部门名称中没有代表地名的 *", "a department's name has no * for the name of its territory", OwnRule);

    /// <summary>DV-013</summary>
    public static Rule BadSuccession { get; } = new(
        "DV-013", Severity.Error, "沿革须写明单位、前身、日期(年-月-日)和文件", "a succession needs unit, predecessor, day (YYYY-MM-DD) and document", OwnRule);

    /// <summary>DV-101</summary>
    public static Rule UnknownUnit { get; } = new("DV-101", Severity.Error, "没有这个单位", "there is no such unit", CodeBook);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } = 
    [
        BadLine, BadCode, BadTier, NoName, Overlap, Orphan, WrongOrder, Cycle, BadDates, AgencyPlace, DepartmentTwice, NoPlaceInName, BadSuccession, UnknownUnit,
    ];
}
