namespace Federation.Storage.Search;

/// <summary>Day and number of a document as one number that grows with the day.</summary>
internal static class SearchKey
{
    private const int NumberBits = 28;

    public static long Of(DateOnly day, long number) => ((long)day.DayNumber << NumberBits) | number;

    public static long NumberOf(long key) => key & ((1L << NumberBits) - 1);

    public static DateOnly DayOf(long key) => DateOnly.FromDayNumber((int)(key >> NumberBits));

    /// <summary>First key of a day; of no day, the first of all.</summary>
    public static long First(DateOnly? day) => day is { } known ? Of(known, 0) : 0;

    /// <summary>First key after a day; of no day, after all.</summary>
    public static long After(DateOnly? day) => day is { } known ? Of(known, 0) + (1L << NumberBits) : long.MaxValue;
}
