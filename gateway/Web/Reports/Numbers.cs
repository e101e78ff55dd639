using System.Globalization;
using Federation.Domain.Reports;
using Federation.Domain.Time;

namespace Federation.Web.Reports;

/// <summary>How numbers and moments are written on pages. One way for what the server renders and what it sends later.</summary>
internal static class Numbers
{
    /// <summary>What stands where nothing has been filed: not a zero.</summary>
    public const string None = "—";

    /// <summary>1,234</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A cell for reading on a screen: 1,234, or 961,716.25 for an amount in 万元.</summary>
    public static string Cell(FormCell cell, long value) => cell.Kind == CellKind.Amount
        ? ((decimal)value / FigureReader.FenPerWan).ToString("#,0.######", CultureInfo.InvariantCulture)
        : Count(value);

    /// <summary>A cell as the form prints it, without separators.</summary>
    public static string Printed(FormCell cell, long value) =>
        cell.Kind == CellKind.Amount ? FigureReader.WriteAmount(value) : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Share in percent, between 0 and 100; 0 of nothing.</summary>
    public static double Percent(long part, long whole) => whole <= 0 ? 0 : Math.Clamp(100d * part / whole, 0, 100);

    /// <summary>53.1%. Rounded down, so that only all is 100%; something is never 0%.</summary>
    public static string Rate(long part, long whole) => whole <= 0
        ? None
        : part > 0 && part * 1000 < whole ? "<0.1%"
        : (Math.Floor(1000m * part / whole) / 10).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    /// <summary>A number inside an attribute: 53.1</summary>
    public static string Plain(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>2026-03-30 15:04:05, in Beijing.</summary>
    public static string Moment(DateTimeOffset at) => at.InBeijing().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>15:04:05, in Beijing.</summary>
    public static string TimeOfDay(DateTimeOffset at) => at.InBeijing().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>2026-03-30</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
