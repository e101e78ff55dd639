using System.Globalization;
using System.Xml;
using Federation.Documents.Packages;

namespace Federation.Documents.Spreadsheets;

/// <summary>How a sheet is set up.</summary>
/// <param name="Widths">Widths of the columns from A, in characters.</param>
/// <param name="FrozenRows">Rows that stay when scrolling, and are repeated on every printed page.</param>
/// <param name="FrozenColumns">Columns that stay when scrolling.</param>
/// <param name="Landscape">Printed across.</param>
/// <param name="FitWidth">Printed one page wide.</param>
/// <param name="Protected">Locked cells cannot be changed until the protection is lifted; there is no password.</param>
internal sealed record SheetSetup(IReadOnlyList<double> Widths, int FrozenRows = 0, int FrozenColumns = 0, bool Landscape = false, bool Protected = true, bool FitWidth = true);

/// <summary>勾稽: cells that turn red while a formula holds, which is written for the first of them.</summary>
internal sealed record SheetAlarm(CellRange Over, string Formula);

/// <summary>Checks that the spreadsheet makes while typing.</summary>
internal sealed record SheetValidation(IReadOnlyList<CellRange> Over, string? Formula, string Title, string Text);

/// <summary>Writes one sheet from top to bottom without holding it: rows ascending, cells of a row from left to right.</summary>
internal sealed class SheetWriter(XmlWriter xml)
{
    private const int LongestPrompt = 255;
    private readonly List<CellRange> merges = [];
    private readonly List<SheetValidation> validations = [];
    private readonly List<SheetAlarm> alarms = [];
    private SheetSetup? setup;
    private int row;

    public void Begin(SheetSetup sheet)
    {
        setup = sheet;
        xml.WriteStartElement("worksheet", WorkbookPackage.Main);
        Empty("sheetPr", () => Empty("pageSetUpPr", ("fitToPage", "1")));
        Empty("sheetViews", () => Empty("sheetView", View, ("showGridLines", "0"), ("workbookViewId", "0")));
        Empty("sheetFormatPr", ("defaultRowHeight", "18"), ("customHeight", "1"));
        Empty("cols", () =>
        {
            for (var i = 0; i < sheet.Widths.Count; i++)
                Empty("col", ("min", Text(i + 1)), ("max", Text(i + 1)), ("width", Text(sheet.Widths[i])), ("customWidth", "1"));
        });
        xml.WriteStartElement("sheetData");
    }

    public void Row(int number, double? height = null, bool hidden = false)
    {
        if (row > 0)
            xml.WriteEndElement();
        row = number;
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", Text(number));
        if (height is { } points)
        {
            xml.WriteAttributeString("ht", Text(Math.Min(points, 409)));
            xml.WriteAttributeString("customHeight", "1");
        }
        if (hidden)
            xml.WriteAttributeString("hidden", "1");
    }

    public void Blank(int column, SheetStyle style)
    {
        Cell(column, style, null);
        xml.WriteEndElement();
    }

    public void Write(int column, string text, SheetStyle style)
    {
        if (text.Length == 0)
        {
            Blank(column, style);
            return;
        }
        Cell(column, style, "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(PartText.Escape(IsPrinted(style) ? Punctuation.FullWidth(text) : text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // What is only read by people; readers of labels take both widths. What a unit wrote stays as it wrote it.
    private static bool IsPrinted(SheetStyle style) => style is SheetStyle.Title or SheetStyle.Note or SheetStyle.Heading or SheetStyle.RowHeading or SheetStyle.Key;

    /// <summary>A number given as plain decimal text.</summary>
    public void Number(int column, string digits, SheetStyle style)
    {
        Cell(column, style, null);
        xml.WriteElementString("v", digits);
        xml.WriteEndElement();
    }

    /// <summary>A formula with the value it gives; a value that is no number is kept as text.</summary>
    public void Formula(int column, string formula, string value, bool number, SheetStyle style)
    {
        Cell(column, style, number ? null : "str");
        xml.WriteElementString("f", formula);
        xml.WriteElementString("v", value);
        xml.WriteEndElement();
    }

    public void Merge(CellRange range)
    {
        if (range.From != range.To)
            merges.Add(range);
    }

    public void Validate(SheetValidation validation) => validations.Add(validation);

    public void Watch(SheetAlarm alarm) => alarms.Add(alarm);

    public void End()
    {
        if (row > 0)
            xml.WriteEndElement();
        xml.WriteEndElement();
        if (setup!.Protected)
            Empty("sheetProtection", ("sheet", "1"), ("objects", "1"), ("scenarios", "1"), ("formatColumns", "0"), ("formatRows", "0"));
        if (merges.Count > 0)
        {
            xml.WriteStartElement("mergeCells");
            xml.WriteAttributeString("count", Text(merges.Count));
            foreach (var range in merges)
                Empty("mergeCell", ("ref", range.ToString()));
            xml.WriteEndElement();
        }
        WriteAlarms();
        if (validations.Count > 0)
            WriteValidations();
        Empty("printOptions", ("horizontalCentered", "1"));
        Empty("pageMargins", ("left", "0.6"), ("right", "0.6"), ("top", "0.8"), ("bottom", "0.8"), ("header", "0.3"), ("footer", "0.3"));
        Empty("pageSetup", ("paperSize", "9"), ("orientation", setup.Landscape ? "landscape" : "portrait"), ("fitToWidth", setup.FitWidth ? "1" : "0"), ("fitToHeight", "0"));
        xml.WriteStartElement("headerFooter");
        xml.WriteElementString("oddFooter", "&C第 &P 页 共 &N 页");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void View()
    {
        if (setup!.FrozenRows == 0 && setup.FrozenColumns == 0)
            return;
        xml.WriteStartElement("pane");
        if (setup.FrozenColumns > 0)
            xml.WriteAttributeString("xSplit", Text(setup.FrozenColumns));
        if (setup.FrozenRows > 0)
            xml.WriteAttributeString("ySplit", Text(setup.FrozenRows));
        xml.WriteAttributeString("topLeftCell", new CellAddress(setup.FrozenRows + 1, setup.FrozenColumns + 1).ToString());
        xml.WriteAttributeString("activePane", setup.FrozenColumns == 0 ? "bottomLeft" : setup.FrozenRows == 0 ? "topRight" : "bottomRight");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
    }

    private void WriteAlarms()
    {
        foreach (var (alarm, at) in alarms.Select((alarm, at) => (alarm, at)))
        {
            xml.WriteStartElement("conditionalFormatting");
            xml.WriteAttributeString("sqref", alarm.Over.ToString());
            xml.WriteStartElement("cfRule");
            xml.WriteAttributeString("type", "expression");
            xml.WriteAttributeString("dxfId", "0"); // the one look of StylesPart for cells that do not balance
            xml.WriteAttributeString("priority", Text(at + 1));
            xml.WriteElementString("formula", alarm.Formula);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    private void WriteValidations()
    {
        xml.WriteStartElement("dataValidations");
        xml.WriteAttributeString("count", Text(validations.Count));
        foreach (var v in validations)
        {
            xml.WriteStartElement("dataValidation");
            if (v.Formula is not null)
                xml.WriteAttributeString("type", "custom");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString(v.Formula is null ? "showInputMessage" : "showErrorMessage", "1");
            xml.WriteAttributeString(v.Formula is null ? "promptTitle" : "errorTitle", v.Title);
            xml.WriteAttributeString(v.Formula is null ? "prompt" : "error", Punctuation.FullWidth(v.Text.Length > LongestPrompt ? v.Text[..LongestPrompt] : v.Text));
            xml.WriteAttributeString("sqref", string.Join(' ', v.Over));
            if (v.Formula is not null)
                xml.WriteElementString("formula1", v.Formula);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void Cell(int column, SheetStyle style, string? type)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", new CellAddress(row, column).ToString());
        xml.WriteAttributeString("s", Text((int)style));
        if (type is not null)
            xml.WriteAttributeString("t", type);
    }

    private void Empty(string name, params (string Name, string Value)[] attributes) => Empty(name, null, attributes);

    private void Empty(string name, Action? inner, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, value);
        inner?.Invoke();
        xml.WriteEndElement();
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
