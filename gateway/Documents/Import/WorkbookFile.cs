using System.Globalization;
using System.Xml;
using Federation.Documents.Spreadsheets;

namespace Federation.Documents.Import;

/// <summary>What a cell of a workbook holds.</summary>
internal enum RawKind : byte
{
    Number,
    Date,
    Text,
    Boolean,
    Error,
}

/// <summary>A cell as it stands: a number as its digits, a text as read, an error as its code.</summary>
internal readonly record struct RawCell(RawKind Kind, string Text);

/// <summary>A sheet of a workbook; empty cells are not in it.</summary>
internal sealed class SheetFile(string name)
{
    private readonly Dictionary<CellAddress, RawCell> cells = [];

    public string Name => name;

    public List<CellRange> Merges { get; } = [];

    public IReadOnlyDictionary<CellAddress, RawCell> Cells => cells;

    public void Put(CellAddress at, RawCell cell) => cells[at] = cell;

    /// <summary>Rows with anything in them from one on, in order: however many empty ones lie between, they cost nothing.</summary>
    public IEnumerable<int> RowsFrom(int first) => cells.Keys.Select(at => at.Row).Where(row => row >= first).Distinct().Order();

    public RawCell? At(CellAddress at) => cells.TryGetValue(at, out var cell) ? cell : null;

    /// <summary>What a person reads in a cell; dates as year-month-day.</summary>
    public string Text(int row, int column) => At(new CellAddress(row, column)) is { } cell ? Shown(cell) : "";

    public static string Shown(RawCell cell) => cell.Kind == RawKind.Date && DateOf(cell) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : cell.Text;

    public static DateOnly? DateOf(RawCell cell) =>
        double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && serial is >= 1 and < 2_958_466
            ? DateOnly.FromDateTime(DateTime.FromOADate(serial))
            : null;
}

/// <summary>A workbook read into memory: sheets in order, defined names that mean one cell.</summary>
internal sealed record WorkbookFile(IReadOnlyList<SheetFile> Sheets, IReadOnlyDictionary<string, (string Sheet, CellAddress At)> Names)
{
    public SheetFile? Sheet(string name) => Sheets.FirstOrDefault(s => s.Name == name);

    /// <exception cref="UnreadableFileException">Damaged, or too big.</exception>
    public static WorkbookFile Open(BoundedZip zip)
    {
        try
        {
            var targets = Targets(zip);
            var strings = SharedStrings(zip);
            var dates = DateStyles.Read(zip);
            var sheets = new List<SheetFile>();
            var names = new Dictionary<string, (string, CellAddress)>(StringComparer.OrdinalIgnoreCase);
            var reader = new SheetReader(strings, dates, zip.Limits.Cells);
            using var workbook = zip.Xml("xl/workbook.xml")!;
            while (workbook.Read())
            {
                if (workbook is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                {
                    var sheet = new SheetFile(workbook.GetAttribute("name") ?? "");
                    sheets.Add(sheet);
                    if (targets.TryGetValue(RelationId(workbook), out var target) && zip.Xml(target) is { } part)
                        reader.Read(part, sheet);
                }
                else if (workbook is { NodeType: XmlNodeType.Element, LocalName: "definedName" })
                {
                    var name = workbook.GetAttribute("name") ?? "";
                    if (TryPlace(workbook.ReadString(), out var place))
                        names[name] = place;
                }
            }
            return new WorkbookFile(sheets, names);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or FormatException)
        {
            throw new UnreadableFileException(ImportRules.Damaged, $"文件已损坏,不能读取({e.Message})", $"the file is damaged: {e.Message}");
        }
    }

    private static string RelationId(XmlReader sheet)
    {
        var id = "";
        while (sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.Prefix.Length > 0)
                id = sheet.Value;
        }
        sheet.MoveToElement();
        return id;
    }

    private static Dictionary<string, string> Targets(BoundedZip zip)
    {
        var targets = new Dictionary<string, string>();
        using var xml = zip.Xml("xl/_rels/workbook.xml.rels");
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }
        return targets;
    }

    private static List<string> SharedStrings(BoundedZip zip)
    {
        var strings = new List<string>();
        using var xml = zip.Xml("xl/sharedStrings.xml");
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
                strings.Add(SheetReader.RichText(xml));
        }
        return strings;
    }

    private static bool TryPlace(string refers, out (string, CellAddress) place)
    {
        place = default;
        var bang = refers.LastIndexOf('!');
        if (bang < 1 || !CellAddress.TryParse(refers.AsSpan(bang + 1), out var at))
            return false;
        place = (refers[..bang].Trim('\'').Replace("''", "'", StringComparison.Ordinal), at);
        return true;
    }
}
