using Federation.Cli.Commands;
using Federation.V1;
using Spectre.Console;

namespace Federation.Cli.Output;

/// <summary>All of a filing: tables, prose, dispositions.</summary>
internal static class FilingText
{
    public static async Task Write(Run run, Filing filing, CancellationToken ct)
    {
        var form = await run.Forms.Get(filing.Figures.Form, ct);
        FormTables.Write(run.Out, form, new FigureText(filing.Figures, run.Words["无", "nil"], run.Words));
        WriteTexts(run, form, filing.Texts);
        WriteDispositions(run, filing.Dispositions);
    }

    /// <summary>Prose sections in the order of the form.</summary>
    public static void WriteTexts(Run run, Form form, IDictionary<string, string> texts)
    {
        foreach (var section in form.Sections.Where(s => texts.TryGetValue(s.Id, out var text) && text.Length > 0))
        {
            run.Out.WriteLine();
            run.Out.Line($"{section.Number}、{section.Title} [{section.Id}]", new Style(decoration: Decoration.Bold));
            run.Out.Line(texts[section.Id]);
        }
    }

    /// <summary>Findings that a person has disposed of, with the reason.</summary>
    public static void WriteDispositions(Run run, IReadOnlyCollection<Disposition> dispositions)
    {
        if (dispositions.Count == 0)
            return;
        var words = run.Words;
        run.Out.WriteLine();
        run.Out.Line(words["处置说明", "dispositions"], new Style(decoration: Decoration.Bold));
        var table = Tables.Make().Text(words["规则", "rule"], wraps: false).Text(words["位置", "place"]).Text(words["理由", "reason"]).Text(words["依据材料", "evidence"]).Text(words["处置人", "by"]);
        foreach (var disposition in dispositions)
        {
            var until = disposition.Until.Length > 0 ? words[$"(至 {disposition.Until})", $" (until {disposition.Until})"] : "";
            table.AddRow(
                Tables.Cell(disposition.Rule), Tables.Cell(disposition.Where), Tables.Cell(disposition.Reason + until), Tables.Cell(disposition.Evidence), Tables.Cell(disposition.By));
        }
        run.Out.Write(table);
    }
}
