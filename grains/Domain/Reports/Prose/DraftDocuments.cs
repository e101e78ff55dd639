namespace Federation.Domain.Reports.Prose;

/// <summary>Sentences on table two. A row that a form has not, or that is not filled in, is not spoken of.</summary>
internal static class DraftDocuments
{
    private static readonly (string Words, string Row)[] Acts = [("行政许可", "licence"), ("行政处罚", "penalty"), ("行政强制", "coercion")];

    public static string Write(DraftFigures cells)
    {
        var sentences = new List<string>();
        foreach (var (words, row) in ((string, string)[])[("规章", "rules"), ("行政规范性文件", "normative")])
        {
            if (cells.Count($"t2.{row}.issued") is { } issued && cells.Count($"t2.{row}.repealed") is { } repealed && cells.Count($"t2.{row}.valid") is { } valid
                && (row != "rules" || issued + repealed + valid > 0)) // who makes no rules does not speak of them
                sentences.Add(issued + repealed == 0 ? $"本年度未制发{words}，现行有效{words}{valid}件。" : $"本年度制发{words}{issued}件，废止{words}{repealed}件，现行有效{words}{valid}件。");
        }
        var acts = Acts.Select(a => (a.Words, Count: cells.Count($"t2.{a.Row}.decisions"))).Where(a => a.Count > 0).ToList();
        if (acts.Count > 0)
            sentences.Add($"作出{string.Join("、", acts.Select(a => $"{a.Words}决定{a.Count}件"))}。");
        if (cells.Count("t2.fees.amount") is > 0 and var fen)
            sentences.Add($"收取行政事业性收费{FigureReader.WriteAmount(fen)}万元。");
        return string.Concat(sentences);
    }
}
