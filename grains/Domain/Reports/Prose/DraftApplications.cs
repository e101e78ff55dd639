namespace Federation.Domain.Reports.Prose;

/// <summary>Sentences on table three.</summary>
internal static class DraftApplications
{
    private const string Organisations = "enterprise+research+welfare+legal+other";

    private static readonly (string Words, string Row)[] Groups =
        [("予以公开", "granted"), ("部分公开", "partial"), ("不予公开", "deny_*"), ("无法提供", "cannot_*"), ("不予处理", "refuse_*"), ("其他处理", "other*")];

    public static string Write(DraftFigures cells)
    {
        if (cells.Count("t3.new.total") is not { } received || cells.Count("t3.carried_in.total") is not { } carriedIn)
            return $"本年新收政府信息公开申请{OverviewDraft.Blank}件。";
        if (received + carriedIn == 0)
            return "本年度未收到政府信息公开申请，无上年结转的申请。";
        var came = received == 0
            ? "本年度未收到政府信息公开申请"
            : $"本年新收政府信息公开申请{received}件{cells.Change("t3.new.total")}{DraftFigures.Among(("自然人申请", cells.Rows("new", "natural")), ("法人或其他组织申请", cells.Rows("new", Organisations)))}";
        var handled = cells.Count("t3.handled_total.total") is { } done
            ? $"本年度办结申请{done}件{DraftFigures.Among(Groups.Select(g => (g.Words, cells.Rows(g.Row))))}；"
            : "";
        var carriedOut = cells.Count("t3.carried_out.total") is { } left ? $"结转下年度继续办理{left}件。" : $"结转下年度继续办理{OverviewDraft.Blank}件。";
        return $"{came}；上年结转申请{carriedIn}件。{handled}{carriedOut}";
    }
}
