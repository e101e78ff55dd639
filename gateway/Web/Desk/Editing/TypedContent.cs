using System.Collections.Immutable;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Editing;

/// <summary>What somebody typed into the form, over what is stored.</summary>
/// <param name="Content">What could be read; an unreadable cell keeps what is stored.</param>
/// <param name="Unreadable">As typed, by cell id.</param>
/// <param name="Findings">Why it could not be read.</param>
internal sealed record TypedContent(ReportContent Content, ImmutableDictionary<string, string> Unreadable, ImmutableArray<Finding> Findings)
{
    /// <summary>Reads the posted fields <c>c.cell</c> and <c>x.section</c>. A field that is not there keeps what is stored; sums are left to the form.</summary>
    public static TypedContent Read(ReportContent stored, IFormCollection posted)
    {
        var form = stored.Figures.Form;
        var cells = stored.Figures.Cells.ToArray();
        var unreadable = ImmutableDictionary.CreateBuilder<string, string>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var cell in form.Cells)
        {
            if (cell.Derived)
            {
                cells[cell.Index] = default;
                continue;
            }
            if (!posted.TryGetValue("c." + cell.Id, out var text))
                continue;
            var (value, finding) = CellText.Read(cell, text.ToString());
            if (finding is null)
            {
                cells[cell.Index] = value;
                continue;
            }
            unreadable[cell.Id] = text.ToString();
            findings.Add(finding);
        }
        var texts = form.Prose.Where(s => posted.ContainsKey("x." + s.Id)).Select(s => KeyValuePair.Create(s.Id, posted["x." + s.Id].ToString()));
        var figures = new Figures(form, ImmutableArray.Create(cells));
        var content = new ReportContent(FigureCheck.CanSum(figures) ? figures.WithSums() : figures, stored.Texts.SetItems(texts), stored.Dispositions);
        return new TypedContent(content, unreadable.ToImmutable(), findings.ToImmutable());
    }
}
