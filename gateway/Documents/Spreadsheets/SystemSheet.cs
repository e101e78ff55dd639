using System.Collections.Immutable;

namespace Federation.Documents.Spreadsheets;

/// <summary>系统: machine keys of a workbook that this software wrote. Hidden; without it the printed labels are read.</summary>
internal static class SystemSheet
{
    public const string Name = "系统";
    public const string Schema = "federation-workbook-1";
    public const string Report = "report";
    public const string Batch = "batch";

    /// <summary>A name in front of every cell id, so that none looks like an address.</summary>
    private const string Prefix = "cell.";

    public static string NameOf(string cell) => Prefix + cell.Replace('-', '_');

    /// <summary>The cell ids of a form by the name their place has in a workbook.</summary>
    public static ImmutableDictionary<string, string> CellsByName(Domain.Reports.ReportForm form) =>
        form.Cells.ToImmutableDictionary(c => NameOf(c.Id), c => c.Id, StringComparer.OrdinalIgnoreCase);

    public static void Write(SheetWriter sheet, IEnumerable<(string Key, string Value)> keys)
    {
        sheet.Begin(new SheetSetup([16, 70]));
        var row = 0;
        foreach (var (key, value) in keys.Prepend(("schema", Schema)))
        {
            sheet.Row(++row);
            sheet.Write(1, key, SheetStyle.Machine);
            sheet.Write(2, value, SheetStyle.Machine);
        }
    }
}
