using System.Collections.Immutable;

namespace Federation.Domain.Notices.Naming;

/// <summary>机构改革: bodies that were merged, and who took over. They are proposed, never taken by themselves.</summary>
/// <remarks>国务院机构改革方案 (2018, 2023) and the reform of local tax offices of 2018.</remarks>
internal static class ReformedBodies
{
    private static readonly (string Former, string[] Later)[] All =
    [
        ("卫生计生", ["卫生健康"]), ("卫生和计划生育", ["卫生健康"]), ("卫计", ["卫生健康"]), ("卫生", ["卫生健康"]),
        ("质监", ["市场监督管理"]), ("质量技术监督", ["市场监督管理"]), ("工商", ["市场监督管理"]), ("食品药品监管", ["市场监督管理", "药品监督管理"]), ("食品药品监督管理", ["市场监督管理", "药品监督管理"]),
        ("国土资源", ["自然资源", "规划和自然资源"]), ("国土", ["自然资源", "规划和自然资源"]), ("国土房管", ["自然资源", "规划和自然资源", "住房和城乡建设"]), ("规划", ["自然资源", "规划和自然资源"]),
        ("环保", ["生态环境"]), ("环境保护", ["生态环境"]), ("旅游", ["文化和旅游"]), ("旅游发展", ["文化和旅游"]), ("文化", ["文化和旅游"]), ("文广新", ["文化和旅游"]),
        ("农", ["农业农村"]), ("农业", ["农业农村"]), ("农牧", ["农业农村"]), ("安监", ["应急管理"]), ("安全监管", ["应急管理"]), ("安全生产监管", ["应急管理"]), ("安全生产监督管理", ["应急管理"]),
        ("地税", ["税务"]), ("国税", ["税务"]), ("法制", ["司法"]), ("政府法制", ["司法"]), ("物价", ["发展和改革", "市场监督管理"]), ("扶贫", ["乡村振兴", "农业农村"]), ("城乡建", ["住房和城乡建设"]),
        ("经济信息化", ["经济和信息化"]), ("编", ["机构编制"]),
    ];

    private static readonly string[] Kinds = ["局", "厅", "委"];

    private static readonly string[] Endings = ["委员会", "办公室", "局", "厅", "委", "办"];

    /// <summary>Short forms of those who took over; empty when the body is not known as a former one.</summary>
    public static ImmutableArray<string> SuccessorsOf(string own)
    {
        var stem = Array.Find(Endings, e => own.EndsWith(e, StringComparison.Ordinal)) is { } ending ? own[..^ending.Length] : own;
        return [.. All.Where(b => b.Former == stem).SelectMany(b => b.Later).SelectMany(later => Kinds.Select(e => later + e))];
    }
}
