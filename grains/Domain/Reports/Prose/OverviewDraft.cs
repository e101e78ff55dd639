using System.Collections.Immutable;

namespace Federation.Domain.Reports.Prose;

/// <summary>
/// A first text of the prose sections, drafted from the tables: numbers where the tables have them, blanks (<see cref="Blank"/>) where only the
/// unit knows. Its words are exact ones (本年新收, 办结), so that every number in it can be checked.
/// </summary>
/// <remarks>What it must cover: 国办公开办函〔2021〕30号, 一、总体情况 and 六、其他需要报告的事项.</remarks>
public static class OverviewDraft
{
    /// <summary>What stands where the unit has to write something; AR-069 finds it in a finished text.</summary>
    public const string Blank = "「…」";

    /// <summary>Drafts the prose.</summary>
    /// <param name="figures">Figures of the year, derived cells computed or not; a cell not filled in is left out of the text.</param>
    /// <param name="lastYear">Figures of the year before, for growth; null when not known.</param>
    /// <param name="unitName">Name of the unit as the report calls it.</param>
    /// <param name="year">Report year.</param>
    /// <returns>Text by id of each prose section of the form (<c>s1</c>, <c>s5</c>, <c>s6</c>), without their headings.</returns>
    /// <exception cref="OverflowException">Figures that AR-015 refuses.</exception>
    public static ImmutableSortedDictionary<string, string> Write(Figures figures, Figures? lastYear, string unitName, int year)
    {
        var cells = new DraftFigures(figures.WithSums(), lastYear?.WithSums());
        string[] prose = [.. figures.Form.Prose.Select(s => s.Id)];
        string[] texts = [Overview(cells, unitName, year), Problems(), Others(cells)];
        return prose.Zip(texts).ToImmutableSortedDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
    }

    private static string Overview(DraftFigures cells, string unitName, int year) => string.Join('\n',
        $"{year}年，{unitName}认真贯彻落实《中华人民共和国政府信息公开条例》，现将政府信息公开工作总体情况报告如下。本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。",
        $"（一）主动公开情况。{DraftDocuments.Write(cells)}通过政府网站公开政府信息{Blank}条，通过政务新媒体公开{Blank}条，开展政策解读{Blank}次。",
        $"（二）依申请公开情况。{DraftApplications.Write(cells)}{DraftCases.Write(cells)}",
        $"（三）政府信息管理情况。{Blank}",
        $"（四）政府信息公开平台建设情况。{Blank}",
        $"（五）监督保障情况。{Blank}");

    private static string Problems() => $"（一）存在的主要问题。{Blank}\n（二）改进情况。{Blank}";

    // What was charged stands in no table; that nothing was is only certain when there was no application at all.
    private static string Others(DraftFigures cells)
    {
        if (cells.Count("t3.other_fee_unpaid.total") is > 0 and var unpaid)
            return $"收取信息处理费情况：本年度收取信息处理费{Blank}元；已发出收费通知的申请中，逾期未缴费{unpaid}件。";
        var nothing = cells.Count("t3.new.total") == 0 && cells.Count("t3.carried_in.total") == 0;
        return nothing ? "本年度未收取信息处理费。无其他需要报告的事项。" : $"收取信息处理费情况：{Blank}";
    }
}
