using System.Globalization;

namespace Federation.Domain.Reports.Prose;

/// <summary>Finds the numbers in normal text: Arabic digits with 万 and 亿, Chinese numerals before a measure word, percentages, dates.</summary>
internal static class NumeralReader
{
    // Longest first: 件次 before 件.
    private static readonly string[] Measures = ["件次", "人次", "件", "宗", "份", "起", "例", "条", "项", "个", "部", "篇", "期", "次", "元", "人"];
    private static readonly string[] Doubts = ["约", "近", "超", "超过", "逾", "不足", "将近", "突破"];
    private const string NotBeforeChinese = "第逐每这那同统唯进任某各哪几数上之";

    /// <summary>All numbers in order; they do not overlap.</summary>
    public static IReadOnlyList<Numeral> Read(string text)
    {
        var found = new List<Numeral>();
        for (var i = 0; i < text.Length;)
        {
            var numeral = char.IsAsciiDigit(text[i]) ? Arabic(text, i, i) : text[i] == '百' ? PerHundred(text, i) ?? Chinese(text, i) : Chinese(text, i);
            if (numeral is not null)
                found.Add(numeral);
            i = numeral?.End ?? i + 1;
        }
        return found;
    }

    private static Numeral? PerHundred(string text, int start)
    {
        const string lead = "百分之";
        var at = start + lead.Length;
        if (string.CompareOrdinal(text, start, lead, 0, lead.Length) != 0 || at >= text.Length)
            return null;
        if (char.IsAsciiDigit(text[at]))
            return Arabic(text, start, at) is { } digits ? digits with { Kind = NumeralKind.Percent, Measure = "" } : null;
        var end = ChineseNumber.RunEnd(text, at);
        return ChineseNumber.TryRead(text[at..end], out var value) ? new Numeral(start, end, value, 1, NumeralKind.Percent, "", false) : null;
    }

    private static Numeral? Arabic(string text, int start, int digits)
    {
        var end = digits;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        var places = 0;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var point = end++;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            places = end - point - 1;
        }
        if (end - digits > 16)
            return new Numeral(start, end, 0, 1, NumeralKind.Other, "", true);
        var value = decimal.Parse(text.AsSpan(digits, end - digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var step = 1m;
        for (var i = 0; i < places; i++)
            step /= 10;
        return Finish(text, start, end, value, step);
    }

    private static Numeral? Chinese(string text, int start)
    {
        var end = ChineseNumber.RunEnd(text, start);
        if (end == start)
            return null;
        if (start > 0 && NotBeforeChinese.Contains(text[start - 1], StringComparison.Ordinal))
            return new Numeral(start, end, 0, 1, NumeralKind.Other, "", true);
        if (!ChineseNumber.TryRead(text[start..end], out var value))
            return null;
        // without a measure word 一 and 三 are parts of words: 一是, 三安全一稳定
        return Finish(text, start, end, value, 1) is { Measure.Length: > 0 } numeral ? numeral : null;
    }

    private static Numeral Finish(string text, int start, int end, decimal value, decimal step)
    {
        if (Follows('年', end))
            return new Numeral(start, end + 1, value, 1, NumeralKind.Year, "", false);
        if (Follows('月', end) || Follows('日', end) || Follows('号', end))
            return new Numeral(start, end + 1, value, 1, NumeralKind.Other, "", false);
        if (start > 0 && text[start - 1] is '第' or '〔' or '[')
            return new Numeral(start, end, value, 1, NumeralKind.Other, "", false);
        if (Follows('%', end))
            return new Numeral(start, end + 1, value, step, NumeralKind.Percent, "", Doubted());

        var vague = false;
        for (var again = true; again;)
        {
            again = false;
            if (Follows('余', end) || (Follows('多', end) && value >= 10))
                (vague, again, end) = (true, true, end + 1);
            else if (Follows('万', end))
                (value, step, again, end) = (value * 10_000, step * 10_000, true, end + 1);
            else if (Follows('亿', end))
                (value, step, again, end) = (value * 100_000_000, step * 100_000_000, true, end + 1);
        }
        var measure = Measures.FirstOrDefault(m => string.CompareOrdinal(text, end, m, 0, m.Length) == 0) ?? "";
        return new Numeral(start, end + measure.Length, value, step, NumeralKind.Count, measure, vague || Doubted());

        bool Follows(char c, int at) => at < text.Length && text[at] == c;
        bool Doubted() => Doubts.Any(d => start >= d.Length && string.CompareOrdinal(text, start - d.Length, d, 0, d.Length) == 0);
    }
}
