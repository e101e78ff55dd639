using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace Federation.Cli.Output;

/// <summary>Numbers, moments and hashes as people read them.</summary>
internal static class Printed
{
    private const decimal FenPerWan = 1_000_000;
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>With thousands separators.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An amount sent as a whole number of 分, in 万元.</summary>
    public static string AmountOfFen(long fen) => (fen / FenPerWan).ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <summary>An amount sent as decimal text in 万元; text that is none stays as it is.</summary>
    public static string Amount(string wan) =>
        decimal.TryParse(wan, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value.ToString("#,0.######", CultureInfo.InvariantCulture) : wan;

    /// <summary>A share in percent with one decimal, cut off: 100.0% means all.</summary>
    public static string Share(long part, long whole) =>
        whole == 0 ? "—" : (Math.Floor(part * 1000m / whole) / 10).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>Beijing time; empty for none.</summary>
    public static string Moment(Timestamp? at) =>
        at is null ? "" : at.ToDateTimeOffset().ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The beginning of a hash, enough to tell two apart; --json has all of it.</summary>
    public static string ShortHash(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
