namespace Federation.Domain.Reports.Prose;

/// <summary>Chinese numerals: 一百二十三, 两千零五, 二〇二四, 三万.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>End of the run of numeral characters that starts at a place; that place when there is none.</summary>
    public static int RunEnd(string text, int start)
    {
        while (start < text.Length && (Digit(text[start]) >= 0 || Unit(text[start]) > 0))
            start++;
        return start;
    }

    /// <summary>Reads a run; false when it is no number as one writes it: 千, 百十, 一十二三.</summary>
    public static bool TryRead(string run, out long value)
    {
        value = 0;
        if (run.Length is 0 or > 20)
            return false;
        if (run.All(c => Digit(c) >= 0))
        {
            foreach (var c in run[..Math.Min(run.Length, 12)])
                value = (value * 10) + Digit(c);
            return run.Length is 1 or > 2 and <= 12; // 一二件 is a guess, not a number
        }
        long section = 0, digit = -1, lastUnit = 100_000;
        foreach (var c in run)
        {
            if (Digit(c) is >= 0 and var d)
            {
                if (digit > 0)
                    return false;
                digit = d;
            }
            else if (Unit(c) is < 10_000 and var unit)
            {
                if (unit >= lastUnit || (digit <= 0 && unit != 10))
                    return false;
                section += Math.Max(digit, 1) * unit;
                (digit, lastUnit) = (-1, unit);
            }
            else
            {
                if (section + Math.Max(digit, 0) == 0)
                    return false;
                value += (section + Math.Max(digit, 0)) * Unit(c);
                (section, digit, lastUnit) = (0, -1, 100_000);
            }
        }
        value += section + Math.Max(digit, 0);
        return true;
    }

    private static int Digit(char c) => c switch { '〇' => 0, '两' => 2, _ => Digits.IndexOf(c, StringComparison.Ordinal) };

    private static long Unit(char c) => c switch { '十' => 10, '百' => 100, '千' => 1_000, '万' => 10_000, '亿' => 100_000_000, _ => 0 };
}
