using System.Collections.Immutable;
using Federation.Domain.Reports;

namespace Federation.Documents.Layouts;

/// <summary>The printed layout of each form.</summary>
public static class FormLayouts
{
    /// <summary>The tables of a form.</summary>
    /// <exception cref="NotSupportedException">The form has no layout yet.</exception>
    public static ImmutableArray<TableLayout> Of(ReportForm form) => form.Id switch
    {
        "annual-2021" => Layout2021.Tables,
        _ => throw new NotSupportedException($"form {form.Id} has no printed layout"),
    };
}
