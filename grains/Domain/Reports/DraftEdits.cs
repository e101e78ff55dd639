using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>A change of one cell: what the editor saw there, and what is to stand there.</summary>
public sealed record CellEdit(string Cell, CellValue Was, CellValue Now);

/// <summary>A change of one section of prose: what the editor saw there, and what is to stand there; empty for no text.</summary>
public sealed record TextEdit(string Section, string Was, string Now);

/// <summary>Changes of single places of a draft. An edit that finds what its editor did not see is a conflict, never an overwriting.</summary>
/// <param name="Cells">Changes of cells.</param>
/// <param name="Texts">Changes of prose.</param>
public sealed record DraftEdits(ImmutableArray<CellEdit> Cells, ImmutableArray<TextEdit> Texts)
{
    private const int QuotedBefore = 20;
    private const int Quoted = 120; // characters of each side; a finding is a sentence, the whole text stands beside it

    /// <summary>What speaks against them: unknown places, places given twice, and conflicts with both sides named.</summary>
    public IEnumerable<Finding> Faults(ReportContent content)
    {
        var form = content.Figures.Form;
        foreach (var twice in Cells.Select(c => c.Cell).Concat(Texts.Select(t => t.Section)).GroupBy(place => place).Where(g => g.Count() > 1))
            yield return ReportRules.CellTwice.At(twice.Key);
        foreach (var edit in Cells)
        {
            if (form.Find(edit.Cell) is not { } cell)
                yield return ReportRules.UnknownCell.At(edit.Cell);
            else if (content.Figures[cell.Index] is var stands && stands != edit.Was && stands != edit.Now)
                yield return ReportRules.EditConflict.At(cell.Id, $"“{cell.Label}”已由他人改为 {Say(stands)},您要填 {Say(edit.Now)}", $"{cell.Id} was meanwhile changed to {Say(stands)}, you want {Say(edit.Now)}");
        }
        foreach (var edit in Texts)
        {
            if (form.Prose.All(s => s.Id != edit.Section))
                yield return ReportRules.UnknownCell.At(edit.Section);
            else if (content.Texts.GetValueOrDefault(edit.Section, "") is var stands && stands != Normal(edit.Was) && stands != Normal(edit.Now))
            {
                var (theirs, yours) = Apart(stands, Normal(edit.Now));
                yield return ReportRules.EditConflict.At(edit.Section, $"这一部分的文字已由他人改为{theirs},您要改为{yours}", $"the text of this section was meanwhile changed to {theirs}, you want {yours}");
            }
        }
    }

    /// <summary>The content with the edits made. A sum that was right follows its parts; one that was typed wrong stays, for the rules to find.</summary>
    public ReportContent Apply(ReportContent content)
    {
        var form = content.Figures.Form;
        var cells = content.Figures.Cells.ToArray();
        foreach (var edit in Cells)
            cells[form[edit.Cell].Index] = edit.Now;
        var (before, after) = (SumsAlone(form, content.Figures.Cells), SumsAlone(form, cells));
        foreach (var sum in form.DerivedCells.Where(c => Cells.All(e => e.Cell != c.Id)))
        {
            var stood = content.Figures[sum.Index];
            if (stood.State != CellState.Missing && before[sum.Index] is { State: not CellState.Missing } right && right.Value == stood.Value)
                cells[sum.Index] = after[sum.Index];
        }
        var texts = content.Texts.SetItems(Texts.Select(t => KeyValuePair.Create(t.Section, t.Now)));
        return new ReportContent(new Figures(content.Figures.Form, ImmutableArray.Create(cells)), texts, content.Dispositions);
    }

    // Every sum as the parts give it, and missing where they do not: what was typed as a sum has no say.
    private static Figures SumsAlone(ReportForm form, ReadOnlySpan<CellValue> cells)
    {
        var parts = cells.ToArray();
        foreach (var sum in form.DerivedCells)
            parts[sum.Index] = default;
        var figures = new Figures(form, ImmutableArray.Create(parts));
        return FigureCheck.CanSum(figures) ? figures.WithSums() : figures;
    }

    // Both texts from shortly before they part, so that a change late in a long section shows as well.
    private static (string Theirs, string Yours) Apart(string theirs, string yours)
    {
        var same = theirs.AsSpan().CommonPrefixLength(yours);
        var from = same > QuotedBefore ? same - QuotedBefore : 0;
        return (Quote(theirs, from), Quote(yours, from));
    }

    private static string Quote(string text, int from)
    {
        if (text.Length == 0)
            return "空白";
        from = Whole(text, Math.Min(from, text.Length));
        var to = Whole(text, Math.Min(text.Length, from + Quoted));
        return $"“{(from > 0 ? "…" : "")}{text[from..to].ReplaceLineEndings(" ")}{(to < text.Length ? "…" : "")}”";
    }

    // never between the halves of a character
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static string Normal(string text) => text.ReplaceLineEndings("\n").Trim();

    private static string Say(CellValue value) => value.State switch
    {
        CellState.Number => value.Value.ToString(CultureInfo.InvariantCulture),
        CellState.Nil => "无",
        CellState.NotApplicable => "/",
        _ => "空白",
    };
}
