using System.Globalization;

namespace Federation.Documents.Spreadsheets;

/// <summary>Place of a cell in a sheet, row and column from 1.</summary>
internal readonly record struct CellAddress(int Row, int Column)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    /// <summary>Reads C7 or $C$7; false for anything else or beyond a sheet's ends.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellAddress address)
    {
        address = default;
        int column = 0, at = 0;
        if (at < text.Length && text[at] == '$')
            at++;
        for (; at < text.Length && char.IsAsciiLetter(text[at]); at++)
        {
            if ((column = (column * 26) + (char.ToUpperInvariant(text[at]) - 'A' + 1)) > LastColumn)
                return false;
        }
        if (at < text.Length && text[at] == '$')
            at++;
        if (column == 0 || !int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row is < 1 or > LastRow)
            return false;
        address = new CellAddress(row, column);
        return true;
    }

    /// <summary>Letters of a column: 1 is A, 27 is AA.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26)
            name = (char)('A' + ((column - 1) % 26)) + name;
        return name;
    }

    /// <summary>False beyond a sheet's ends.</summary>
    public bool IsOnASheet => Row is >= 1 and <= LastRow && Column is >= 1 and <= LastColumn;

    /// <summary>$C$7, as names of a workbook refer to it.</summary>
    public string Absolute => string.Create(CultureInfo.InvariantCulture, $"${ColumnName(Column)}${Row}");

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(Column)}{Row}");
}

/// <summary>A rectangle of cells, ends included.</summary>
internal readonly record struct CellRange(CellAddress From, CellAddress To)
{
    public bool Contains(CellAddress a) => a.Row >= From.Row && a.Row <= To.Row && a.Column >= From.Column && a.Column <= To.Column;

    public static bool TryParse(string text, out CellRange range)
    {
        range = default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (!CellAddress.TryParse(colon < 0 ? text : text.AsSpan(0, colon), out var from) || !CellAddress.TryParse(colon < 0 ? text : text.AsSpan(colon + 1), out var to))
            return false;
        range = new CellRange(from, to);
        return true;
    }

    public override string ToString() => From == To ? From.ToString() : $"{From}:{To}";
}
