using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Obligations;
using Federation.Documents.Circulars;

namespace Federation.Gateway.Circulars;

/// <summary>通报 of an appraisal: the formula, units ranked by points, and for each what points were lost for.</summary>
internal static class AppraisalCircular
{
    private const int MostReasons = 10;

    /// <summary>Gathers it.</summary>
    /// <param name="issuer">Name of the superior.</param>
    /// <param name="year">Year appraised.</param>
    /// <param name="ranked">Units with their points, the best first.</param>
    /// <param name="now">The moment.</param>
    public static Circular Write(string issuer, int year, IReadOnlyList<(string Name, int Rank, AppraisalView Result)> ranked, DateTimeOffset now)
    {
        var formula = ranked.Select(r => r.Result.By).OfType<FormulaView>().FirstOrDefault();
        return new Circular(
            Say($"{issuer}{year}年政务公开工作考核情况的通报"), issuer, now, $"现将{issuer}所属单位政务公开工作考核情况通报如下。各单位得分由任务、佐证和报送记录算出,每一分都可在系统中查到来由。",
            [
                new("考核办法", formula is null ? [] : [Announced(formula), Say($"政务公开占整体考核的权重为 {formula.Weight:0.##%}。")], formula is null ? null : Items(formula)),
                new("得分排名", ranked.Count == 0 ? ["没有被考核的单位。"] : [], ranked.Count == 0 ? null : Ranking(ranked)),
                new("扣分及理由", ranked.All(r => Lost(r.Result).Count == 0) ? ["无。"] : [], ranked.All(r => Lost(r.Result).Count == 0) ? null : Reasons(ranked)),
            ],
            [
                "《中华人民共和国政府信息公开条例》第四十六条:建立健全政府信息公开工作考核制度、社会评议制度和责任追究制度,定期进行考核、评议。",
                .. formula is null ? Array.Empty<string>() : [$"{formula.Name}({formula.Basis})。"],
            ]);
    }

    private static string Announced(FormulaView formula) => formula.At is { } at
        ? Say($"本次考核按《{formula.Name}》({formula.Basis})第 {formula.Version} 版,该版于 {Domain.Time.BeijingTime.DateOf(at):yyyy-MM-dd} 向被考核单位公布。")
        : $"上级未另定办法,按《{formula.Name}》({formula.Basis})考核。";

    private static CircularTable Items(FormulaView formula) => new(["考核项", "统计", "满分", "每次扣分"], [34, 34, 16, 16],
        [.. formula.Items.Select(i => ImmutableArray.Create(i.Name, What(i.Count), Number(i.Points), i.Off == 0 ? "按比例" : Number(i.Off)))]);

    private static CircularTable Ranking(IReadOnlyList<(string Name, int Rank, AppraisalView Result)> ranked)
    {
        var names = ranked[0].Result.Scores.Select(s => s.Name).ToList();
        var share = 48 / Math.Max(1, names.Count);
        return new(["名次", "单位", .. names, "总分"], [8, 100 - 8 - 14 - (share * names.Count), .. names.Select(_ => share), 14],
            [.. ranked.Select(r => (ImmutableArray<string>)[Say($"{r.Rank}"), r.Name, .. names.Select(n => r.Result.Scores.FirstOrDefault(s => s.Name == n) is { } s ? Number(s.Points) : ""), Number(r.Result.Points)])]);
    }

    private static CircularTable Reasons(IReadOnlyList<(string Name, int Rank, AppraisalView Result)> ranked) => new(["单位", "考核项", "任务或报告", "理由"], [20, 16, 28, 36],
        [.. ranked.SelectMany(r => Lost(r.Result).Take(MostReasons).Select(l => ImmutableArray.Create(r.Name, l.Item, $"{l.Case.Duty?.ToString() ?? ""} {l.Case.Slot}".Trim(), l.Case.Text.Text)))]);

    // What took points: a share not in full, or a case that takes some off.
    private static List<(string Item, AppraisalCaseView Case)> Lost(AppraisalView result) =>
        [.. result.Scores.SelectMany(s => s.Cases.Where(c => s.Off > 0 ? c.Credit > 0 : c.Credit < 1).Select(c => (s.Name, c)))];

    private static string What(string count) => count switch
    {
        "done-in-time" => "按期完成率",
        "accepted-in-time" => "按期签收率",
        "filed-in-time" => "报告按期报送率",
        "evidence-returned" => "佐证被退回次数",
        _ => "例外次数",
    };

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
