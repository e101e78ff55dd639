namespace Federation.Documents.Catalogs.Import;

/// <summary>Letters, digits and signs in one width. Done by table and not by the system, whose answer differs with the data it has installed; ids are made from it.</summary>
internal static class Widths
{
    private const int Distance = 0xFEE0;

    /// <summary>The text with full-width ASCII and the wide blank made narrow.</summary>
    public static string Narrow(string text) => string.Concat(text.Select(c => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - Distance),
        '\u3000' or '\u00A0' => ' ',
        _ => c,
    }));
}
