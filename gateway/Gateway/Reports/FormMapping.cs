using Federation.Domain.Reports;

namespace Federation.Gateway.Reports;

/// <summary>Forms as they travel.</summary>
public static class FormMapping
{
    /// <summary>A form with its tables and cells.</summary>
    public static V1.Form ToProto(ReportForm form)
    {
        var proto = new V1.Form { Form_ = form.Id, Title = form.Title, Basis = form.Basis };
        foreach (var table in form.Tables)
        {
            var sent = new V1.FormTable { Id = table.Id, Section = table.Section, Title = table.Title };
            sent.Cells.AddRange(form.Cells.Where(c => c.Table == table.Id).Select(c => new V1.FormCell
            {
                Id = c.Id,
                Row = c.Row,
                Column = c.Column,
                Derived = c.Derived,
                Amount = c.Kind == CellKind.Amount,
            }));
            proto.Tables.Add(sent);
        }
        foreach (var section in form.Sections)
        {
            var sent = new V1.FormSection { Id = section.Id, Number = section.Number, Title = section.Title, Table = section.Table ?? "" };
            sent.MustCover.AddRange(section.MustCover);
            proto.Sections.Add(sent);
        }
        return proto;
    }
}
