namespace Federation.Domain.Reports.Prose;

/// <summary>The ways in which a unit's own report calls it: 宿迁市, 市政府办公室 of 宿迁市人民政府办公室, its full name.</summary>
internal sealed class UnitNames(string? name)
{
    private const int Shortest = 3;
    private const string Area = "省市区县州旗镇乡";

    /// <summary>Length of the longest calling of the unit that begins at a place; 0 when none.</summary>
    public int At(string text, int start, int end)
    {
        if (name is null)
            return 0;
        for (var length = Math.Min(name.Length, end - start); length >= Shortest; length--)
        {
            var words = text.AsSpan(start, length);
            if (name.AsSpan().EndsWith(words, StringComparison.Ordinal) || (name.AsSpan().StartsWith(words, StringComparison.Ordinal) && Area.Contains(words[^1])))
                return length;
        }
        return 0;
    }
}
