using Federation.Domain.Findings;

namespace Federation.Gateway;

/// <summary>GW: what is wrong with a request before any rule of the field is asked.</summary>
public static class GatewayRules
{
    private const string Contract = "接口约定 federation/v1";

    /// <summary>GW-101</summary>
    public static Rule BadDay { get; } = new("GW-101", Severity.Error, "日期写法不对,应为 YYYY-MM-DD", "a date is written YYYY-MM-DD", Contract);

    /// <summary>GW-102</summary>
    public static Rule BadPageToken { get; } = new("GW-102", Severity.Error, "分页标记不是上一页给出的", "the page token is not one that was given out", Contract);

    /// <summary>GW-103</summary>
    public static Rule LongRequestId { get; } = new("GW-103", Severity.Error, "请求编号超过 64 个字符", "the request id is longer than 64 characters", Contract);

    /// <summary>GW-104</summary>
    public static Rule EmptyQuery { get; } = new("GW-104", Severity.Error, "查询内容为空", "the query is empty", Contract);

    /// <summary>GW-105</summary>
    public static Rule NoFigures { get; } = new("GW-105", Severity.Error, "没有报表数据", "the request holds no figures", Contract);

    /// <summary>GW-106</summary>
    public static Rule MoreFindings { get; } = new(
        "GW-106", Severity.Warning, "还有问题未列出,可用检查(CheckReport)查看全部", "there are more findings; CheckReport lists all of them", Contract);

    /// <summary>GW-107</summary>
    public static Rule NoAct { get; } = new("GW-107", Severity.Error, "须写明审定还是退回", "say whether to accept or to return", Contract);

    /// <summary>GW-108</summary>
    public static Rule UnknownChoice { get; } = new("GW-108", Severity.Error, "选项不在约定之内", "there is no such choice", Contract);

    /// <summary>GW-109</summary>
    public static Rule BadMeasure { get; } = new("GW-109", Severity.Error, "量化要求写法不对,应如 once 2026-12-31、count >=2 quarterly", "a measure is written like once 2026-12-31, count >=2 quarterly", Contract);

    /// <summary>GW-110</summary>
    public static Rule BadReceivers { get; } = new("GW-110", Severity.Error, "接收范围写法不对,应如 all、tier county、units 500151", "receivers are written like all, tier county, units 500151", Contract);

    /// <summary>GW-111</summary>
    public static Rule BadClause { get; } = new("GW-111", Severity.Error, "条目写法不对,应如 330000/2026/12#一/(一)", "a clause is written like 330000/2026/12#一/(一)", Contract);

    /// <summary>GW-112</summary>
    public static Rule BadPlan { get; } = new("GW-112", Severity.Error, "工作要点编号写法不对,应如 330000/2026/12", "a plan is written like 330000/2026/12", Contract);

    /// <summary>GW-113</summary>
    public static Rule UnknownPlan { get; } = new("GW-113", Severity.Error, "没有这份工作要点", "there is no such plan", Contract);

    /// <summary>GW-114</summary>
    public static Rule BadHash { get; } = new("GW-114", Severity.Error, "摘要须为 64 位十六进制 SHA-256", "a digest is a SHA-256 of 64 hexadecimal digits", Contract);

    /// <summary>GW-115</summary>
    public static Rule UnknownContent { get; } = new("GW-115", Severity.Error, "没有这一正文或附件", "there is no text or file of this digest", Contract);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [BadDay, BadPageToken, LongRequestId, EmptyQuery, NoFigures, MoreFindings, NoAct, UnknownChoice, BadMeasure, BadReceivers, BadClause, BadPlan, UnknownPlan, BadHash, UnknownContent];
}
