namespace Federation.Documents.Spreadsheets;

/// <summary>Rough widths of text in units of a digit: Chinese characters and full-width signs take two.</summary>
internal static class TextWidth
{
    public static int Of(string text) => text.Sum(c => c < 0x2E80 && c is not ('“' or '”') ? 1 : 2);

    public static int Lines(string text, double width) => text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(Of(line) / Math.Max(1, width))));
}
