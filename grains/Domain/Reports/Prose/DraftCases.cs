namespace Federation.Domain.Reports.Prose;

/// <summary>Sentences on table four.</summary>
internal static class DraftCases
{
    private static readonly (string Words, string Column)[] Rulings = [("结果维持", "upheld"), ("结果纠正", "corrected"), ("其他结果", "other"), ("尚未审结", "pending")];

    public static string Write(DraftFigures cells) =>
        $"{Write(cells, "行政复议", "被申请行政复议", ["review"])}{Write(cells, "行政诉讼", "被提起行政诉讼", ["suit_direct", "suit_after_review"])}";

    private static string Write(DraftFigures cells, string kind, string verb, string[] groups) => Sum(cells, groups, "total") switch
    {
        null => $"因政府信息公开{verb}{OverviewDraft.Blank}件。",
        0 => $"未发生政府信息公开{kind}。",
        var total => $"因政府信息公开{verb}{total}件{DraftFigures.Among(Rulings.Select(r => (r.Words, Sum(cells, groups, r.Column))))}。",
    };

    private static long? Sum(DraftFigures cells, string[] groups, string column)
    {
        long sum = 0;
        foreach (var group in groups)
        {
            if (cells.Count($"t4.{group}.{column}") is not { } count)
                return null;
            sum += count;
        }
        return sum;
    }
}
